/**
 * Expander: a section with a title bar that folds its one child away.
 * Made from its contract; the bar is a button where the user may fold, and plain text where not.
 */
import "./expander.css";
import type { ExpanderArgs, ExpanderContract, ExpanderEvents } from "../../generated/browser/contracts.js";
import { BaseContainer } from "../container.js";
import { readableOn } from "../containers/readable.js";
import { isColor } from "../css.js";
import { icon } from "../icons.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { say } from "../strings.js";
import { type Sides, sides } from "../units.js";
import type { BaseWidget } from "../widget.js";

let sections = 0;

class Expander extends BaseContainer<ExpanderEvents> implements ExpanderContract {
  readonly #bar: HTMLElement;
  readonly #collapsible: boolean;
  #collapsed = false;

  constructor(init: WidgetInit, { title, collapsible, shadow, bg_color }: ExpanderArgs) {
    const content = document.createElement("div");
    super(init, document.createElement("div"), content);
    content.className = "pgw-expander-content";
    content.id = `pgw-section-${++sections}`;
    this.#collapsible = collapsible;
    this.#bar = collapsible ? this.#button() : document.createElement("div");
    this.#bar.classList.add("pgw-expander-bar");
    const text = document.createElement("span");
    text.textContent = title;
    if (title === "") this.#bar.setAttribute("aria-label", say("section"));
    this.#bar.append(text);
    this.element.classList.toggle("pgw-shadow", shadow);
    if (bg_color !== null && isColor(bg_color)) {
      this.#bar.style.setProperty("--bar-bg", bg_color);
      this.#bar.style.setProperty("--bar-fg", readableOn(bg_color) ?? "");
    }
    this.element.append(this.#bar, content);
    this.setCollapsed(collapsible);
  }

  setWidget(child: BaseWidget): void {
    this.adoptOnly(child, { main: "column" });
  }

  setCollapsed(collapsed: boolean): void {
    this.#collapsed = collapsed;
    this.slot.hidden = collapsed;
    this.element.classList.toggle("pgw-collapsed", collapsed);
    if (this.#collapsible) this.#bar.setAttribute("aria-expanded", String(!collapsed));
  }

  getCollapsed(): boolean {
    return this.#collapsed;
  }

  toggleContent(): void {
    this.setCollapsed(!this.#collapsed);
  }

  /** Padding lies around the content; the bar reaches from edge to edge. */
  override setPadding(padding: Sides): void {
    this.slot.style.padding = sides(padding);
  }

  protected override controls(): readonly HTMLElement[] {
    return this.#collapsible ? [this.#bar] : [];
  }

  #button(): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-controls", this.slot.id);
    button.append(icon("right", 14));
    button.addEventListener("click", () => {
      this.toggleContent();
      this.emit("toggled", this.#collapsed);
    });
    return button;
  }
}

defineWidget("Expander", Expander);
