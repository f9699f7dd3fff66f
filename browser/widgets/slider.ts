/**
 * Slider: a native range input, lying or standing, with its value as text beside it if wanted.
 * Made from its contract.
 */
import "./slider.css";
import type { SliderArgs, SliderContract, SliderEvents } from "../../generated/browser/contracts.js";
import { nameControl } from "../controls/naming.js";
import { numberText } from "../controls/number-text.js";
import { type NumberRules, shownDigits, slideValue, stepped } from "../controls/numbers.js";
import { onWheel } from "../controls/wheel.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";

class Slider extends BaseWidget<SliderEvents> implements SliderContract {
  readonly #input = document.createElement("input");
  readonly #text: HTMLElement | null;
  #rules: NumberRules;
  #value: number;
  #tracking: boolean;
  /** A pointer holds the handle. */
  #held = false;
  /** The handle was moved, and that was not told yet. */
  #moved = false;

  constructor(init: WidgetInit, args: SliderArgs) {
    super(init, document.createElement("div"));
    const { min, max, step, dtype } = args;
    const vertical = args.orientation === "vertical";
    this.#rules = { min, max, step, int: dtype === "int", decimals: args.decimals ?? null };
    this.#value = slideValue(args.value, this.#rules);
    this.#tracking = args.track;
    const input = this.#input;
    input.type = "range";
    input.autocomplete = "off";
    input.setAttribute("aria-orientation", args.orientation);
    this.element.classList.add(vertical ? "pgw-vertical" : "pgw-horizontal");
    this.element.append(input);
    if (args.show_value) {
      this.#text = document.createElement("span");
      // The input says it already.
      this.#text.setAttribute("aria-hidden", "true");
      this.element.append(this.#text);
      this.element.classList.add(`pgw-text-${args.show_value_position}`);
    } else {
      this.#text = null;
    }
    this.#listen();
    this.requestRender();
  }

  setValue(num: number): void {
    this.#value = slideValue(num, this.#rules);
    this.requestRender();
  }

  getValue(): number {
    return this.#value;
  }

  setLimits(minval: number, maxval: number, incrval: number | null = null): void {
    this.#rules = { ...this.#rules, min: minval, max: maxval, step: incrval ?? this.#rules.step };
    this.setValue(this.#value);
  }

  setTracking(track: boolean): void {
    this.#tracking = track;
  }

  setDecimals(num: number | null = null): void {
    this.#rules = { ...this.#rules, decimals: num };
    this.requestRender();
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    nameControl(this.#input, this.getTooltip(), false);
  }

  protected override controls(): readonly HTMLElement[] {
    return [this.#input];
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    if (on || !this.#held) return;
    this.#held = false;
    this.#moved = false;
    this.requestRender();
  }

  protected override render(): void {
    // The handle stays under the finger that holds it.
    if (this.#held) return;
    const input = this.#input;
    const { min, max, step, int } = this.#rules;
    input.min = String(min);
    input.max = String(max);
    // Steps that rounding would take back are none.
    input.step = String(int ? Math.max(1, step) : step);
    input.value = String(this.#value);
    if (this.#text !== null) {
      const widest = Math.max(this.#written(min).length, this.#written(max).length);
      this.element.style.setProperty("--characters", String(widest));
    }
    this.#showValue(this.#value);
  }

  #listen(): void {
    const input = this.#input;
    input.addEventListener("pointerdown", (event) => {
      if (event.button === 0 && event.isPrimary) this.#held = true;
    });
    input.addEventListener("input", () => {
      this.#moved = true;
      this.#showValue(this.#present());
      if (this.#tracking || !this.#held) this.#tell();
    });
    input.addEventListener("change", () => this.#release());
    // The browser's own change comes after these; without one (nothing moved) the handle is free all the same.
    for (const type of ["pointerup", "pointercancel"] as const) {
      input.addEventListener(type, () => setTimeout(() => this.#release()));
    }
    onWheel(
      this.element,
      () => this.isEnabled && !this.#held,
      (steps) => this.#stepBy(steps),
    );
  }

  /** The value at which the handle is. */
  #present(): number {
    return slideValue(this.#input.valueAsNumber, this.#rules);
  }

  #release(): void {
    this.#held = false;
    if (this.#moved) this.#tell();
    this.requestRender();
  }

  /** Takes over where the handle is; told when that is another value. */
  #tell(): void {
    this.#moved = false;
    const value = this.#present();
    if (value === this.#value) return;
    this.#value = value;
    this.emit("activated", value);
  }

  #stepBy(steps: number): void {
    const { step, int } = this.#rules;
    let value = slideValue(stepped(this.#value, steps, step), this.#rules);
    // Where rounding brings a step back to where it came from, the next one counts.
    if (int && value === this.#value) {
      value = slideValue(stepped(this.#value, steps + Math.sign(steps), step), this.#rules);
    }
    if (value === this.#value) return;
    this.#value = value;
    this.requestRender();
    this.emit("activated", value);
  }

  #written(value: number): string {
    return numberText(value, shownDigits(value, this.#rules));
  }

  #showValue(value: number): void {
    const { min, max } = this.#rules;
    const text = this.#written(value);
    const part = max > min ? (value - min) / (max - min) : 0;
    this.#input.style.setProperty("--part", String(part));
    this.#input.setAttribute("aria-valuetext", text);
    if (this.#text !== null) this.#text.textContent = text;
  }
}

defineWidget("Slider", Slider);
