/**
 * The ground that pages and windows stand on: their order, the parked ones, the size of the page.
 * One per page; made of three layers.
 */
import { oncePerFrame } from "../frame-timing.js";
import { type Extent, freePlace, type Point, parking, type Rect } from "./geometry.js";

/** A window, as the desk sees it. */
export interface DeskWindow {
  readonly element: HTMLElement;
  readonly isParked: boolean;
  /** Where it stands, while it has a place of its own. */
  readonly standing: Rect | null;
  /** The page has another size. */
  roomChanged(): void;
  /** Its place among the parked ones. */
  park(place: Rect): void;
  /** It is the one that the user works in, or no longer. */
  setActive(on: boolean): void;
  /** Takes the focus, when the one before has gone. */
  focusWindow(): void;
}

export class Desk {
  readonly element = document.createElement("div");
  readonly #pages = document.createElement("div");
  readonly #layer = document.createElement("div");
  readonly #notices = document.createElement("div");
  /** Shown windows, the lowest first. */
  readonly #windows: DeskWindow[] = [];
  /** In the order in which they were parked. */
  readonly #parked: DeskWindow[] = [];
  #active: DeskWindow | null = null;
  /** Height of the title bar of a parked window, as the style sheet has it. */
  readonly barHeight = 36;

  constructor() {
    this.element.className = "pgw-desk";
    this.#pages.className = "pgw-pages";
    this.#layer.className = "pgw-windows";
    this.#notices.className = "pgw-desk-notices";
    this.element.append(this.#pages, this.#layer, this.#notices);
    window.addEventListener(
      "resize",
      oncePerFrame(() => this.#roomChanged()),
    );
  }

  /** Inner size of the page in CSS pixels. */
  get room(): Extent {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  /** Shown windows, the lowest first. */
  get windows(): readonly DeskWindow[] {
    return this.#windows;
  }

  /** The window that the user works in. */
  get active(): DeskWindow | null {
    return this.#active;
  }

  /** Puts a page on top of the other pages, below all windows. */
  addPage(element: HTMLElement): void {
    if (this.#pages.lastElementChild !== element) this.#pages.append(element);
  }

  /** Shows a notice that stands in for a window. */
  addNotice(element: HTMLElement): void {
    this.#notices.append(element);
  }

  /** Brings a window into the page without showing it, so that it can be measured and keeps its inner state. */
  hold(window: DeskWindow): void {
    if (window.element.parentElement !== this.#layer) this.#layer.append(window.element);
  }

  /** Shows a window on top. */
  add(window: DeskWindow): void {
    this.hold(window);
    this.raise(window);
    this.arrangeParked();
  }

  /** Takes a window out. The focus, if it was inside, goes to the next one. */
  remove(window: DeskWindow): void {
    const at = this.#windows.indexOf(window);
    if (at < 0) return;
    this.#windows.splice(at, 1);
    this.arrangeParked();
    if (this.#active !== window) return;
    this.#activate(null);
    const next = this.#windows.findLast((other) => !other.isParked);
    if (next !== undefined && window.element.contains(document.activeElement)) next.focusWindow();
  }

  /** Puts a window in front of the others. False when it is there already. */
  raise(window: DeskWindow): boolean {
    this.#activate(window);
    if (this.#windows.at(-1) === window) return false;
    const at = this.#windows.indexOf(window);
    if (at >= 0) this.#windows.splice(at, 1);
    this.#windows.push(window);
    this.#stack();
    return true;
  }

  /** Puts a window behind the others. False when it is there already. */
  lower(window: DeskWindow): boolean {
    const at = this.#windows.indexOf(window);
    if (at <= 0) return false;
    this.#windows.splice(at, 1);
    this.#windows.unshift(window);
    this.#stack();
    if (this.#active === window) this.#activate(this.#windows.at(-1) ?? null);
    return true;
  }

  /** The window behind or before this one in the order of the page, for going round by keys. */
  next(step: 1 | -1): DeskWindow | null {
    const inPage = [...this.#windows].sort((a, b) =>
      a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    if (inPage.length === 0) return null;
    const at = this.#active === null ? -1 : inPage.indexOf(this.#active);
    return inPage.at((at + step + inPage.length) % inPage.length) ?? null;
  }

  /** A place for a window of this size that has none. */
  freePlace(window: DeskWindow, size: Extent): Point {
    const taken = this.#windows.filter((other) => other !== window).map((other) => other.standing);
    return freePlace(
      size,
      this.room,
      taken.filter((rect) => rect !== null),
    );
  }

  /** Makes the rows of parked windows again. */
  arrangeParked(): void {
    for (let i = this.#parked.length - 1; i >= 0; i--) {
      const window = this.#parked[i] as DeskWindow;
      if (!window.isParked || !this.#windows.includes(window)) this.#parked.splice(i, 1);
    }
    for (const window of this.#windows) {
      if (window.isParked && !this.#parked.includes(window)) this.#parked.push(window);
    }
    const { places, height } = parking(this.#parked.length, this.room, this.barHeight);
    this.#parked.forEach((window, i) => {
      window.park(places[i] as Rect);
    });
    // A maximised window leaves them their room.
    this.element.style.setProperty("--pgw-parked-height", `${height}px`);
  }

  /** Shows nothing any more. */
  clear(): void {
    this.#windows.length = 0;
    this.#parked.length = 0;
    this.#active = null;
    this.#pages.replaceChildren();
    this.#layer.replaceChildren();
    this.#notices.replaceChildren();
    this.arrangeParked();
  }

  #activate(window: DeskWindow | null): void {
    if (this.#active === window) return;
    this.#active?.setActive(false);
    this.#active = window;
    window?.setActive(true);
  }

  #stack(): void {
    this.#windows.forEach((window, i) => {
      window.element.style.zIndex = String(i + 1);
    });
  }

  #roomChanged(): void {
    this.arrangeParked();
    for (const window of this.#windows) window.roomChanged();
  }
}
