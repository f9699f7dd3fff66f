/**
 * Has what is far down a long column laid out once the rest of the page is painted, in steps that leave room for
 * input: thousands of new lines are then no long frame. Until its turn the browser lays out what comes into view
 * (`content-visibility`), and takes all else to be as high as a control.
 * Made from the children that columns take in.
 */
import { afterBreath, onNextFrame } from "./frame-timing.js";

/** A column is long with so many children. Those beyond the first few of them wait. */
const LONG = 100;
const FEW = 40;
/** Milliseconds that a step is meant to take, and how many children the first one has laid out. */
const STEP = 30;
const FIRST_STEP = 100;
/** The class of a child that waits. */
const WAITING = "pgw-waiting";

export class LongColumns {
  /** Hears of a column with children that wait when it comes into view or leaves it. */
  readonly #observer = new ResizeObserver((entries) => this.#changed(entries));
  readonly #observed = new WeakSet<Element>();
  /** Columns in view with children that wait. */
  readonly #shown = new Set<Element>();
  /** All that waits in the page, kept up to date by the browser. */
  readonly #waiting = document.getElementsByClassName(WAITING);
  readonly #afterwards: (() => void)[] = [];
  /** Children that columns of the page have taken in since its last frame. */
  #recent = 0;
  #step = FIRST_STEP;
  #running = false;

  /** A column has taken in a child, and has `count` of them now. */
  took(column: Element, child: Element, count: number): void {
    if (column.isConnected) {
      if (this.#recent++ === 0) {
        onNextFrame(() => {
          this.#recent = 0;
        });
      }
      // A few more lines are laid out at once, however many there are.
      if (this.#recent < LONG) return;
    } else if (count === LONG) {
      for (let i = FEW; i < LONG; i++) column.children[i]?.classList.add(WAITING);
    }
    if (count < LONG) return;
    child.classList.add(WAITING);
    if (this.#observed.has(column)) return;
    this.#observed.add(column);
    this.#observer.observe(column);
  }

  /** A child has left its column. */
  left(child: Element): void {
    child.classList.remove(WAITING);
  }

  /** Ends all waiting in the page: something is to be measured that the program is told. */
  finish(): void {
    for (const child of [...this.#waiting]) child.classList.remove(WAITING);
  }

  /** Runs `task` once nothing in view waits. */
  afterwards(task: () => void): void {
    if (this.#shown.size === 0) task();
    else this.#afterwards.push(task);
  }

  #changed(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, contentRect } of entries) {
      if (contentRect.height > 0) this.#shown.add(target);
      else this.#shown.delete(target);
    }
    if (this.#running) return;
    this.#running = true;
    // The frame that shows them is painted first.
    afterBreath(() => this.#next());
  }

  #next(): void {
    const [column] = this.#shown;
    if (column === undefined) {
      this.#running = false;
      for (const task of this.#afterwards.splice(0)) task();
      return;
    }
    onNextFrame(() => {
      const began = performance.now();
      const waiting = column.querySelectorAll(`:scope > .${WAITING}`);
      for (let i = 0; i < this.#step && i < waiting.length; i++) waiting[i]?.classList.remove(WAITING);
      if (waiting.length <= this.#step) this.#forget(column);
      // What has been laid out and painted by then tells how many the next step takes.
      afterBreath(() => {
        const took = Math.max(1, performance.now() - began);
        this.#step = Math.ceil(this.#step * Math.min(2, Math.max(0.5, STEP / took)));
        this.#next();
      });
    });
  }

  #forget(column: Element): void {
    this.#shown.delete(column);
    this.#observed.delete(column);
    this.#observer.unobserve(column);
  }
}
