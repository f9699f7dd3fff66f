/**
 * The colour chooser: a plane for saturation and brightness, a strip for the hue, swatches and fields.
 * Made of two boxes with markers and native inputs; all of them show the one colour that is selected.
 */
import "../controls/field.css";
import { adoptStyles } from "../css.js";
import { say } from "../strings.js";
import { setTooltip } from "../tooltips.js";
import { type Hsv, hexOf, type Rgb, readColor, readTypedColor, toHsv, toRgb } from "./color.js";
import { ColorField } from "./color-field.js";
import styles from "./picker.css" with { type: "text" };
import { slideArea } from "./slide-area.js";

adoptStyles(styles);

const PERCENT = 100;
/** A key moves a marker in the plane by this share of a side, and one in the strip by this many degrees. */
const STEP = 0.01;
const DEGREE = 1;

type Fields = Readonly<Record<"h" | "s" | "v" | "r" | "g" | "b" | "hex", ColorField>>;

export class ColorPicker {
  readonly element = document.createElement("div");
  readonly #picked: (hex: string) => void;
  readonly #plane: HTMLElement;
  readonly #strip: HTMLElement;
  readonly #new = document.createElement("span");
  readonly #old = document.createElement("button");
  readonly #fields: Fields;
  #hsv: Hsv = { h: 0, s: 0, v: 0 };
  #rgb: Rgb = { r: 0, g: 0, b: 0 };
  /** As the program or the user gave it. */
  #text = "";
  #oldText = "#000000";
  #held = false;
  /** What the program said while a marker was held. */
  #waiting: string | null = null;

  /** @param picked - Called with each colour that the user selects. */
  constructor(color: string, picked: (hex: string) => void) {
    this.#picked = picked;
    this.#plane = slideArea("plane", say("colorPlane"), {
      moved: (x, y) => this.#drag({ ...this.#hsv, s: x, v: 1 - y }),
      stepped: (dx, dy, end) => this.#stepPlane(dx, dy, end),
      released: () => this.#release(),
    });
    this.#strip = slideArea("strip", say("hue"), {
      moved: (_x, y) => this.#drag({ ...this.#hsv, h: y * 360 }),
      stepped: (dx, dy, end) => this.#stepStrip(dx + dy, end),
      released: () => this.#release(),
    });
    this.#strip.setAttribute("aria-orientation", "vertical");
    this.#fields = this.#makeFields();
    this.#build();
    this.setColor(color);
  }

  /** What takes input. */
  get controls(): readonly HTMLElement[] {
    return [this.#plane, this.#strip, this.#old, ...Object.values(this.#fields).map(({ input }) => input)];
  }

  /** The colour as the program gave it, or as the user picked it. */
  get color(): string {
    return this.#text;
  }

  /** Selects a colour, which also becomes the old one. A text that is none changes nothing. */
  setColor(text: string): void {
    const rgb = readColor(text);
    if (rgb === null) return;
    this.#oldText = hexOf(rgb);
    if (this.#held) {
      this.#waiting = text;
    } else {
      this.#text = text;
      this.#rgb = rgb;
      this.#hsv = toHsv(rgb, this.#hsv);
    }
    this.#show();
  }

  #makeFields(): Fields {
    const hsv = (caption: string, name: string, max: number, set: (value: number) => Hsv) =>
      numberField(caption, name, max, (value) => this.#pickHsv(set(value)));
    const rgb = (caption: string, name: string, set: (value: number) => Rgb) =>
      numberField(caption, name, 255, (value) => this.#pickRgb(set(value)));
    return {
      h: hsv("H", say("hue"), 360, (h) => ({ ...this.#hsv, h })),
      s: hsv("S", say("saturation"), PERCENT, (s) => ({ ...this.#hsv, s: s / PERCENT })),
      v: hsv("V", say("brightness"), PERCENT, (v) => ({ ...this.#hsv, v: v / PERCENT })),
      r: rgb("R", say("red"), (r) => ({ ...this.#rgb, r })),
      g: rgb("G", say("green"), (g) => ({ ...this.#rgb, g })),
      b: rgb("B", say("blue"), (b) => ({ ...this.#rgb, b })),
      hex: new ColorField({
        caption: "#",
        name: say("hexDigits"),
        max: null,
        entered: (text) => {
          const read = readTypedColor(text);
          if (read !== null) this.#pickRgb(read);
          return read !== null;
        },
      }),
    };
  }

  #build(): void {
    const { element } = this;
    element.className = "pgw-color-picker";
    const areas = document.createElement("div");
    areas.className = "pgw-color-areas";
    areas.append(this.#plane, this.#strip);
    const swatches = document.createElement("div");
    swatches.className = "pgw-color-swatches";
    this.#old.type = "button";
    this.#old.setAttribute("aria-label", say("takeOldColor"));
    setTooltip(this.#old, say("takeOldColor"));
    this.#old.addEventListener("click", () => {
      const rgb = readColor(this.#oldText);
      if (rgb !== null) this.#pickRgb(rgb);
    });
    swatches.append(captioned(say("newColor"), this.#new), captioned(say("oldColor"), this.#old));
    const numbers = document.createElement("div");
    numbers.className = "pgw-color-numbers";
    const { h, s, v, r, g, b, hex } = this.#fields;
    for (const field of [h, r, s, g, v, b, hex]) numbers.append(field.element);
    hex.element.classList.add("pgw-color-hex");
    const side = document.createElement("div");
    side.className = "pgw-color-side";
    side.append(swatches, numbers);
    element.append(areas, side);
  }

  #drag(hsv: Hsv): void {
    this.#held = true;
    this.#waiting = null;
    this.#pickHsv(hsv);
  }

  /** What the program said meanwhile counts, if the user has not gone on since. */
  #release(): void {
    this.#held = false;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null) this.setColor(waiting);
  }

  #stepPlane(dx: number, dy: number, end: -1 | 0 | 1): void {
    const { h, s, v } = this.#hsv;
    const along = end === 0 ? s + dx * STEP : end < 0 ? 0 : 1;
    this.#pickHsv({ h, s: within(along, 1), v: within(v - dy * STEP, 1) });
  }

  #stepStrip(steps: number, end: -1 | 0 | 1): void {
    const h = end === 0 ? this.#hsv.h + steps * DEGREE : end < 0 ? 0 : 360;
    this.#pickHsv({ ...this.#hsv, h: within(Math.round(h), 360) });
  }

  #pickHsv(hsv: Hsv): void {
    this.#hsv = hsv;
    this.#pick(toRgb(hsv));
  }

  #pickRgb(rgb: Rgb): void {
    this.#hsv = toHsv(rgb, this.#hsv);
    this.#pick(rgb);
  }

  /** The user chose a colour: told when it is another one. */
  #pick(rgb: Rgb): void {
    const before = hexOf(this.#rgb);
    const hex = hexOf(rgb);
    this.#rgb = rgb;
    if (hex !== before) this.#text = hex;
    this.#show();
    if (hex !== before) this.#picked(hex);
  }

  #show(): void {
    const { h, s, v } = this.#hsv;
    const { r, g, b } = this.#rgb;
    const hex = hexOf(this.#rgb);
    const shown = { h: Math.round(h), s: Math.round(s * PERCENT), v: Math.round(v * PERCENT), r, g, b };
    const { style } = this.element;
    style.setProperty("--hue", String(h));
    style.setProperty("--x", String(s));
    style.setProperty("--y", String(1 - v));
    style.setProperty("--turn", String(h / 360));
    style.setProperty("--new", hex);
    style.setProperty("--old", this.#oldText);
    for (const name of ["h", "s", "v", "r", "g", "b"] as const) this.#fields[name].show(String(shown[name]));
    this.#fields.hex.show(hex.slice(1));
    this.#new.setAttribute("aria-label", `${say("newColor")}: ${hex}`);
    setValue(this.#plane, shown.s, PERCENT, say("colorPlaneValue", shown));
    setValue(this.#strip, shown.h, 360, say("hueValue", shown));
  }
}

function setValue(slider: HTMLElement, now: number, max: number, text: string): void {
  slider.setAttribute("aria-valuemin", "0");
  slider.setAttribute("aria-valuemax", String(max));
  slider.setAttribute("aria-valuenow", String(now));
  slider.setAttribute("aria-valuetext", text);
}

function numberField(caption: string, name: string, max: number, set: (value: number) => void): ColorField {
  return new ColorField({
    caption,
    name,
    max,
    entered: (text) => {
      const value = Number(text);
      if (!Number.isFinite(value)) return false;
      set(within(Math.round(value), max));
      return true;
    },
  });
}

function captioned(caption: string, swatch: HTMLElement): HTMLElement {
  const element = document.createElement("div");
  const text = document.createElement("span");
  text.textContent = caption;
  text.setAttribute("aria-hidden", "true");
  swatch.className = `pgw-color-swatch${swatch instanceof HTMLButtonElement ? " pgw-old" : ""}`;
  if (!(swatch instanceof HTMLButtonElement)) swatch.setAttribute("role", "img");
  element.append(swatch, text);
  return element;
}

function within(value: number, max: number): number {
  return Math.max(0, Math.min(max, value));
}
