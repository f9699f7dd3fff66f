/**
 * Pictures as mouse cursors, scaled where a size is asked for.
 * Made from what a program registers under a name, per widget.
 */
import { cssUrl } from "./css.js";

export interface CursorSpec {
  readonly url: string;
  readonly hotspot_x: number;
  readonly hotspot_y: number;
  /** [width, height] to scale the picture to; null for its own. */
  readonly size: readonly [number, number] | null;
}

export class Cursors {
  readonly #element: HTMLElement;
  /** CSS values by name; null while a picture is being scaled. */
  readonly #known = new Map<string, string | null>();
  #wanted: string | null = null;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Registers a picture. A name that is selected already shows it as soon as it is ready. */
  add(name: string, spec: CursorSpec): void {
    const { url, hotspot_x: x, hotspot_y: y, size } = spec;
    if (size === null) {
      this.#ready(name, `${cssUrl(url)} ${x} ${y}, auto`);
      return;
    }
    this.#known.set(name, null);
    scaled(url, size).then(
      (address) => this.#ready(name, `${cssUrl(address)} ${x} ${y}, auto`),
      (error: unknown) => {
        this.#known.delete(name);
        console.warn(`The cursor "${name}" cannot be shown:`, error);
      },
    );
  }

  /** Selects a registered name or a CSS keyword; null and "default" take the cursor away. */
  select(name: string | null): void {
    this.#wanted = name;
    if (name === null || name === "default") {
      this.#element.style.cursor = "";
      return;
    }
    const known = this.#known.get(name);
    if (known !== undefined) {
      if (known !== null) this.#element.style.cursor = known;
    } else if (/^[a-z-]+$/.test(name)) {
      // CSS drops a keyword that it does not know, and the present cursor stays.
      this.#element.style.cursor = name;
    }
  }

  #ready(name: string, value: string): void {
    this.#known.set(name, value);
    if (this.#wanted === name && name !== "default") this.#element.style.cursor = value;
  }
}

async function scaled(url: string, [width, height]: readonly [number, number]): Promise<string> {
  const picture = new Image();
  picture.crossOrigin = "anonymous";
  picture.src = url;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser cannot draw it.");
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, width, height);
  return canvas.toDataURL();
}
