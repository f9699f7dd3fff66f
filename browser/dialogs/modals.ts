/**
 * The modal dialogs that are open: each with a cover below it, in pairs, above everything else on the desk.
 * Made once per desk. What is below the topmost pair can neither be pressed nor reached by keys.
 */
import "./modals.css";
import type { Desk } from "../windows/desk.js";

export interface ModalWindow {
  readonly element: HTMLElement;
  /** Moves the focus to where it belongs inside. */
  focusInside(): void;
}

interface Pair {
  readonly window: ModalWindow;
  readonly cover: HTMLElement;
}

const all = new WeakMap<Desk, Modals>();

export class Modals {
  readonly #desk: Desk;
  /** The topmost last. */
  readonly #pairs: Pair[] = [];
  #inert = new Set<HTMLElement>();
  /** Windows that are shown meanwhile stand below as well. */
  readonly #newcomers = new MutationObserver(() => this.#disable());

  static of(desk: Desk): Modals {
    let modals = all.get(desk);
    if (modals === undefined) {
      modals = new Modals(desk);
      all.set(desk, modals);
    }
    return modals;
  }

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get topmost(): ModalWindow | null {
    return this.#pairs.at(-1)?.window ?? null;
  }

  has(window: ModalWindow): boolean {
    return this.#pairs.some((pair) => pair.window === window);
  }

  /** Puts a window that is in the page above everything. */
  show(window: ModalWindow): void {
    const { element } = window;
    const pair = this.#take(window) ?? { window, cover: makeCover(window) };
    this.#pairs.push(pair);
    element.before(pair.cover);
    element.classList.add("pgw-modal");
    element.setAttribute("aria-modal", "true");
    this.#arrange();
  }

  /** Takes the cover away. What is below can be used again. */
  hide(window: ModalWindow): void {
    const pair = this.#take(window);
    if (pair === null) return;
    const { element } = window;
    pair.cover.remove();
    element.classList.remove("pgw-modal");
    element.removeAttribute("aria-modal");
    element.style.removeProperty("--modal-level");
    this.#arrange();
  }

  #take(window: ModalWindow): Pair | null {
    const at = this.#pairs.findIndex((pair) => pair.window === window);
    return at < 0 ? null : (this.#pairs.splice(at, 1)[0] ?? null);
  }

  #arrange(): void {
    this.#pairs.forEach(({ window, cover }, i) => {
      window.element.style.setProperty("--modal-level", String(2 * i + 1));
      cover.style.setProperty("--modal-level", String(2 * i));
    });
    this.#disable();
    if (this.#pairs.length === 0) this.#newcomers.disconnect();
    else this.#newcomers.observe(this.#desk.layer, { childList: true });
  }

  /** Everything on the desk but the topmost dialog. */
  #disable(): void {
    const top = this.topmost?.element ?? null;
    const wanted = new Set<HTMLElement>();
    if (top !== null) {
      const { element, layer } = this.#desk;
      const around = [...element.children].filter((each) => each !== layer);
      for (const each of [...around, ...layer.children]) {
        const isCover = each.classList.contains("pgw-cover");
        if (each instanceof HTMLElement && each !== top && !isCover) wanted.add(each);
      }
    }
    for (const element of this.#inert) if (!wanted.has(element)) element.inert = false;
    for (const element of wanted) element.inert = true;
    this.#inert = wanted;
  }
}

function makeCover(window: ModalWindow): HTMLElement {
  const cover = document.createElement("div");
  cover.className = "pgw-cover";
  cover.addEventListener("pointerdown", () => {
    // Says where the user has to go on first.
    const { classList } = window.element;
    classList.remove("pgw-attention");
    requestAnimationFrame(() => classList.add("pgw-attention"));
    if (!window.element.contains(document.activeElement)) window.focusInside();
  });
  // The focus stays in the dialog.
  cover.addEventListener("mousedown", (event) => event.preventDefault());
  cover.addEventListener("contextmenu", (event) => event.preventDefault());
  return cover;
}
