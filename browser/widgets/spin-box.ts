/**
 * SpinBox: a number field with two buttons, for keys, wheel and typing alike.
 * Made from its contract; what is typed counts once it is confirmed.
 */
import "../controls/field.css";
import "./spin-box.css";
import type { SpinBoxArgs, SpinBoxContract, SpinBoxEvents } from "../../generated/browser/contracts.js";
import { actWhileHeld } from "../controls/hold.js";
import { nameControl } from "../controls/naming.js";
import { numberText, readNumber } from "../controls/number-text.js";
import { type NumberRules, shownDigits, spinValue, stepped } from "../controls/numbers.js";
import { onWheel } from "../controls/wheel.js";
import { type IconName, icon } from "../icons.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";

/** Steps of PageUp and PageDown. */
const PAGE = 10;
/** Most characters that the field makes room for by itself. */
const WIDEST = 16;

class SpinBox extends BaseWidget<SpinBoxEvents> implements SpinBoxContract {
  readonly #input = document.createElement("input");
  readonly #up = fieldButton("up");
  readonly #down = fieldButton("down");
  readonly #stopHolding: readonly (() => void)[];
  #rules: NumberRules;
  #value: number;
  /** The field shows what its user types, not yet the value. */
  #typing = false;

  constructor(init: WidgetInit, args: SpinBoxArgs) {
    super(init, document.createElement("div"));
    const { min, max, step, dtype } = args;
    this.#rules = { min, max, step, int: dtype === "int", decimals: args.decimals ?? null };
    this.#value = spinValue(args.value ?? min, this.#rules);
    const input = this.#input;
    input.type = "text";
    input.autocomplete = "off";
    input.spellcheck = false;
    input.setAttribute("role", "spinbutton");
    input.addEventListener("input", () => {
      this.#typing = true;
    });
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.#confirm());
    this.element.classList.add("pgw-field");
    this.element.append(input, this.#down, this.#up);
    this.#stopHolding = [
      actWhileHeld(this.#up, () => this.#stepBy(1)),
      actWhileHeld(this.#down, () => this.#stepBy(-1)),
    ];
    for (const button of [this.#up, this.#down]) {
      button.addEventListener("pointerdown", (event) => {
        // A finger on a button does not ask for the keyboard on the screen.
        if (event.pointerType !== "touch" && event.button === 0) input.focus({ preventScroll: true });
      });
      button.addEventListener("mousedown", (event) => event.preventDefault());
    }
    onWheel(
      this.element,
      () => this.isEnabled,
      (steps) => this.#stepBy(steps),
    );
    this.requestRender();
  }

  setValue(val: number): void {
    this.#value = spinValue(val, this.#rules);
    this.requestRender();
  }

  getValue(): number {
    return this.#value;
  }

  setLimits(minval: number, maxval: number, incrval: number | null = null): void {
    this.#rules = { ...this.#rules, min: minval, max: maxval, step: incrval ?? this.#rules.step };
    this.setValue(this.#value);
  }

  setDecimals(num: number | null = null): void {
    this.#rules = { ...this.#rules, decimals: num };
    this.setValue(this.#value);
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    nameControl(this.#input, this.getTooltip(), false);
  }

  protected override controls(): readonly HTMLElement[] {
    return [this.#input, this.#up, this.#down];
  }

  protected override disposed(): void {
    for (const stop of this.#stopHolding) stop();
  }

  protected override render(): void {
    const { min, max, int } = this.#rules;
    const text = this.#text(this.#value);
    const input = this.#input;
    // What is being typed stays; the value under it may change.
    if (!this.#typing && input.value !== text) input.value = text;
    const widest = Math.max(this.#text(min).length, this.#text(max).length, text.length);
    input.size = Math.min(Math.max(widest, 3), WIDEST);
    // Keypads of numbers have no minus.
    input.inputMode = min < 0 ? "text" : int ? "numeric" : "decimal";
    input.setAttribute("aria-valuemin", String(min));
    input.setAttribute("aria-valuemax", String(Math.max(min, max)));
    input.setAttribute("aria-valuenow", String(this.#value));
    input.setAttribute("aria-valuetext", text);
    this.#up.classList.toggle("pgw-at-end", this.#value >= max);
    this.#down.classList.toggle("pgw-at-end", this.#value <= min);
  }

  #text(value: number): string {
    const { int } = this.#rules;
    return numberText(value, int ? 0 : shownDigits(value, this.#rules));
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { min, max } = this.#rules;
    if (event.key === "ArrowUp") this.#stepBy(1);
    else if (event.key === "ArrowDown") this.#stepBy(-1);
    else if (event.key === "PageUp") this.#stepBy(PAGE);
    else if (event.key === "PageDown") this.#stepBy(-PAGE);
    else if (event.key === "Home") this.#go(spinValue(min, this.#rules));
    else if (event.key === "End") this.#go(spinValue(max, this.#rules));
    else if (event.key === "Enter") {
      this.#confirm();
      return;
    } else if (event.key === "Escape" && this.#typing) {
      this.#typing = false;
      this.requestRender();
      // It took back what was typed, and is not meant for a dialog around.
      event.stopPropagation();
    } else return;
    event.preventDefault();
  }

  /** The value that is typed, moved into the range; null when none is. Whole numbers lose what is after the point. */
  #typed(): number | null {
    if (!this.#typing) return null;
    const number = readNumber(this.#input.value);
    return number === null ? null : spinValue(this.#rules.int ? Math.trunc(number) : number, this.#rules);
  }

  #stepBy(steps: number): void {
    const from = this.#typed() ?? this.#value;
    const { step, int } = this.#rules;
    let next = spinValue(stepped(from, steps, step), this.#rules);
    // Rounding must not swallow a step that is smaller than one half.
    if (int && next === from) next = spinValue(from + Math.sign(steps), this.#rules);
    this.#go(next);
  }

  /** The user chose a value directly: told when it is another one. */
  #go(value: number): void {
    this.#typing = false;
    this.requestRender();
    if (value === this.#value) return;
    this.#value = value;
    this.emit("activated", value);
  }

  /** Takes what is typed as the value: told also when it is the same. A text without a number goes. */
  #confirm(): void {
    if (!this.#typing) return;
    const value = this.#typed();
    this.#typing = false;
    this.requestRender();
    if (value === null) return;
    this.#value = value;
    this.emit("activated", value);
  }
}

/** For the pointer only: keys and screen readers have the field itself. */
function fieldButton(name: IconName): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.tabIndex = -1;
  button.className = "pgw-field-button";
  button.setAttribute("aria-hidden", "true");
  button.append(icon(name, 14));
  return button;
}

defineWidget("SpinBox", SpinBox);
