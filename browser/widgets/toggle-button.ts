/**
 * ToggleButton: a native button that stays pressed; of a group at most one is.
 * Made from its contract.
 */
import "./toggle-button.css";
import type {
  ToggleButtonArgs,
  ToggleButtonContract,
  ToggleButtonEvents,
} from "../../generated/browser/contracts.js";
import { Group } from "../controls/group.js";
import { nameControl } from "../controls/naming.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";

class ToggleButton extends BaseWidget<ToggleButtonEvents> implements ToggleButtonContract {
  declare readonly element: HTMLButtonElement;
  readonly group: Group<ToggleButton>;
  readonly #text = document.createElement("span");
  #pressed = false;

  constructor(init: WidgetInit, args: ToggleButtonArgs) {
    const element = document.createElement("button");
    super(init, element);
    this.group = args.group instanceof ToggleButton ? args.group.group : new Group();
    this.group.join(this);
    element.type = "button";
    element.setAttribute("aria-pressed", "false");
    element.append(this.#text);
    element.addEventListener("click", () => {
      this.setState(!this.#pressed);
      this.emit("activated", this.#pressed);
    });
    this.setText(args.text ?? "");
  }

  setText(text: string): void {
    this.#text.textContent = text;
    nameControl(this.element, this.getTooltip(), text !== "");
  }

  getText(): string {
    return this.#text.textContent;
  }

  setState(value: boolean): void {
    if (value) this.group.leaveOn(this);
    this.#show(value);
  }

  getState(): boolean {
    return this.#pressed;
  }

  /** For its group. */
  goOff(): void {
    this.#show(false);
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    nameControl(this.element, this.getTooltip(), this.getText() !== "");
  }

  protected override disposed(): void {
    this.group.leave(this);
  }

  #show(pressed: boolean): void {
    if (pressed === this.#pressed) return;
    this.#pressed = pressed;
    this.element.setAttribute("aria-pressed", String(pressed));
  }
}

defineWidget("ToggleButton", ToggleButton);
