/**
 * What windows stand on: their order, which one is worked in, the parked ones.
 * Made of one layer that holds their elements; the page is one ground, and so is every desktop in a window.
 */
import type { Drag } from "./drag.js";
import { type Edge, type Extent, freePlace, type Point, parking, type Rect } from "./geometry.js";

/** A window, as its ground sees it. */
export interface GroundWindow {
  readonly element: HTMLElement;
  readonly isParked: boolean;
  readonly isMaximized: boolean;
  /** Where it stands, while it has a place of its own. */
  readonly standing: Rect | null;
  /** The ground has another size. */
  roomChanged(): void;
  /** Its place among the parked ones. */
  park(place: Rect): void;
  /** It is the one that the user works in, or no longer. */
  setActive(on: boolean): void;
  /** Takes the focus, when the one before has gone. */
  focusWindow(): void;
}

/** What becomes of a distance that a window, or one of its edges, is dragged by. */
export type Resistance = (
  start: Rect,
  edge: Edge | null,
  dx: number,
  dy: number,
) => readonly [number, number];

export abstract class Ground {
  /** Holds the elements of the windows. */
  readonly layer = document.createElement("div");
  /** Height of a parked window, as the style sheet has it. */
  readonly barHeight: number;
  /** Shown windows, the lowest first. */
  readonly #windows: GroundWindow[] = [];
  /** In the order in which they were parked. */
  readonly #parked: GroundWindow[] = [];
  #active: GroundWindow | null = null;

  constructor(barHeight: number) {
    this.barHeight = barHeight;
  }

  /** Size of what can be seen of it, in CSS pixels. */
  abstract get room(): Extent;

  /** The nearest place where a window of this size can still be grasped: so far its user can drag it. */
  abstract reach(at: Point, size: Extent): Point;

  /** The nearest place where a part of a window of this size can be seen: so far the program can put it. */
  abstract inSight(at: Point, size: Extent): Point;

  /** The nearest place where a window of this size can be seen. */
  abstract insideView(at: Point, size: Extent): Point;

  /** How large a window can be made by hand, and how far to the left. */
  abstract get limits(): { readonly max: Extent; readonly left?: number };

  /** Shown windows, the lowest first. */
  get windows(): readonly GroundWindow[] {
    return this.#windows;
  }

  /** The window that the user works in. */
  get active(): GroundWindow | null {
    return this.#active;
  }

  /** Brings a window in without showing it, so that it can be measured and keeps its inner state. */
  hold(window: GroundWindow): void {
    if (window.element.parentElement !== this.layer) this.layer.append(window.element);
  }

  /** Shows a window on top. */
  add(window: GroundWindow): void {
    this.hold(window);
    this.raise(window);
    this.arrangeParked();
  }

  /** Takes a window out. The focus, if it was inside, goes to the next one. */
  remove(window: GroundWindow): void {
    const at = this.#windows.indexOf(window);
    if (at < 0) return;
    this.#windows.splice(at, 1);
    const wasActive = this.#active === window;
    if (wasActive) this.activate(null);
    this.arrangeParked();
    if (!wasActive || !window.element.contains(document.activeElement)) return;
    this.#windows.findLast((other) => !other.isParked && !other.element.hidden)?.focusWindow();
  }

  /** Puts a window in front of the others. False when it is there already. */
  raise(window: GroundWindow): boolean {
    this.activate(window);
    if (this.#windows.at(-1) === window) return false;
    const at = this.#windows.indexOf(window);
    if (at >= 0) this.#windows.splice(at, 1);
    this.#windows.push(window);
    this.#stack();
    return true;
  }

  /** Puts a window behind the others. False when it is there already. */
  lower(window: GroundWindow): boolean {
    const at = this.#windows.indexOf(window);
    if (at <= 0) return false;
    this.#windows.splice(at, 1);
    this.#windows.unshift(window);
    this.#stack();
    if (this.#active === window) this.activate(this.#windows.at(-1) ?? null);
    return true;
  }

  /** The window that has the focus. It need not be the one in front: the program may have moved the focus. */
  get focused(): GroundWindow | null {
    const { activeElement } = document;
    return this.#windows.find(({ element }) => element.contains(activeElement)) ?? null;
  }

  /** The window behind or before this one in the order of the page, for going round by keys. */
  next(step: 1 | -1): GroundWindow | null {
    const inPage = this.#windows
      .filter((window) => !window.element.hidden)
      .sort((a, b) =>
        a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
      );
    if (inPage.length === 0) return null;
    const from = this.focused ?? this.#active;
    const at = from === null ? -1 : inPage.indexOf(from);
    return inPage.at((at + step + inPage.length) % inPage.length) ?? null;
  }

  /** A place for a window of this size that has none. */
  freePlace(window: GroundWindow, size: Extent): Point {
    const taken = this.#windows.filter((other) => other !== window).map((other) => other.standing);
    return freePlace(
      size,
      this.room,
      taken.filter((rect) => rect !== null),
    );
  }

  /** A drag by a pointer begins; the result is told of the steps instead. */
  draggedByPointer(drag: Drag): Drag {
    return drag;
  }

  /** What holds back the window that is about to be dragged. */
  resistance(_window: HTMLElement): Resistance {
    return (_start, _edge, dx, dy) => [dx, dy];
  }

  /** Brings a window into view, for who goes there by keys. */
  reveal(_window: GroundWindow): void {}

  /** Makes the rows of parked windows again. */
  arrangeParked(): void {
    for (let i = this.#parked.length - 1; i >= 0; i--) {
      const window = this.#parked[i] as GroundWindow;
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
    this.layer.style.setProperty("--pgw-parked-height", `${height}px`);
  }

  /** Shows nothing any more. */
  clear(): void {
    this.#windows.length = 0;
    this.#parked.length = 0;
    this.#active = null;
    this.layer.replaceChildren();
    this.arrangeParked();
  }

  protected activate(window: GroundWindow | null): void {
    if (this.#active === window) return;
    this.#active?.setActive(false);
    this.#active = window;
    window?.setActive(true);
  }

  /** What can be seen of it has another size. */
  protected roomChanged(): void {
    this.arrangeParked();
    for (const window of this.#windows) window.roomChanged();
  }

  #stack(): void {
    this.#windows.forEach((window, i) => {
      window.element.style.zIndex = String(i + 1);
    });
  }
}
