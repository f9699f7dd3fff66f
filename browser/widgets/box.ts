/**
 * Box: children in a row or a column, chosen when it is made.
 * Made from its contract; all else is the base of boxes.
 */
import type { BoxArgs, BoxContract, BoxEvents } from "../../generated/browser/contracts.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BoxLayout } from "./bases/box-layout.js";

class Box extends BoxLayout<BoxEvents> implements BoxContract {
  constructor(init: WidgetInit, args: BoxArgs) {
    super(init, args.orientation === "vertical" ? "column" : "row");
  }
}

defineWidget("Box", Box);
