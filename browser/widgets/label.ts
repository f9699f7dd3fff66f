/**
 * Label: a text that wraps in the room that there is; may report input and drop a menu down.
 * Made from its contract; all else is the base of texts.
 */
import type { LabelArgs, LabelContract, LabelEvents } from "../../generated/browser/contracts.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { LabelBase } from "./bases/label-base.js";

class Label extends LabelBase<LabelEvents> implements LabelContract {
  constructor(init: WidgetInit, args: LabelArgs) {
    super(init, args);
    if (args.text !== null) this.showText(args.text);
  }

  setText(text: string | null): void {
    this.showText(text ?? "");
  }

  getText(): string | null {
    return this.shownText;
  }
}

defineWidget("Label", Label);
