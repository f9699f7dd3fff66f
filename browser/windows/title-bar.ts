/**
 * The title bar of a window: icon, title in the middle, buttons at the end.
 * Made from what the window allows; says what was pressed, decides nothing.
 */
import { type IconName, icon } from "../icons.js";
import { say, type Word } from "../strings.js";
import { setTooltip } from "../tooltips.js";

export interface TitleBarActions {
  lower?: () => void;
  minimize?: () => void;
  maximize?: () => void;
  close?: () => void;
}
type Action = keyof TitleBarActions;

const looks: Readonly<Record<Action, readonly [icon: IconName, word: Word]>> = {
  lower: ["lower", "lower"],
  minimize: ["minimize", "minimize"],
  maximize: ["maximize", "maximize"],
  close: ["close", "close"],
};

let titles = 0;

export class TitleBar {
  readonly element = document.createElement("div");
  readonly #icon = document.createElement("img");
  readonly #title = document.createElement("span");
  readonly #buttons = new Map<Action, HTMLButtonElement>();

  constructor(actions: TitleBarActions) {
    this.element.className = "pgw-title-bar";
    this.#icon.className = "pgw-title-icon";
    this.#icon.alt = "";
    this.#icon.hidden = true;
    this.#icon.draggable = false;
    this.#title.className = "pgw-title";
    this.#title.id = `pgw-title-${++titles}`;
    const start = document.createElement("div");
    start.className = "pgw-title-start";
    start.append(this.#icon);
    const end = document.createElement("div");
    end.className = "pgw-title-end";
    for (const action of ["lower", "minimize", "maximize", "close"] as const) {
      const pressed = actions[action];
      if (pressed === undefined) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = `pgw-icon-button pgw-title-${action}`;
      button.addEventListener("click", pressed);
      this.#buttons.set(action, button);
      this.#dress(action, ...looks[action]);
      end.append(button);
    }
    this.element.append(start, this.#title, end);
  }

  /** Id of the element that holds the title. */
  get titleId(): string {
    return this.#title.id;
  }

  get title(): string {
    return this.#title.textContent ?? "";
  }

  set title(text: string) {
    this.#title.textContent = text;
  }

  /** Its buttons, in their order. */
  get buttons(): readonly HTMLButtonElement[] {
    return [...this.#buttons.values()];
  }

  setIcon(url: string | null): void {
    const address = url ?? "";
    this.#icon.hidden = address === "";
    if (address === "") this.#icon.removeAttribute("src");
    else this.#icon.src = address;
  }

  /** Shows on the buttons which of them goes back to normal. */
  showState(state: string): void {
    const minimized = state === "minimized";
    const maximized = state === "maximized";
    this.#dress("minimize", minimized ? "restore" : "minimize", minimized ? "unminimize" : "minimize");
    this.#dress("maximize", maximized ? "restore" : "maximize", maximized ? "unmaximize" : "maximize");
  }

  #dress(action: Action, picture: IconName, word: Word): void {
    const button = this.#buttons.get(action);
    if (button === undefined || button.dataset.word === word) return;
    button.dataset.word = word;
    button.replaceChildren(icon(picture, picture === "restore" || action === "maximize" ? 13 : 15));
    button.setAttribute("aria-label", say(word));
    setTooltip(button, say(word));
  }
}
