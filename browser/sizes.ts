/**
 * Tells widgets their size whenever it changes, by as few ResizeObservers as are quickly ended.
 * Made from the elements that asked to be watched. Who draws by its size is told within the frame; a size that is
 * only told to the program waits until the frame is painted, and where many widgets are made together, so does the
 * watching for it.
 */
import { afterBreath, afterPaint } from "./frame-timing.js";
import type { LongColumns } from "./long-columns.js";
import type { Updates } from "./updates.js";

/** Milliseconds of telling before the page gets a turn. */
const SLICE = 8;
/** So many new elements at most are observed at once, before they are painted. */
const FEW = 256;
/** So many elements share an observer. What left together is forgotten by ending whole observers. */
const SHARED = 128;

/** A size in whole CSS pixels. */
export type Box = readonly [width: number, height: number];

export interface Measured {
  readonly element: Element;
  /** Nothing that is drawn depends on the size. Default: false. */
  readonly sizeCanWait?: boolean;
  /**
   * Border box in whole CSS pixels, 0 by 0 while it is not displayed.
   * @param content - The same of the content box, inside padding and border
   */
  measured(width: number, height: number, content: Box): void;
}

/** An observer, the elements in it that are watched still, and those that are not. */
interface Group {
  readonly observer: ResizeObserver;
  readonly present: Set<Element>;
  readonly gone: Element[];
}

interface Watched {
  readonly widget: Measured;
  /** null: it waits to be observed. */
  group: Group | null;
}

export class Sizes {
  readonly #updates: Updates;
  readonly #longColumns: LongColumns;
  readonly #watched = new Map<Element, Watched>();
  readonly #touched = new Set<Group>();
  /** The one that is not full. */
  #open: Group | null = null;
  /** Elements to be observed once the frame is painted. */
  #unobserved: Watched[] = [];
  /** The latest sizes that are still to be told. */
  readonly #waiting = new Map<Measured, readonly [border: Box, content: Box]>();

  constructor(updates: Updates, longColumns: LongColumns) {
    this.#updates = updates;
    this.#longColumns = longColumns;
  }

  /** Watches from now on; the first size comes with the next frame, or soon after it where it can wait. */
  watch(widget: Measured): void {
    const known = this.#watched.get(widget.element);
    const canWait = widget.sizeCanWait === true;
    if (known !== undefined) {
      // By now something may be drawn by it.
      if (!canWait && known.group === null) this.#observe(known);
      return;
    }
    const watched: Watched = { widget, group: null };
    this.#watched.set(widget.element, watched);
    if (!canWait) {
      this.#observe(watched);
      return;
    }
    if (this.#unobserved.length === 0) {
      this.#updates.whenSettled(() => {
        if (this.#unobserved.length <= FEW) this.#observeSome(Number.POSITIVE_INFINITY);
        else this.#observeLater();
      });
    }
    this.#unobserved.push(watched);
  }

  isWatched(widget: Measured): boolean {
    return this.#watched.has(widget.element);
  }

  unwatch(widget: Measured): void {
    const { element } = widget;
    const watched = this.#watched.get(element);
    if (watched === undefined) return;
    this.#watched.delete(element);
    this.#waiting.delete(widget);
    const { group } = watched;
    if (group === null) return;
    group.present.delete(element);
    group.gone.push(element);
    if (this.#touched.size === 0) this.#updates.after(() => this.#forget());
    this.#touched.add(group);
  }

  /** Every watched widget is told its size once more, with the next frame. */
  repeat(): void {
    for (const watched of this.#watched.values()) again(watched);
  }

  /** Its padding or border has changed: it is told its size once more, with the next frame. */
  repeatOf({ element }: Measured): void {
    const watched = this.#watched.get(element);
    if (watched !== undefined) again(watched);
  }

  #observe(watched: Watched): void {
    if (this.#open === null || this.#open.present.size + this.#open.gone.length >= SHARED) {
      const observer = new ResizeObserver((entries) => this.#changed(entries));
      this.#open = { observer, present: new Set(), gone: [] };
    }
    const { element } = watched.widget;
    watched.group = this.#open;
    this.#open.present.add(element);
    this.#open.observer.observe(element, { box: "border-box" });
  }

  /** After the next frame: the first sizes come with the frame after that, so that neither becomes long. */
  #observeLater(): void {
    afterPaint(() => this.#observeSome(performance.now() + SLICE));
  }

  #observeSome(end: number): void {
    const waiting = this.#unobserved;
    let at = 0;
    for (; at < waiting.length && performance.now() < end; at++) {
      const watched = waiting[at] as Watched;
      if (watched.group === null && this.#watched.get(watched.widget.element) === watched)
        this.#observe(watched);
    }
    this.#unobserved = waiting.slice(at);
    if (this.#unobserved.length > 0) this.#observeLater();
  }

  /** Ends the watching of what has gone. */
  #forget(): void {
    for (const group of this.#touched) {
      if (group.present.size === 0) {
        group.observer.disconnect();
        if (this.#open === group) this.#open = null;
      } else {
        for (const element of group.gone) if (!group.present.has(element)) group.observer.unobserve(element);
      }
      group.gone.length = 0;
    }
    this.#touched.clear();
  }

  #changed(entries: readonly ResizeObserverEntry[]): void {
    for (const entry of entries) {
      const box = entry.borderBoxSize[0];
      if (box === undefined) continue;
      const widget = this.#watched.get(entry.target)?.widget;
      if (widget === undefined) continue;
      const [border, content] = [rounded(box), rounded(entry.contentBoxSize[0] ?? box)];
      if (widget.sizeCanWait === true) this.#wait(widget, border, content);
      else {
        this.#waiting.delete(widget);
        widget.measured(...border, content);
      }
    }
  }

  #wait(widget: Measured, border: Box, content: Box): void {
    if (this.#waiting.size === 0) afterBreath(() => this.#longColumns.afterwards(() => this.#tell()));
    this.#waiting.set(widget, [border, content]);
  }

  #tell(): void {
    const end = performance.now() + SLICE;
    for (const [widget, [border, content]] of this.#waiting) {
      if (performance.now() >= end) {
        afterBreath(() => this.#tell());
        return;
      }
      this.#waiting.delete(widget);
      widget.measured(...border, content);
    }
  }
}

function again({ widget, group }: Watched): void {
  if (group === null) return;
  group.observer.unobserve(widget.element);
  group.observer.observe(widget.element, { box: "border-box" });
}

function rounded({ inlineSize, blockSize }: ResizeObserverSize): Box {
  return [Math.round(inlineSize), Math.round(blockSize)];
}
