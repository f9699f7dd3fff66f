/**
 * Dial: a knob that is turned by pointer, keys or wheel, with its value as text if wanted.
 * Made from its contract; what is drawn is the face.
 */

import type { DialArgs, DialContract, DialEvents } from "../../generated/browser/contracts.js";
import { nameControl } from "../controls/naming.js";
import { numberText } from "../controls/number-text.js";
import { type NumberRules, shownDigits, stepped } from "../controls/numbers.js";
import { onWheel } from "../controls/wheel.js";
import { adoptStyles } from "../css.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";
import styles from "./dial.css" with { type: "text" };
import { DialFace } from "./face.js";
import { angleAt, dialValue, shareAt, shareOf, turnedShare } from "./turning.js";

adoptStyles(styles);

/** Steps of PageUp and PageDown. */
const PAGE = 10;
/** Units of the square that are drawn where the text stands below, in the gap of the scale. */
const ABOVE_TEXT = 92;

export class Dial extends BaseWidget<DialEvents> implements DialContract {
  readonly #face: DialFace;
  readonly #text: HTMLElement | null;
  #rules: NumberRules;
  #value: number;
  #tracking: boolean;
  /** What a pointer that holds the knob has turned it to, and the share of the scale where it is. */
  #held: { pointer: number; value: number; share: number } | null = null;
  /** Sizes that were given before it had a size itself. */
  #waiting: { knob?: number; image?: number | null } = {};

  constructor(init: WidgetInit, args: DialArgs) {
    super(init, document.createElement("div"));
    const { min, max, step, dtype } = args;
    this.#rules = { min, max, step, int: dtype === "int", decimals: args.decimals ?? null };
    this.#value = dialValue(args.value, this.#rules);
    this.#tracking = args.track;
    const below = args.show_value && args.show_value_position === "b";
    this.#face = new DialFace(below ? ABOVE_TEXT : 100);
    const { element } = this;
    element.tabIndex = 0;
    element.setAttribute("role", "slider");
    element.append(this.#face.element);
    this.#text = args.show_value ? document.createElement("span") : null;
    if (this.#text !== null) {
      // The value is in the element's own description already.
      this.#text.setAttribute("aria-hidden", "true");
      this.#text.className = "pgw-dial-text";
      element.classList.add(`pgw-text-${args.show_value_position}`);
      element.append(this.#text);
    }
    this.#listen();
    this.requestRender();
  }

  setValue(num: number): void {
    this.#value = dialValue(num, this.#rules);
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

  setKnobDiameter(lenPx: number): void {
    this.#waiting.knob = lenPx;
    this.#measureSoon();
  }

  setIcon(url: string | null, size: number | null = null): void {
    this.#face.setImage(url);
    this.#waiting.image = size;
    this.#measureSoon();
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    nameControl(this.element, this.getTooltip(), false);
  }

  protected override controls(): readonly HTMLElement[] {
    return [this.element];
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    if (on || this.#held === null) return;
    this.#held = null;
    this.requestRender();
  }

  /** The knob stays under the finger that holds it. */
  protected override render(): void {
    const { min, max } = this.#rules;
    const value = this.#held?.value ?? this.#value;
    const text = numberText(value, shownDigits(value, this.#rules));
    this.#face.show(shareOf(value, this.#rules));
    const { element } = this;
    element.setAttribute("aria-valuemin", String(min));
    element.setAttribute("aria-valuemax", String(Math.max(min, max)));
    element.setAttribute("aria-valuenow", String(value));
    element.setAttribute("aria-valuetext", text);
    if (this.#text !== null) this.#text.textContent = text;
  }

  /** It has a size at last. */
  protected override sized(width: number, height: number): void {
    if (width > 0 && height > 0) this.#measure();
  }

  #measureSoon(): void {
    this.services.updates.after(() => {
      if (!this.#measure()) this.watchSize();
    });
  }

  /** Turns the sizes that were given into shares of the dial's own. False while it has none. */
  #measure(): boolean {
    const { knob, image } = this.#waiting;
    if (knob !== undefined && this.#face.setKnob(knob)) delete this.#waiting.knob;
    if (image !== undefined && this.#face.setImageSize(image)) delete this.#waiting.image;
    return this.#waiting.knob === undefined && this.#waiting.image === undefined;
  }

  #listen(): void {
    const { element } = this;
    element.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || !event.isPrimary || !this.isEnabled) return;
      element.setPointerCapture(event.pointerId);
      const share = shareAt(this.#angleOf(event));
      this.#held = { pointer: event.pointerId, value: this.#value, share };
      this.#turnTo(share);
    });
    element.addEventListener("pointermove", (event) => {
      if (event.pointerId !== this.#held?.pointer) return;
      this.#turnTo(turnedShare(this.#held.share, this.#angleOf(event)));
    });
    element.addEventListener("pointerup", (event) => this.#release(event));
    element.addEventListener("pointercancel", (event) => this.#release(event));
    element.addEventListener("lostpointercapture", (event) => this.#release(event));
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#held !== null) this.#giveUp(event);
      else this.#key(event);
    });
    onWheel(
      element,
      () => this.isEnabled && this.#held === null,
      (steps) => this.#choose(this.#stepped(steps)),
    );
  }

  #angleOf(event: PointerEvent): number {
    const { dx, dy } = this.#face.fromMiddle(event.clientX, event.clientY);
    return angleAt(dx, dy);
  }

  #turnTo(share: number): void {
    const held = this.#held;
    if (held === null) return;
    const { min, max } = this.#rules;
    held.share = share;
    held.value = dialValue(min + share * (max - min), this.#rules);
    this.requestRender();
    if (this.#tracking) this.#choose(held.value);
  }

  #release(event: PointerEvent): void {
    const held = this.#held;
    if (held === null || event.pointerId !== held.pointer) return;
    this.#held = null;
    this.requestRender();
    if (event.type === "pointerup") this.#choose(held.value);
  }

  /** Escape while it is turned: what was not told yet is taken back. */
  #giveUp(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
    this.#held = null;
    this.requestRender();
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.isEnabled || this.#held !== null) return;
    const { min, max } = this.#rules;
    const { key } = event;
    if (key === "ArrowUp" || key === "ArrowRight") this.#go(this.#stepped(1));
    else if (key === "ArrowDown" || key === "ArrowLeft") this.#go(this.#stepped(-1));
    else if (key === "PageUp") this.#go(this.#stepped(PAGE));
    else if (key === "PageDown") this.#go(this.#stepped(-PAGE));
    else if (key === "Home") this.#go(dialValue(min, this.#rules));
    else if (key === "End") this.#go(dialValue(max, this.#rules));
    else return;
    event.preventDefault();
  }

  #stepped(steps: number): number {
    const { step, int } = this.#rules;
    const value = dialValue(stepped(this.#value, steps, step), this.#rules);
    if (!int || value !== this.#value) return value;
    // Where rounding brings a step back to where it came from, the next one counts.
    return dialValue(stepped(this.#value, steps + Math.sign(steps), step), this.#rules);
  }

  /** Keys went to a value: told when it is another one. */
  #go(value: number): void {
    if (value !== this.#value) this.#choose(value);
  }

  /** The pointer or the wheel chose a value: told in any case. */
  #choose(value: number): void {
    this.#value = value;
    this.requestRender();
    this.emit("activated", value);
  }
}
