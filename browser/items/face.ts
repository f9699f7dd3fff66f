/**
 * An element that is drawn again and again: it remembers what it was told, and touches the page only for news.
 */
import { type IconName, icon } from "../icons.js";

export class Face<T extends HTMLElement = HTMLElement> {
  readonly element: T;
  readonly #attributes = new Map<string, string>();
  readonly #styles = new Map<string, string>();

  constructor(element: T) {
    this.element = element;
  }

  /** null takes the attribute away. */
  attribute(name: string, value: string | number | boolean | null): void {
    const text = value === null ? undefined : String(value);
    if (this.#attributes.get(name) === text) return;
    if (text === undefined) {
      this.#attributes.delete(name);
      this.element.removeAttribute(name);
    } else {
      this.#attributes.set(name, text);
      this.element.setAttribute(name, text);
    }
  }

  /** A style property or custom property; null takes it away. */
  style(name: string, value: string | null): void {
    if ((this.#styles.get(name) ?? null) === value) return;
    if (value === null) {
      this.#styles.delete(name);
      this.element.style.removeProperty(name);
    } else {
      this.#styles.set(name, value);
      this.element.style.setProperty(name, value);
    }
  }

  /** All its classes. */
  set classes(names: string) {
    this.attribute("class", names);
  }
}

export function div(className: string): HTMLDivElement {
  const element = document.createElement("div");
  element.className = className;
  return element;
}

/** An icon for a cell: without the white space of its source, which would count as text of the cell. */
export function glyph(name: IconName, size: number): SVGElement {
  const picture = icon(name, size);
  for (const node of [...picture.childNodes]) if (node.nodeType === Node.TEXT_NODE) node.remove();
  return picture;
}
