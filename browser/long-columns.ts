/**
 * Has what is far down a long column shown once the rest of the page is painted, in steps that leave room for input:
 * thousands of new lines are then no long frame. Until then they are hidden, and room for them is kept free.
 * Made from the children that columns take in.
 */
import { afterBreath, onNextFrame } from "./frame-timing.js";
import type { Updates } from "./updates.js";

/** A column is long with so many children. Those beyond the first few of them wait. */
const LONG = 100;
/** No step shows fewer either: where laying out takes longer than a step by itself, smaller ones would only be more. */
const FEW = 40;
/** Milliseconds that a step is meant to take, and how many children the first one shows. */
const STEP = 60;
const FIRST_STEP = 100;
/** The class of a child that waits, and of the empty element that stands for all that do. */
const WAITING = "pgw-waiting";
const STAND_IN = "pgw-waiting-room";
/** What one of them is taken to need. */
const LINE = "(var(--pgw-control-height) + var(--pgw-space-1))";

/** A column that has children that wait. */
interface LongColumn {
  readonly waiting: Set<Element>;
  readonly standIn: HTMLElement;
}

export class LongColumns {
  readonly #updates: Updates;
  readonly #columns = new WeakMap<Element, LongColumn>();
  /** Hears of such a column when it comes into view or leaves it. */
  readonly #observer = new ResizeObserver((entries) => this.#changed(entries));
  /** Those that are new, or have taken in more than there is room for. */
  readonly #touched = new Set<Element>();
  /** Those in view. */
  readonly #shown = new Set<Element>();
  /** All stand-ins in the page, kept up to date by the browser. */
  readonly #standIns = document.getElementsByClassName(STAND_IN);
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
  took(column: Element, child: Element, count: number): void {
    if (column.isConnected) {
      if (this.#recent++ === 0) {
        onNextFrame(() => {
          this.#recent = 0;
        });
      }
      // A few more lines are shown at once, however many there are.
      if (this.#recent < LONG) return;
    } else if (count === LONG) {
      for (let i = FEW; i < LONG; i++) this.#hold(column, column.children[i]);
    }
    if (count >= LONG) this.#hold(column, child);
  }

  /** A child has left its column. */
  left(column: Element, child: Element): void {
    if (this.#columns.get(column)?.waiting.delete(child) === true) child.classList.remove(WAITING);
  }

  /** Shows all that waits in the page: something is to be measured that the program is told. */
  finish(): void {
    this.#keepRoom();
    for (const { parentElement: column } of [...this.#standIns]) {
      if (column !== null) this.#show(column, Number.POSITIVE_INFINITY);
    }
  }

  /** Has a widget shown that something is to be done with now. */
  reach(element: Element): void {
    if (element.closest(`.${WAITING}`) !== null) this.finish();
  }

  /** Runs `task` once nothing in view waits. */
  afterwards(task: () => void): void {
    if (this.#shown.size === 0) task();
    else this.#afterwards.push(task);
  }

  #hold(column: Element, child: Element | undefined): void {
    if (child === undefined) return;
    let found = this.#columns.get(column);
    if (found === undefined) {
      found = { waiting: new Set(), standIn: document.createElement("div") };
      found.standIn.className = STAND_IN;
      this.#columns.set(column, found);
    }
    found.waiting.add(child);
    child.classList.add(WAITING);
    if (this.#touched.size === 0) this.#updates.whenSettled(() => this.#keepRoom());
    this.#touched.add(column);
  }

  #keepRoom(): void {
    for (const column of this.#touched) {
      const { waiting, standIn } = this.#columns.get(column) ?? {};
      if (waiting === undefined || standIn === undefined) continue;
      setRoom(standIn, waiting.size);
      column.append(standIn);
      this.#observer.observe(column);
    }
    this.#touched.clear();
  }

  #changed(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, contentRect } of entries) {
      if (contentRect.height > 0) this.#shown.add(target);
      else this.#shown.delete(target);
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
        this.#step = Math.max(FEW, Math.ceil(this.#step * Math.min(2, Math.max(0.5, STEP / took))));
        this.#next();
      });
    });
  }

  /** Shows the first `count` of those that wait in a column. */
  #show(column: Element, count: number): void {
    const { waiting, standIn } = this.#columns.get(column) ?? {};
    let shown = 0;
    for (const child of column.children) {
      if (waiting === undefined || waiting.size === 0 || shown === count) break;
      if (!waiting.delete(child)) continue;
      child.classList.remove(WAITING);
      shown++;
    }
    if (standIn !== undefined && waiting !== undefined && waiting.size > 0) {
      setRoom(standIn, waiting.size);
      return;
    }
    standIn?.remove();
    this.#columns.delete(column);
    this.#shown.delete(column);
    this.#observer.unobserve(column);
  }
}

function setRoom(standIn: HTMLElement, count: number): void {
  standIn.style.height = `calc(${count} * ${LINE})`;
}
