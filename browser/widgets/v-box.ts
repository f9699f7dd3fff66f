/**
 * VBox: children in a column, top to bottom.
 * Made from its contract; all else is the base of boxes.
 */
import type { VBoxArgs, VBoxContract, VBoxEvents } from "../../generated/browser/contracts.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BoxLayout } from "./bases/box-layout.js";

class VBox extends BoxLayout<VBoxEvents> implements VBoxContract {
  constructor(init: WidgetInit, _args: VBoxArgs) {
    super(init, "column");
  }
}

defineWidget("VBox", VBox);
