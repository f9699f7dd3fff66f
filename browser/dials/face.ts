/**
 * What is drawn of a dial: scale, the part up to the value, ticks, and the knob or a picture that turns.
 * Made of one SVG of a square of 100 units, so that everything grows and shrinks with it.
 */
import { onCircle, START, SWEEP } from "./turning.js";

const TICKS = 11;
const SCALE = 45.5;
const TICK_FROM = 37.5;
const TICK_TO = 40.5;
/** Radius of a knob that has no size of its own, and its limits. */
const KNOB = 35;
const LEAST_KNOB = 1;
const MOST_KNOB = 42;

function draw<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

export class DialFace {
  readonly element: SVGSVGElement;
  readonly #height: number;
  readonly #value: SVGPathElement;
  readonly #turning = draw("g", {});
  readonly #knob = draw("circle", { class: "pgw-dial-knob", cx: 50, cy: 50 });
  readonly #ring = draw("circle", { class: "pgw-dial-ring", cx: 50, cy: 50 });
  readonly #hand = draw("line", { class: "pgw-dial-hand", x1: 50, x2: 50 });
  #image: SVGImageElement | null = null;
  #knobRadius = KNOB;
  /** Half the side of the picture; null fills the knob. */
  #imageRadius: number | null = null;

  /** @param height - Units of the square that are drawn, from the top. */
  constructor(height: number) {
    this.#height = height;
    this.element = draw("svg", { viewBox: `0 0 100 ${height}`, "aria-hidden": "true" });
    const arc = `M ${onCircle(START, SCALE)} A ${SCALE} ${SCALE} 0 1 1 ${onCircle(START + SWEEP, SCALE)}`;
    this.#value = draw("path", { class: "pgw-dial-value", d: arc, pathLength: 1 });
    const ticks = Array.from({ length: TICKS }, (_, i) => START + (i * SWEEP) / (TICKS - 1))
      .map((angle) => `M ${onCircle(angle, TICK_FROM)} L ${onCircle(angle, TICK_TO)}`)
      .join(" ");
    this.#turning.append(this.#knob, this.#hand);
    this.element.append(
      draw("path", { class: "pgw-dial-scale", d: arc }),
      this.#value,
      draw("path", { class: "pgw-dial-ticks", d: ticks }),
      this.#turning,
      this.#ring,
    );
    this.#shape();
  }

  /** Turns to a share of the scale, 0 to 1. */
  show(share: number): void {
    this.#value.setAttribute("stroke-dasharray", `${share} 2`);
    this.#value.style.display = share > 0 ? "" : "none";
    this.#turning.setAttribute("transform", `rotate(${START + share * SWEEP - 360} 50 50)`);
  }

  /** Diameter in CSS pixels, of the present size. False while it has none. */
  setKnob(diameter: number): boolean {
    const scale = this.#scale();
    if (scale === 0) return false;
    this.#knobRadius = Math.max(LEAST_KNOB, Math.min(MOST_KNOB, diameter / 2 / scale));
    this.#shape();
    return true;
  }

  /** Shows a picture in place of the knob; null takes it away. */
  setImage(url: string | null): void {
    if (url === null || url === "") {
      this.#image?.remove();
      this.#image = null;
    } else {
      if (this.#image === null) {
        this.#image = draw("image", { preserveAspectRatio: "xMidYMid meet" });
        this.#turning.append(this.#image);
      }
      if (this.#image.getAttribute("href") !== url) this.#image.setAttribute("href", url);
    }
    this.element.classList.toggle("pgw-dial-pictured", this.#image !== null);
    this.#shape();
  }

  /** Side in CSS pixels, of the present size; null fills the knob. False while the dial has no size. */
  setImageSize(side: number | null): boolean {
    const scale = this.#scale();
    if (side !== null && scale === 0) return false;
    this.#imageRadius = side === null ? null : side / 2 / scale;
    this.#shape();
    return true;
  }

  /** Where a point of the viewport is, from the middle. */
  fromMiddle(x: number, y: number): { readonly dx: number; readonly dy: number } {
    const { left, top, width, height } = this.element.getBoundingClientRect();
    const scale = Math.min(width / 100, height / this.#height);
    // What is drawn stands in the middle of the room that there is.
    const middle = top + (height - this.#height * scale) / 2 + 50 * scale;
    return { dx: x - left - width / 2, dy: y - middle };
  }

  /** CSS pixels of one unit. */
  #scale(): number {
    const { width, height } = this.element.getBoundingClientRect();
    return Math.min(width / 100, height / this.#height);
  }

  #shape(): void {
    const radius = this.#knobRadius;
    this.#knob.setAttribute("r", String(radius));
    this.#ring.setAttribute("r", String(radius));
    this.#hand.setAttribute("y1", String(50 - radius * 0.45));
    this.#hand.setAttribute("y2", String(50 - Math.max(0, radius - 5)));
    const half = this.#imageRadius ?? radius;
    this.#image?.setAttribute("x", String(50 - half));
    this.#image?.setAttribute("y", String(50 - half));
    this.#image?.setAttribute("width", String(2 * half));
    this.#image?.setAttribute("height", String(2 * half));
  }
}
