/**
 * CheckBox: a native check box with a text that belongs to it.
 * Made from its contract.
 */
import "./check-box.css";
import type { CheckBoxArgs, CheckBoxContract, CheckBoxEvents } from "../../generated/browser/contracts.js";
import { choice } from "../controls/choice.js";
import { nameControl } from "../controls/naming.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";

class CheckBox extends BaseWidget<CheckBoxEvents> implements CheckBoxContract {
  readonly #input: HTMLInputElement;
  readonly #text: string;

  constructor(init: WidgetInit, args: CheckBoxArgs) {
    const { root, input, text } = choice("checkbox");
    super(init, root);
    this.#input = input;
    this.#text = args.text;
    text.textContent = args.text;
    input.addEventListener("change", () => this.emit("activated", input.checked));
  }

  setState(tf: boolean): void {
    this.#input.checked = tf;
  }

  getState(): boolean {
    return this.#input.checked;
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    nameControl(this.#input, this.getTooltip(), this.#text !== "");
  }

  protected override controls(): readonly HTMLElement[] {
    return [this.#input];
  }
}

defineWidget("CheckBox", CheckBox);
