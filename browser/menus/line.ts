/**
 * One line of a menu: check mark, picture, text, and at its end keys or the arrow of a submenu.
 * Made of columns that all lines of a panel share; a column that no line uses takes no room.
 */
import "../styles/menu-popup.css";
import { type IconName, icon } from "../icons.js";
import { px } from "../units.js";

/** Side of a picture that has no size of its own, in CSS pixels. */
const PICTURE = 16;

export class MenuLine {
  readonly element = document.createElement("div");
  readonly #mark = part("mark");
  readonly #picture = part("picture");
  readonly #text = part("text");
  #image: HTMLImageElement | null = null;

  constructor(text: string) {
    this.element.className = "pgw-menu-line";
    this.element.tabIndex = -1;
    this.element.setAttribute("role", "menuitem");
    this.element.append(this.#mark, this.#picture, this.#text);
    this.text = text;
  }

  get text(): string {
    return this.#text.textContent;
  }

  set text(text: string) {
    this.#text.textContent = text;
  }

  /** Address of the picture, null when there is none. */
  get picture(): string | null {
    return this.#image?.getAttribute("src") ?? null;
  }

  /** Shows a picture; null takes it away. */
  setPicture(url: string | null, size: readonly [number, number] | null): void {
    if (url === null || url === "") {
      this.#image?.remove();
      this.#image = null;
      return;
    }
    if (this.#image === null) {
      this.#image = document.createElement("img");
      this.#image.alt = "";
      this.#image.draggable = false;
      this.#picture.replaceChildren(this.#image);
    }
    if (this.picture !== url) this.#image.src = url;
    this.#image.style.width = px(size?.[0] ?? PICTURE);
    this.#image.style.height = px(size?.[1] ?? PICTURE);
  }

  /** Shows one of the page's own pictures. */
  setIcon(name: IconName): void {
    this.#picture.replaceChildren(icon(name, PICTURE));
  }

  /** Whether it is marked; null for a line that has no mark. */
  setMark(marked: boolean | null): void {
    const { element } = this;
    element.setAttribute("role", marked === null ? "menuitem" : "menuitemcheckbox");
    if (marked === null) element.removeAttribute("aria-checked");
    else element.setAttribute("aria-checked", String(marked));
    if (marked !== true) this.#mark.replaceChildren();
    else if (this.#mark.firstChild === null) this.#mark.append(icon("check", PICTURE));
  }

  /** Shows keys that do the same. */
  setKeys(keys: string): void {
    const end = document.createElement("kbd");
    end.textContent = keys;
    end.setAttribute("aria-hidden", "true");
    end.className = "pgw-menu-end";
    this.element.setAttribute("aria-keyshortcuts", keys);
    this.element.append(end);
  }

  /** Says that a submenu opens from it. */
  setArrow(): void {
    const end = part("end");
    end.append(icon("right", 14));
    this.element.classList.add("pgw-menu-opens");
    this.element.setAttribute("aria-haspopup", "menu");
    this.element.setAttribute("aria-expanded", "false");
    this.element.append(end);
  }

  setUsable(on: boolean): void {
    if (on) this.element.removeAttribute("aria-disabled");
    else this.element.setAttribute("aria-disabled", "true");
  }
}

/** A thin line between others. */
export function menuSeparator(): HTMLElement {
  const line = document.createElement("div");
  line.className = "pgw-menu-separator";
  line.setAttribute("role", "separator");
  return line;
}

function part(name: string): HTMLElement {
  const element = document.createElement("span");
  element.className = `pgw-menu-${name}`;
  return element;
}
