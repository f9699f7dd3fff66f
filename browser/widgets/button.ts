/**
 * Button: a native push button with a text, an icon above it, or both.
 * Made from its contract; the colours at rest and while hovered are kept apart, as custom properties.
 */
import "./button.css";
import type { ButtonArgs, ButtonContract, ButtonEvents } from "../../generated/browser/contracts.js";
import { setColorProperty } from "../css.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { px } from "../units.js";
import { BaseWidget } from "../widget.js";

/** What every button is a copy of. */
const prototype = document.createElement("button");
prototype.type = "button";
prototype.append(document.createElement("span"));

class Button extends BaseWidget<ButtonEvents> implements ButtonContract {
  declare readonly element: HTMLButtonElement;
  readonly #text: HTMLElement;
  #icon: HTMLImageElement | null = null;

  constructor(init: WidgetInit, args: ButtonArgs) {
    const element = prototype.cloneNode(true) as HTMLButtonElement;
    super(init, element);
    this.#text = element.firstChild as HTMLElement;
    element.addEventListener("click", () => this.emit("activated"));
    this.#text.textContent = args.text;
  }

  setText(text: string): void {
    this.#text.textContent = text;
    this.#nameIcon();
  }

  getText(): string {
    return this.#text.textContent ?? "";
  }

  setIcon(url: string | null, size: readonly [number, number] | null = null): void {
    if (url === null || url === "") {
      this.#icon?.remove();
      this.#icon = null;
      return;
    }
    if (this.#icon === null) {
      this.#icon = document.createElement("img");
      this.#icon.alt = "";
      this.#icon.draggable = false;
      this.element.prepend(this.#icon);
    }
    if (this.#icon.getAttribute("src") !== url) this.#icon.src = url;
    this.#icon.style.width = size === null ? "" : px(size[0]);
    this.#icon.style.height = size === null ? "" : px(size[1]);
  }

  getIcon(): string | null {
    return this.#icon?.src ?? null;
  }

  setColor(bg: string | null = null, fg: string | null = null): void {
    if (bg !== null) setColorProperty(this.element, "--button-bg", bg);
    if (fg !== null) setColorProperty(this.element, "--button-fg", fg);
  }

  setHover(bg: string | null = null, fg: string | null = null): void {
    setColorProperty(this.element, "--button-hover-bg", bg);
    setColorProperty(this.element, "--button-hover-fg", fg);
    this.element.classList.toggle("pgw-own-hover", bg !== null && bg !== "");
  }

  /** The common background lies under the colour of `set_color`, and hovering still shows. */
  override setBg(color: string | null): void {
    setColorProperty(this.element, "--button-ground", color);
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    this.#nameIcon();
  }

  /** An icon alone has no name; its tooltip is the best there is. */
  #nameIcon(): void {
    const name = this.getText() === "" ? this.getTooltip() : "";
    if (name === "") this.element.removeAttribute("aria-label");
    else this.element.setAttribute("aria-label", name);
  }
}

defineWidget("Button", Button);
