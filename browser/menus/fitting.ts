/**
 * Which items of a bar fit into it, and which ones its last button has to offer.
 * Made from a line of items that do not shrink; those that do not fit keep their place, unseen, so that the bar's
 * natural length stays the same.
 */
import "./fitting.css";
import type { Sizes } from "../sizes.js";
import type { Updates } from "../updates.js";

interface Bar {
  /** Holds the items and the button. */
  readonly line: HTMLElement;
  /** Stands at the end of the line while something does not fit. */
  readonly more: HTMLElement;
  readonly vertical: boolean;
  readonly sizes: Sizes;
  readonly updates: Updates;
  /** Something does not fit, for the first time: the button is about to be measured and shown. */
  moreNeeded?(): void;
  /** Other items than before do not fit. */
  changed(): void;
}

/** What is this much too long counts as fitting: sizes are rounded. */
const ROUNDING = 0.6;

export class Fitting {
  readonly #bar: Bar;
  readonly #watched = new Map<HTMLElement, { element: HTMLElement; measured: () => void }>();
  #out: ReadonlySet<HTMLElement> = new Set();
  #due = false;
  #held = false;
  #needed = false;

  constructor(bar: Bar) {
    this.#bar = bar;
    bar.line.classList.add("pgw-fitting");
    bar.more.classList.add("pgw-fitting-more");
    this.#watch(bar.line);
    this.#showMore();
  }

  /** The items that do not fit. */
  get out(): ReadonlySet<HTMLElement> {
    return this.#out;
  }

  /** An item has come into the line. */
  add(item: HTMLElement): void {
    this.#watch(item);
  }

  remove(item: HTMLElement): void {
    const watched = this.#watched.get(item);
    if (watched !== undefined) this.#bar.sizes.unwatch(watched);
    this.#watched.delete(item);
    item.classList.remove("pgw-overflown");
    this.#request();
  }

  /** While it is held nothing changes, whatever the sizes are. */
  hold(on: boolean): void {
    this.#held = on;
    if (!on) this.#request();
  }

  dispose(): void {
    for (const watched of this.#watched.values()) this.#bar.sizes.unwatch(watched);
  }

  #watch(element: HTMLElement): void {
    const watched = { element, measured: () => this.#request() };
    this.#watched.set(element, watched);
    this.#bar.sizes.watch(watched);
  }

  #request(): void {
    if (this.#due) return;
    this.#due = true;
    this.#bar.updates.after(() => {
      this.#due = false;
      if (!this.#held && this.#bar.line.isConnected) this.#fit();
    });
  }

  #fit(): void {
    const { line, more, vertical } = this.#bar;
    const items = ([...line.children] as HTMLElement[]).filter((item) => item !== more);
    const room = vertical ? line.clientHeight : line.clientWidth;
    if (room === 0) return;
    const whole = line.getBoundingClientRect();
    const rightToLeft = getComputedStyle(line).direction === "rtl";
    const ends = items.map((item) => {
      const box = item.getBoundingClientRect();
      if (box.width === 0 && box.height === 0) return 0;
      if (vertical) return box.bottom - whole.top;
      return rightToLeft ? whole.right - box.left : box.right - whole.left;
    });
    const fits = (limit: number) => (end: number) => end <= limit + ROUNDING;
    let limit = room;
    if (!ends.every(fits(room))) {
      if (!this.#needed) this.#bar.moreNeeded?.();
      this.#needed = true;
      limit -= vertical ? more.offsetHeight : more.offsetWidth;
    }
    const inside = fits(limit);
    // From the first that does not fit on: the order says what matters most.
    const first = ends.findIndex((end) => !inside(end));
    const out = new Set(first < 0 ? [] : items.slice(first));
    if (out.size === this.#out.size && [...out].every((item) => this.#out.has(item))) return;
    this.#out = out;
    for (const item of items) item.classList.toggle("pgw-overflown", out.has(item));
    this.#showMore();
    this.#bar.changed();
  }

  #showMore(): void {
    this.#bar.more.classList.toggle("pgw-overflown", this.#out.size === 0);
  }
}
