/**
 * Tells widgets their size whenever it changes: one ResizeObserver for the whole page.
 * Made from the elements that asked to be watched.
 */

export interface Measured {
  readonly element: Element;
  /** Border box in whole CSS pixels; 0 by 0 while it is not displayed. */
  measured(width: number, height: number): void;
}

export class Sizes {
  readonly #watched = new Map<Element, Measured>();
  readonly #observer = new ResizeObserver((entries) => {
    for (const entry of entries) {
      const box = entry.borderBoxSize[0];
      if (box === undefined) continue;
      this.#watched.get(entry.target)?.measured(Math.round(box.inlineSize), Math.round(box.blockSize));
    }
  });

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
    if (this.#watched.delete(widget.element)) this.#observer.unobserve(widget.element);
  }

  /** Every watched widget is told its size once more, with the next frame. */
  repeat(): void {
    for (const element of this.#watched.keys()) {
      this.#observer.unobserve(element);
      this.#observer.observe(element, { box: "border-box" });
    }
  }
}
