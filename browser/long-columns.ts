/**
 * Has what is far down a long column shown once the rest of the page is painted, in steps that leave room for input:
 * thousands of new lines are then no long frame. Until then they are hidden, and room for them is kept free.
 * Made from the children that columns take in.
 */
import { afterBreath, onNextFrame } from "./frame-timing.js";
import type { Updatable, Updates } from "./updates.js";

/** A column is long with so many children. Those beyond the first few of them wait. */
const LONG = 100;
const FEW = 40;
/** Milliseconds that a step is meant to take, and how many children the first one shows. */
const STEP = 60;
const FIRST_STEP = 100;
/** The class of a child that waits, and of the empty element that stands for all that do. */
const WAITING = "pgw-waiting";
const STAND_IN = "pgw-waiting-room";
/** What one of them is taken to need. */
const LINE = "(var(--pgw-control-height) + var(--pgw-space-1))";

export class LongColumns implements Updatable {
  readonly #updates: Updates;
  /** Of the columns that have children that wait. */
  readonly #standIns = new WeakMap<HTMLElement, HTMLElement>();
  /** Hears of such a column when it comes into view or leaves it. */
  readonly #observer = new ResizeObserver((entries) => this.#changed(entries));
  /** Those that have taken in children since the last drawing. */
  readonly #touched = new Set<HTMLElement>();
  /** Those in view. */
  readonly #shown = new Set<HTMLElement>();
  /** All stand-ins in the page, kept up to date by the browser. */
  readonly #present = document.getElementsByClassName(STAND_IN);
  readonly #afterwards: (() => void)[] = [];
  /** Children that columns of the page have taken in since its last frame. */
  #recent = 0;
  #step = FIRST_STEP;
  #running = false;

  constructor(updates: Updates) {
    this.#updates = updates;
    // Whoever scrolls must not come to where nothing is.
    document.addEventListener("scroll", () => this.finish(), { capture: true, passive: true });
  }

  /** A column has taken in a child, and has `count` of them now. */
  took(column: HTMLElement, child: HTMLElement, count: number): void {
    if (column.isConnected) {
      if (this.#recent++ === 0) {
        onNextFrame(() => {
          this.#recent = 0;
        });
      }
      // A few more lines are shown at once, however many there are.
      if (this.#recent < LONG) return;
    } else if (count === LONG) {
      for (let i = FEW; i < LONG; i++) column.children[i]?.classList.add(WAITING);
    }
    if (count < LONG) return;
    child.classList.add(WAITING);
    this.#touched.add(column);
    this.#updates.request(this);
  }

  /** A child has left its column. */
  left(child: HTMLElement): void {
    child.classList.remove(WAITING);
  }

  commit(): void {
    for (const column of this.#touched) {
      if (!this.#standIns.has(column)) {
        const standIn = document.createElement("div");
        standIn.className = STAND_IN;
        this.#standIns.set(column, standIn);
        this.#observer.observe(column);
      }
      this.#keepRoom(column, waitingIn(column).length);
    }
    this.#touched.clear();
  }

  /** Shows all that waits in the page: something is to be measured that the program is told. */
  finish(): void {
    for (const { parentElement: column } of [...this.#present]) {
      if (column !== null) this.#show(column, Number.POSITIVE_INFINITY);
    }
  }

  /** Has a widget shown that something is to be done with now. */
  reach(element: HTMLElement): void {
    if (element.closest(`.${WAITING}`) !== null) this.finish();
  }

  /** Runs `task` once nothing in view waits. */
  afterwards(task: () => void): void {
    if (this.#shown.size === 0) task();
    else this.#afterwards.push(task);
  }

  #changed(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, contentRect } of entries) {
      if (contentRect.height > 0) this.#shown.add(target as HTMLElement);
      else this.#shown.delete(target as HTMLElement);
    }
    if (this.#running) return;
    this.#running = true;
    // The frame that they come with is painted first.
    afterBreath(() => this.#next());
  }

  #next(): void {
    if (this.#shown.size === 0) {
      this.#running = false;
      for (const task of this.#afterwards.splice(0)) task();
      return;
    }
    onNextFrame(() => {
      const began = performance.now();
      const [column] = this.#shown;
      if (column !== undefined) this.#show(column, this.#step);
      // By then it has been laid out and painted.
      afterBreath(() => {
        const took = Math.max(1, performance.now() - began);
        this.#step = Math.ceil(this.#step * Math.min(2, Math.max(0.5, STEP / took)));
        this.#next();
      });
    });
  }

  #show(column: HTMLElement, count: number): void {
    const waiting = waitingIn(column);
    for (let i = 0; i < count && i < waiting.length; i++) waiting[i]?.classList.remove(WAITING);
    if (count < waiting.length) {
      this.#keepRoom(column, waiting.length - count);
      return;
    }
    this.#standIns.get(column)?.remove();
    this.#standIns.delete(column);
    this.#shown.delete(column);
    this.#observer.unobserve(column);
  }

  #keepRoom(column: HTMLElement, count: number): void {
    const standIn = this.#standIns.get(column);
    if (standIn === undefined) return;
    standIn.style.height = `calc(${count} * ${LINE})`;
    if (column.lastElementChild !== standIn) column.append(standIn);
  }
}

function waitingIn(column: HTMLElement): NodeListOf<Element> {
  return column.querySelectorAll(`:scope > .${WAITING}`);
}
