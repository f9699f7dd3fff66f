/**
 * One tab: a button with a title, and a cross beside it where its page can be closed.
 * Made from a title; the strip around it tells it what it stands for.
 */
import { readableOn } from "../containers/readable.js";
import { isColor } from "../css.js";
import { icon } from "../icons.js";
import { say } from "../strings.js";
import { setTooltip } from "../tooltips.js";

/** Titles of more characters may be cut, so that they are shown in whole as a tooltip. */
const LONG = 24;

let tabs = 0;

export class Tab {
  /** The button and the cross together. */
  readonly element = document.createElement("div");
  readonly button = document.createElement("button");
  readonly cross: HTMLButtonElement | null;
  #title = "";

  constructor(closable: boolean) {
    const { element, button } = this;
    element.className = "pgw-tab-slot";
    element.setAttribute("role", "none");
    button.className = "pgw-tab";
    button.type = "button";
    button.id = `tab_${++tabs}`;
    button.tabIndex = -1;
    button.setAttribute("role", "tab");
    button.setAttribute("aria-selected", "false");
    button.append(document.createElement("span"));
    element.append(button);
    this.cross = closable ? document.createElement("button") : null;
    if (this.cross === null) return;
    this.cross.className = "pgw-tab-cross";
    this.cross.type = "button";
    this.cross.tabIndex = -1;
    this.cross.append(icon("close", 14));
    // The cross must not take the focus from where it is.
    this.cross.addEventListener("mousedown", (event) => event.preventDefault());
    button.setAttribute("aria-keyshortcuts", "Delete");
    element.append(this.cross);
  }

  get id(): string {
    return this.button.id;
  }

  get title(): string {
    return this.#title;
  }

  /** @param place - Its place from 1, for the name of a tab without a title. */
  setTitle(title: string, place: number): void {
    this.#title = title === "" ? say("page", { place }) : title;
    const text = this.button.firstElementChild;
    if (text !== null) text.textContent = title;
    this.button.setAttribute("aria-label", this.#title);
    this.cross?.setAttribute("aria-label", say("closePage", { title: this.#title }));
    setTooltip(this.button, title.length > LONG ? title : null);
  }

  select(on: boolean): void {
    this.button.setAttribute("aria-selected", String(on));
    this.button.tabIndex = on ? 0 : -1;
  }

  /** Paints it; null for the usual look. */
  highlight(color: string | null): void {
    const { style } = this.element;
    if (color === null) {
      style.removeProperty("--tab-bg");
      style.removeProperty("--tab-fg");
    } else if (isColor(color)) {
      style.setProperty("--tab-bg", color);
      style.setProperty("--tab-fg", readableOn(color) ?? "");
    }
    this.element.classList.toggle("pgw-painted", style.getPropertyValue("--tab-bg") !== "");
  }
}
