/**
 * Keeps the focus in the page when the program takes away, hides or disables what has it.
 * Made from where the focus was last: it goes to what can be reached next, in the nearest thing around that is left.
 */
import { oncePerFrame } from "./frame-timing.js";

const STOPS = "a[href], button, input, select, textarea, video[controls], [tabindex], [contenteditable]";

interface Place {
  readonly element: Element;
  /** What came after it. */
  readonly next: Element | null;
}

export class FocusKeeper {
  /** What had the focus last, and everything around it, from the inside out. */
  #path: readonly Place[] = [];
  readonly #quietly: (task: () => void) => void;

  /** @param quietly - Does what is no deed of the user. */
  constructor(quietly: (task: () => void) => void) {
    this.#quietly = quietly;
    document.addEventListener("focusin", ({ target }) => {
      const path: Place[] = [];
      for (let at = target as Element | null; at !== null && at !== document.body; at = at.parentElement)
        path.push({ element: at, next: at.nextElementSibling });
      this.#path = path;
    });
  }

  /** Something has changed: before the page is painted the focus is looked after. */
  readonly changed = oncePerFrame(() => this.#look());

  #look(): void {
    const [had] = this.#path;
    if (had === undefined) return;
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body;
    if (!isLost && activeElement !== had.element) return;
    // Still there: then it was the user who went elsewhere, or nowhere.
    if (isUsable(had.element)) return;
    const to = this.#nearest();
    this.#path = [];
    if (to !== null) this.#quietly(() => to.focus({ preventScroll: true }));
  }

  #nearest(): HTMLElement | null {
    const left = this.#path.findIndex(({ element }) => isShown(element));
    for (let i = Math.max(1, left); left >= 0 && i < this.#path.length; i++) {
      const around = (this.#path[i] as Place).element;
      const gone = this.#path[i - 1] as Place;
      const stops = [...around.querySelectorAll<HTMLElement>(STOPS)].filter(
        (each) => each.tabIndex >= 0 && isUsable(each),
      );
      const from = gone.element.isConnected ? gone.element : gone.next;
      const after = stops.find((each) => from !== null && !isBefore(each, from));
      const found = after ?? stops.at(from === null ? -1 : 0);
      if (found !== undefined) return found;
      // A window takes the focus itself.
      if (around instanceof HTMLElement && around.hasAttribute("tabindex")) return around;
    }
    return null;
  }
}

function isBefore(element: Element, other: Element): boolean {
  return (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isShown(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}

function isUsable(element: Element): boolean {
  return isShown(element) && !element.matches(":disabled, [aria-disabled=true], [inert], [inert] *");
}
