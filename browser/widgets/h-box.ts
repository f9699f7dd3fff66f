/**
 * HBox: children in a row, in reading direction.
 * Made from its contract; all else is the base of boxes.
 */
import type { HBoxArgs, HBoxContract, HBoxEvents } from "../../generated/browser/contracts.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BoxLayout } from "./bases/box-layout.js";

class HBox extends BoxLayout<HBoxEvents> implements HBoxContract {
  constructor(init: WidgetInit, _args: HBoxArgs) {
    super(init, "row");
  }
}

defineWidget("HBox", HBox);
