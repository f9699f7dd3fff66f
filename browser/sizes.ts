/**
 * Tells widgets their size whenever it changes: one ResizeObserver for the whole page.
 * Made from the elements that asked to be watched. Who draws by its size is told within the frame; a size that is
 * only told to the program waits until the frame is painted.
 */
import { afterBreath } from "./frame-timing.js";

/** Milliseconds of telling before the page gets a turn. */
const SLICE = 8;

export interface Measured {
  readonly element: Element;
  /** Nothing that is drawn depends on the size. Default: false. */
  readonly sizeCanWait?: boolean;
  /** Border box in whole CSS pixels; 0 by 0 while it is not displayed. */
  measured(width: number, height: number): void;
}

export class Sizes {
  readonly #watched = new Map<Element, Measured>();
  readonly #observer = new ResizeObserver((entries) => {
    for (const entry of entries) {
      const box = entry.borderBoxSize[0];
      if (box === undefined) continue;
      const widget = this.#watched.get(entry.target);
      if (widget === undefined) continue;
      const width = Math.round(box.inlineSize);
      const height = Math.round(box.blockSize);
      if (widget.sizeCanWait === true) this.#wait(widget, width, height);
      else {
        this.#waiting.delete(widget);
        widget.measured(width, height);
      }
    }
  });
  /** The latest sizes that are still to be told. */
  readonly #waiting = new Map<Measured, readonly [width: number, height: number]>();

  /** Watches from now on; the first size comes with the next frame. */
  watch(widget: Measured): void {
    if (this.#watched.has(widget.element)) return;
    this.#watched.set(widget.element, widget);
    this.#observer.observe(widget.element, { box: "border-box" });
  }

  isWatched(widget: Measured): boolean {
    return this.#watched.has(widget.element);
  }

  unwatch(widget: Measured): void {
    if (!this.#watched.delete(widget.element)) return;
    this.#observer.unobserve(widget.element);
    this.#waiting.delete(widget);
  }

  #wait(widget: Measured, width: number, height: number): void {
    if (this.#waiting.size === 0) afterBreath(() => this.#tell());
    this.#waiting.set(widget, [width, height]);
  }

  #tell(): void {
    const end = performance.now() + SLICE;
    for (const [widget, [width, height]] of this.#waiting) {
      if (performance.now() >= end) {
        afterBreath(() => this.#tell());
        return;
      }
      this.#waiting.delete(widget);
      widget.measured(width, height);
    }
  }

  /** Every watched widget is told its size once more, with the next frame. */
  repeat(): void {
    for (const element of this.#watched.keys()) {
      this.#observer.unobserve(element);
      this.#observer.observe(element, { box: "border-box" });
    }
  }
}
