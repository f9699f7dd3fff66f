/**
 * A bar with a thumb: the part that ScrollBar and the scroll areas show and that a pointer, the wheel or keys move.
 * Made of two elements; position and length are custom properties, so that drawing it never measures.
 */
import "./thumb-bar.css";
import { percentText } from "../controls/number-text.js";
import { px } from "../units.js";

export type Axis = "horizontal" | "vertical";

/** What a bar belongs to. */
export interface ThumbBarHost {
  /** Whether its user may move it now. */
  usable(): boolean;
  /** Its user has moved it to another place, from 0 to 1. */
  moved(at: number): void;
  /** The wheel turned over it. True when that is dealt with; otherwise the thumb moves. */
  wheeled(event: WheelEvent): boolean;
}

/** Share of the way that 100 pixels of the wheel, about one notch, and an arrow key move the thumb. */
const STEP = 0.05;
const NOTCH = 100;
/** CSS pixels of a wheel that counts in lines. */
const LINE = 40;

export class ThumbBar {
  readonly element: HTMLElement;
  readonly axis: Axis;
  readonly #thumb = document.createElement("div");
  readonly #host: ThumbBarHost;
  #focusable = false;
  #at = 0;
  #length = 0.2;

  constructor(
    axis: Axis,
    thickness: number,
    host: ThumbBarHost,
    element: HTMLElement = document.createElement("div"),
  ) {
    this.element = element;
    this.axis = axis;
    this.#host = host;
    this.element.classList.add("pgw-thumb-bar");
    this.element.dataset.axis = axis;
    this.element.style.setProperty("--bar-thickness", px(thickness));
    this.#thumb.className = "pgw-thumb";
    this.element.append(this.#thumb);
    this.element.addEventListener("pointerdown", (event) => this.#press(event));
    this.element.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    // Like the bars of the browser it does not take the focus from what is scrolled.
    this.element.addEventListener("mousedown", (event) => {
      if (!this.#focusable) event.preventDefault();
    });
  }

  /** Where the thumb is, from 0 to 1. */
  get at(): number {
    return this.#at;
  }

  set at(share: number) {
    const at = clamp(share, 0, 1);
    if (Number.isNaN(at) || at === this.#at) return;
    this.#at = at;
    this.element.style.setProperty("--thumb-at", String(at));
    this.#tell();
  }

  /** Length of the thumb as a share of the bar, from 0.01 to 1. */
  get length(): number {
    return this.#length;
  }

  set length(share: number) {
    const length = clamp(share, 0.01, 1);
    if (Number.isNaN(length) || length === this.#length) return;
    this.#length = length;
    this.element.style.setProperty("--thumb-length", String(length));
    this.element.classList.toggle("pgw-thumb-full", length === 1);
  }

  /** Makes it a stop of the Tab key with keys of its own, under a name for screen readers. */
  makeFocusable(name: string): void {
    this.#focusable = true;
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "slider");
    this.name(name);
    this.element.setAttribute("aria-orientation", this.axis);
    this.element.setAttribute("aria-valuemin", "0");
    this.element.setAttribute("aria-valuemax", "100");
    this.element.addEventListener("keydown", (event) => this.#key(event));
    this.#tell();
  }

  /** Gives it another name for screen readers. */
  name(name: string): void {
    this.element.setAttribute("aria-label", name);
  }

  #tell(): void {
    if (!this.#focusable) return;
    this.element.setAttribute("aria-valuenow", String(Math.round(this.#at * 100)));
    this.element.setAttribute("aria-valuetext", percentText(this.#at));
  }

  /** There is a way to go, and its user may. */
  #movable(): boolean {
    return this.#length < 1 && this.#host.usable();
  }

  /** Moves it for its user. False when it was there already. */
  #moveTo(share: number): boolean {
    const before = this.#at;
    this.at = share;
    if (this.#at === before) return false;
    this.#host.moved(this.#at);
    return true;
  }

  #press(press: PointerEvent): void {
    if (press.button !== 0 || !press.isPrimary || !this.#movable()) return;
    const horizontal = this.axis === "horizontal";
    const track = this.element.getBoundingClientRect();
    const thumb = this.#thumb.getBoundingClientRect();
    const backwards = horizontal && this.#isRightToLeft();
    const along = (x: number, y: number) =>
      horizontal ? (backwards ? track.right - x : x - track.left) : y - track.top;
    const thumbLength = horizontal ? thumb.width : thumb.height;
    const thumbStart = backwards ? along(thumb.right, 0) : along(thumb.left, thumb.top);
    const way = (horizontal ? track.width : track.height) - thumbLength;
    if (way <= 0) return;
    const pressed = along(press.clientX, press.clientY);
    const onThumb = pressed >= thumbStart && pressed <= thumbStart + thumbLength;
    // A press beside the thumb brings its middle there; either way it follows from now on.
    const held = onThumb ? pressed - thumbStart : thumbLength / 2;
    const start = this.#at;
    const follow = (event: PointerEvent) => this.#moveTo((along(event.clientX, event.clientY) - held) / way);

    const ending = new AbortController();
    const { signal } = ending;
    const over = () => {
      ending.abort();
      this.element.classList.remove("pgw-dragging");
      if (this.element.hasPointerCapture(press.pointerId))
        this.element.releasePointerCapture(press.pointerId);
    };
    const mine = (listener: (event: PointerEvent) => void) => (event: PointerEvent) => {
      if (event.pointerId === press.pointerId) listener(event);
    };
    this.element.setPointerCapture(press.pointerId);
    this.element.classList.add("pgw-dragging");
    const moves = mine((event) => {
      if (this.#movable()) follow(event);
      else over();
    });
    this.element.addEventListener("pointermove", moves, { signal });
    for (const type of ["pointerup", "pointercancel", "lostpointercapture"] as const) {
      this.element.addEventListener(type, mine(over), { signal });
    }
    const back = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      this.#moveTo(start);
      over();
    };
    document.addEventListener("keydown", back, { capture: true, signal });
    if (!onThumb) follow(press);
  }

  #wheel(event: WheelEvent): void {
    if (event.ctrlKey || !this.#movable()) return;
    if (this.#host.wheeled(event)) return;
    const turned = this.axis === "horizontal" && event.deltaX !== 0 ? event.deltaX : event.deltaY;
    const pixels = wheelPixels(turned, event.deltaMode);
    // At its end it lets the wheel go on to what is around it.
    if (this.#moveTo(this.#at + (pixels / NOTCH) * STEP)) event.preventDefault();
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || !this.#movable()) return;
    const page = Math.max(STEP, this.#length / (1 - this.#length));
    const horizontal = this.axis === "horizontal";
    const sideways = horizontal && this.#isRightToLeft() ? -STEP : STEP;
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: -STEP,
      ArrowDown: STEP,
      ArrowLeft: -sideways,
      ArrowRight: sideways,
      PageUp: -page,
      PageDown: page,
      Home: Number.NEGATIVE_INFINITY,
      End: Number.POSITIVE_INFINITY,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#moveTo(this.#at + step);
  }

  #isRightToLeft(): boolean {
    return getComputedStyle(this.element).direction === "rtl";
  }
}

/** A turn of the wheel in CSS pixels. */
export function wheelPixels(delta: number, mode: number): number {
  if (mode === WheelEvent.DOM_DELTA_LINE) return delta * LINE;
  return mode === WheelEvent.DOM_DELTA_PAGE ? delta * window.innerHeight : delta;
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
