/**
 * The ground that pages and windows of the page stand on.
 * One per page; made of three layers.
 */
import { oncePerFrame } from "../frame-timing.js";
import { type Extent, inSight, inside, type Point, reachable } from "./geometry.js";
import { Ground } from "./ground.js";

/** Height of a title bar, as the style sheet has it. */
const BAR = 36;

export class Desk extends Ground {
  readonly element = document.createElement("div");
  readonly #pages = document.createElement("div");
  readonly #notices = document.createElement("div");

  constructor() {
    super(BAR);
    this.element.className = "pgw-desk";
    this.#pages.className = "pgw-pages";
    this.layer.className = "pgw-windows";
    this.#notices.className = "pgw-desk-notices";
    this.element.append(this.#pages, this.layer, this.#notices);
    window.addEventListener(
      "resize",
      oncePerFrame(() => this.roomChanged()),
    );
  }

  /** Inner size of the page in CSS pixels. */
  override get room(): Extent {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  override get limits(): { readonly max: Extent } {
    return { max: this.room };
  }

  override reach(at: Point, size: Extent): Point {
    return reachable(at, size, this.room, this.barHeight);
  }

  override inSight(at: Point, size: Extent): Point {
    return inSight(at, size, this.room, this.barHeight);
  }

  override insideView(at: Point, size: Extent): Point {
    return inside(at, size, this.room);
  }

  /** Neither a page nor a window can be seen. */
  get isBlank(): boolean {
    return [this.#pages, this.layer].every(
      (layer) => layer.querySelector(":scope > :not([hidden])") === null,
    );
  }

  /** Puts a page on top of the other pages, below all windows. */
  addPage(element: HTMLElement): void {
    if (this.#pages.lastElementChild !== element) this.#pages.append(element);
  }

  /** Shows a notice that stands in for a window. */
  addNotice(element: HTMLElement): void {
    this.#notices.append(element);
  }

  override clear(): void {
    super.clear();
    this.#pages.replaceChildren();
    this.#notices.replaceChildren();
  }
}
