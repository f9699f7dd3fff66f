/**
 * The row of buttons of a dialog: all as wide as the widest, at the end of the row.
 * Made from texts, or from button widgets that the program adds. The first one is what Enter presses.
 */
import "./button-row.css";
import "../widgets/button.css";
import type { BaseWidget, WidgetParent } from "../widget.js";

interface Added {
  readonly cell: HTMLElement;
  readonly ending: AbortController;
  pressed: () => void;
}

export class ButtonRow implements WidgetParent {
  readonly element = document.createElement("div");
  /** Those that are made from texts. */
  readonly own: HTMLButtonElement[] = [];
  readonly #added = new Map<BaseWidget, Added>();
  readonly #isEnabled: () => boolean;

  constructor(isEnabled: () => boolean) {
    this.#isEnabled = isEnabled;
    this.element.className = "pgw-dialog-buttons";
  }

  get isEnabled(): boolean {
    return this.#isEnabled();
  }

  /** The button widgets in it. */
  get widgets(): readonly BaseWidget[] {
    return [...this.#added.keys()];
  }

  /** What Enter presses; null when it cannot be pressed. */
  get first(): HTMLButtonElement | null {
    const button = this.element.querySelector("button");
    return button !== null && !button.disabled && button.checkVisibility() ? button : null;
  }

  add(text: string, pressed: () => void): void {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pgw pgw-button";
    const caption = document.createElement("span");
    caption.textContent = text;
    button.append(caption);
    button.addEventListener("click", pressed);
    this.own.push(button);
    this.#cell(button);
  }

  /** Takes a button in, from its former parent. One that is here already keeps its place. */
  addWidget(button: BaseWidget, pressed: () => void): void {
    const present = this.#added.get(button);
    if (present !== undefined) {
      present.pressed = pressed;
      return;
    }
    button.setParent(this);
    const added: Added = { cell: this.#cell(button.element), ending: new AbortController(), pressed };
    this.#added.set(button, added);
    button.place({ main: "row", stretch: 1, rigid: true });
    // Its own callback comes first: its listener was there before.
    button.element.addEventListener("click", () => added.pressed(), { signal: added.ending.signal });
  }

  /** A button has left. */
  release(button: BaseWidget): void {
    const added = this.#added.get(button);
    if (added === undefined) return;
    this.#added.delete(button);
    added.ending.abort();
    button.element.remove();
    added.cell.remove();
  }

  #cell(button: HTMLElement): HTMLElement {
    const cell = document.createElement("div");
    cell.className = "pgw-dialog-button";
    cell.append(button);
    this.element.append(cell);
    return cell;
  }
}
