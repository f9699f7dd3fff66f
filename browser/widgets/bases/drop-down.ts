/**
 * A menu that drops down from a widget: by press, by key, and for screen readers.
 * Made from an element and whatever widget can open itself below it.
 */
import type { BaseWidget } from "../../widget.js";

export interface DropDownOptions {
  /** A pointer is held on the anchor: letting go over an entry chooses it. Otherwise the first entry gets the focus. */
  readonly pressed: boolean;
  /** It has closed, for whatever reason. */
  readonly closed: () => void;
}

/** What a menu widget has to have, to drop down from others. */
export interface DropDownMenu {
  /** Opens below the anchor's start, kept in the viewport. A press outside closes it. The result closes it. */
  dropDown(anchor: HTMLElement, options: DropDownOptions): () => void;
}

/** A widget that can open itself, or whatever else can. */
type Droppable = BaseWidget | DropDownMenu;

function dropsDown(menu: Droppable): menu is DropDownMenu {
  return "dropDown" in menu && typeof menu.dropDown === "function";
}

/** Lets an element open a menu. The element must be able to take the focus while there is one. */
export class DropDown {
  readonly #anchor: HTMLElement;
  readonly #isEnabled: () => boolean;
  #menu: Droppable | null = null;
  #close: (() => void) | null = null;
  #ending: AbortController | null = null;

  constructor(anchor: HTMLElement, isEnabled: () => boolean) {
    this.#anchor = anchor;
    this.#isEnabled = isEnabled;
  }

  /** Whether there is a menu. */
  get isSet(): boolean {
    return this.#menu !== null;
  }

  set(menu: Droppable | null): void {
    if (menu === this.#menu) return;
    this.end();
    this.#menu = menu;
    this.#anchor.classList.toggle("pgw-drops-down", menu !== null);
    if (menu === null) {
      for (const name of ["role", "aria-haspopup", "aria-expanded", "aria-disabled"]) {
        this.#anchor.removeAttribute(name);
      }
      return;
    }
    this.#anchor.setAttribute("role", "button");
    this.#anchor.setAttribute("aria-haspopup", "menu");
    this.#anchor.setAttribute("aria-expanded", "false");
    this.enabledChanged();
    this.#watch();
  }

  /** The element can be used now, or no longer. */
  enabledChanged(): void {
    if (this.#menu === null) return;
    if (this.#isEnabled()) {
      this.#anchor.removeAttribute("aria-disabled");
    } else {
      this.#anchor.setAttribute("aria-disabled", "true");
      this.#close?.();
    }
  }

  /** Closes the menu and listens no more. */
  end(): void {
    this.#close?.();
    this.#ending?.abort();
    this.#ending = null;
  }

  #watch(): void {
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    const anchor = this.#anchor;
    /** The finger came down while the menu was open, which has closed it. */
    let touchCloses = false;
    anchor.addEventListener(
      "pointerdown",
      (event) => {
        // A finger may be about to scroll; for it the click decides.
        if (event.pointerType === "touch") touchCloses = this.#close !== null;
        else if (event.button === 0 || event.button === 2) this.#press(true);
      },
      { signal },
    );
    anchor.addEventListener(
      "click",
      (event) => {
        const touched = (event as PointerEvent).pointerType === "touch";
        if (touched ? !touchCloses : event.detail === 0) this.#press(false);
      },
      { signal },
    );
    // The focus belongs to the menu while it is open, and then back to where it was.
    anchor.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
    anchor.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
    anchor.addEventListener(
      "keydown",
      (event) => {
        if (event.target !== anchor || event.ctrlKey || event.altKey || event.metaKey) return;
        const opens = ["Enter", " ", "ArrowDown", "ContextMenu"].includes(event.key);
        if (!opens && !(event.key === "F10" && event.shiftKey)) return;
        event.preventDefault();
        this.#press(false);
      },
      { signal },
    );
  }

  #press(pressed: boolean): void {
    const menu = this.#menu;
    if (menu === null || !this.#isEnabled()) return;
    if ("isDestroyed" in menu && menu.isDestroyed) return;
    if (this.#close !== null) {
      this.#close();
      return;
    }
    if (!dropsDown(menu)) return;
    this.#anchor.setAttribute("aria-expanded", "true");
    const close = menu.dropDown(this.#anchor, { pressed, closed: () => this.#closed() });
    this.#close = close;
  }

  #closed(): void {
    if (this.#menu !== null) this.#anchor.setAttribute("aria-expanded", "false");
    const close = this.#close;
    // The press that closed it may be one on the element itself; that must not open it again.
    setTimeout(() => {
      if (this.#close === close) this.#close = null;
    });
  }
}
