/**
 * One title of a menu bar: text, picture, or both.
 * Made from what the program gives it; the bar does the rest.
 */
import type { MenuTitleOptions } from "../../../generated/browser/types.js";
import { icon } from "../../icons.js";
import { MenuLine } from "../../menus/line.js";
import type { MenuPanel, MenuRow } from "../../menus/panel.js";
import { setTooltip } from "../../tooltips.js";
import { px } from "../../units.js";

/** Side of a picture that has no size of its own, in CSS pixels. */
const PICTURE = 16;

export class BarTitle {
  readonly element = document.createElement("div");
  #name: string;
  #options: MenuTitleOptions = {};
  #usable = true;

  constructor(name: string) {
    this.#name = name;
    const { element } = this;
    element.className = "pgw-bar-title";
    element.tabIndex = -1;
    element.setAttribute("role", "menuitem");
    element.setAttribute("aria-haspopup", "menu");
    this.setOpen(false);
  }

  get name(): string {
    return this.#name;
  }

  get isUsable(): boolean {
    return this.#usable && !this.element.hidden;
  }

  dress(name: string, options: MenuTitleOptions): void {
    this.#name = name;
    this.#options = options;
    const { element } = this;
    const url = options.icon_url ?? "";
    const iconOnly = options.icon_only === true && url !== "";
    const parts: HTMLElement[] = [];
    if (url !== "") {
      const image = document.createElement("img");
      image.alt = "";
      image.draggable = false;
      image.src = url;
      image.style.width = px(options.iconsize?.[0] ?? PICTURE);
      image.style.height = px(options.iconsize?.[1] ?? PICTURE);
      parts.push(image);
    }
    if (!iconOnly) {
      const text = document.createElement("span");
      text.textContent = name;
      parts.push(text);
    }
    element.replaceChildren(...parts);
    if (iconOnly) element.setAttribute("aria-label", name);
    else element.removeAttribute("aria-label");
    setTooltip(element, iconOnly ? name : null);
  }

  /** It stands for all titles that do not fit. */
  showAsMore(): void {
    this.element.classList.add("pgw-more");
    this.element.setAttribute("aria-label", this.#name);
    this.element.append(icon("right", 14), icon("right", 14));
  }

  show(usable: boolean, visible: boolean): void {
    this.#usable = usable;
    this.element.hidden = !visible;
    if (usable) this.element.removeAttribute("aria-disabled");
    else this.element.setAttribute("aria-disabled", "true");
  }

  setOpen(open: boolean): void {
    this.element.setAttribute("aria-expanded", String(open));
  }

  /** A line for the menu of those that do not fit. */
  asRow(panel: MenuPanel): MenuRow {
    const line = new MenuLine(this.#name);
    line.setPicture(this.#options.icon_url ?? null, this.#options.iconsize ?? null);
    line.setArrow();
    line.setUsable(this.#usable);
    line.element.hidden = this.element.hidden;
    return { element: line.element, label: this.#name, isUsable: this.isUsable, panel };
  }
}
