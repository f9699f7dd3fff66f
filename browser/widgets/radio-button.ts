/**
 * RadioButton: a native radio button with a text that belongs to it; those of a group have one name.
 * Made from its contract. The arrow keys within a group and its one Tab stop are the browser's.
 */
import "./radio-button.css";
import type {
  RadioButtonArgs,
  RadioButtonContract,
  RadioButtonEvents,
} from "../../generated/browser/contracts.js";
import { choice } from "../controls/choice.js";
import { Group } from "../controls/group.js";
import { nameControl } from "../controls/naming.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";

class RadioButton extends BaseWidget<RadioButtonEvents> implements RadioButtonContract {
  readonly group: Group<RadioButton>;
  readonly #input: HTMLInputElement;
  readonly #text: HTMLElement;

  constructor(init: WidgetInit, args: RadioButtonArgs) {
    const { root, input, text } = choice("radio");
    super(init, root);
    this.#input = input;
    this.#text = text;
    this.group = args.group instanceof RadioButton ? args.group.group : new Group();
    this.group.join(this);
    input.name = this.group.name;
    input.addEventListener("change", () => {
      if (!input.checked) return;
      // A member that is not in the page now is not the browser's to turn off.
      this.group.leaveOn(this);
      this.emit("activated", true);
    });
    this.setText(args.text ?? "");
  }

  setText(text: string): void {
    this.#text.textContent = text;
    nameControl(this.#input, this.getTooltip(), text !== "");
  }

  getText(): string {
    return this.#text.textContent;
  }

  setState(value: boolean): void {
    if (value) this.group.leaveOn(this);
    this.#input.checked = value;
  }

  getState(): boolean {
    return this.#input.checked;
  }

  /** For its group. */
  goOff(): void {
    this.#input.checked = false;
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    nameControl(this.#input, this.getTooltip(), this.getText() !== "");
  }

  protected override controls(): readonly HTMLElement[] {
    return [this.#input];
  }

  protected override disposed(): void {
    this.group.leave(this);
  }
}

defineWidget("RadioButton", RadioButton);
