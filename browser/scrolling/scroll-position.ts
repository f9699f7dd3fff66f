/**
 * Where a native scroller is, as shares of the way: keeps the user's scrolling apart from that of program and layout.
 * Made from scroll events, and from measuring when the layout is known to be done.
 */
import type { Updates } from "../updates.js";
import { clamp } from "./thumb-bar.js";

/** Two numbers, for the horizontal and the vertical direction. */
type Pair = readonly [x: number, y: number];

/** Rounding may make the content this much larger than the view. */
const ROUNDING = 1;

export class ScrollPosition {
  readonly #view: HTMLElement;
  readonly #updates: Updates;
  readonly #moved: (h: number, v: number) => void;
  #shown: Pair = [0, 0];
  #whole: Pair = [0, 0];
  #backwards = false;
  #hidden = true;
  /** Distance from the start that is known already. Another one is the user's doing. */
  #known: Pair = [0, 0];
  /** Shares that were asked for where there is no way to go yet. */
  #wanted: readonly [x: number | null, y: number | null] = [null, null];
  /** Works out the vertical distance that was asked for and not gone to yet. */
  #goal: (() => number) | null = null;

  /** @param moved - The user has scrolled to these shares. */
  constructor(view: HTMLElement, updates: Updates, moved: (h: number, v: number) => void) {
    this.#view = view;
    this.#updates = updates;
    this.#moved = moved;
    view.addEventListener("scroll", () => this.#scrolled(), { passive: true });
  }

  /** Whether there is something to scroll, as last measured. */
  get overflows(): boolean {
    const [x, y] = this.#ranges();
    return x > ROUNDING || y > ROUNDING;
  }

  /** The shares, [horizontal, vertical]; those that were asked for where they have not been reached yet. */
  get shares(): [number, number] {
    const ranges = this.#ranges();
    const at = (i: 0 | 1): number => {
      const wanted = this.#wanted[i];
      if (wanted !== null) return wanted;
      if (ranges[i] <= 0) return 0;
      return ranges[i] - this.#known[i] < ROUNDING ? 1 : clamp(this.#known[i] / ranges[i], 0, 1);
    };
    return [at(0), at(1)];
  }

  /** Scrolls to shares, as soon as there is a way to go. */
  goTo(h: number, v: number): void {
    this.#wanted = [clamp(h, 0, 1), clamp(v, 0, 1)];
    this.#goal = null;
    this.#updates.after(() => this.measure());
  }

  /** Scrolls down or up to a distance that `goal` works out once it is displayed. */
  goDown(goal: () => number): void {
    this.#wanted = [this.#wanted[0], null];
    this.#goal = goal;
    this.#updates.after(() => this.measure());
  }

  /** Reads what the layout made of it, and goes where it was asked to. Only when the layout is known to be done. */
  measure(): void {
    const { clientWidth, clientHeight } = this.#view;
    const wasHidden = this.#hidden;
    this.#hidden = clientWidth === 0 && clientHeight === 0;
    if (this.#hidden) return;
    this.#backwards = getComputedStyle(this.#view).direction === "rtl";
    this.#shown = [clientWidth, clientHeight];
    this.#whole = [this.#view.scrollWidth, this.#view.scrollHeight];
    // A browser may forget where a view was while it was hidden.
    const present = wasHidden ? this.#known : this.#offsets();
    const ranges = this.#ranges();
    const reach = (i: 0 | 1): number => {
      const wanted = this.#wanted[i];
      return ranges[i] > 0 && wanted !== null ? wanted * ranges[i] : present[i];
    };
    this.#moveTo([reach(0), reach(1)]);
    this.#wanted = [ranges[0] > 0 ? null : this.#wanted[0], ranges[1] > 0 ? null : this.#wanted[1]];
    const goal = this.#goal;
    this.#goal = null;
    if (goal !== null) this.#moveTo([this.#offsets()[0], goal()]);
    this.#known = this.#offsets();
  }

  #scrolled(): void {
    const offsets = this.#offsets();
    if (same(offsets, this.#known)) return;
    const shown: Pair = [this.#view.clientWidth, this.#view.clientHeight];
    const whole: Pair = [this.#view.scrollWidth, this.#view.scrollHeight];
    const changed = !same(whole, this.#whole) || !same(shown, this.#shown);
    const before = this.#known;
    this.#shown = shown;
    this.#whole = whole;
    this.#known = offsets;
    // Smaller content has pushed it back to its end.
    const pushed = ([0, 1] as const).every(
      (i) =>
        offsets[i] <= before[i] && (offsets[i] === before[i] || offsets[i] >= whole[i] - shown[i] - ROUNDING),
    );
    if (changed && pushed) return;
    this.#wanted = [null, null];
    this.#moved(...this.shares);
  }

  #moveTo(goal: Pair): void {
    if (same(goal, this.#offsets())) return;
    const [x, y] = goal;
    this.#view.scrollTo({ left: this.#backwards ? -x : x, top: y, behavior: "instant" });
  }

  /** Distances from the start, in CSS pixels. */
  #offsets(): Pair {
    return [Math.abs(this.#view.scrollLeft), this.#view.scrollTop];
  }

  /** Distances that can be scrolled. */
  #ranges(): Pair {
    return [Math.max(0, this.#whole[0] - this.#shown[0]), Math.max(0, this.#whole[1] - this.#shown[1])];
  }
}

/** Equal but for rounding. */
function same(one: Pair, other: Pair): boolean {
  return Math.abs(one[0] - other[0]) < 1 && Math.abs(one[1] - other[1]) < 1;
}
