/**
 * Dialog: a window with a column of content and a row of buttons.
 * Made from its contract; all else is the base of dialogs.
 */
import type { DialogArgs, DialogContract, DialogEvents } from "../../generated/browser/contracts.js";
import type { JsonValue } from "../../generated/browser/types.js";
import { DialogBase } from "../dialogs/dialog-base.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { px } from "../units.js";
import type { BaseWidget } from "../widget.js";

class Dialog extends DialogBase<DialogEvents> implements DialogContract {
  readonly #autoclose: boolean;

  constructor(init: WidgetInit, args: DialogArgs) {
    super(init, args, args.title);
    this.#autoclose = args.autoclose;
    for (const [text, value] of args.buttons ?? []) this.buttons.add(text, () => this.#press(value));
  }

  addWidget(child: BaseWidget, stretch: number | null = 0): void {
    this.adopt(child, { main: "column", stretch: stretch ?? 0 });
  }

  insertWidget(index: number, child: BaseWidget, stretch: number | null = 0): void {
    const present = this.children.indexOf(child);
    if (present >= 0 && present !== index) this.remove(child);
    const place = present >= 0 && present < index ? index - 1 : index;
    this.adopt(child, { main: "column", stretch: stretch ?? 0 }, place);
  }

  addButton(child: BaseWidget, value: JsonValue = null): void {
    this.buttons.addWidget(child, () => this.#press(value));
  }

  setSpacing(gap = 0): void {
    this.content.style.gap = px(gap);
  }

  /** The program hears of it before the dialog goes. */
  #press(value: JsonValue): void {
    this.emit("activated", value);
    if (this.#autoclose) this.hide();
  }
}

defineWidget("Dialog", Dialog);
