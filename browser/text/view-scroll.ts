/**
 * Where the view of an editor is, in shares of what can be scrolled: as the program sets it, and as its user moves it.
 * Made on the editor's own scroller; lines are brought into view without moving anything around the editor.
 */
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { ScrollAlign } from "../../generated/browser/types.js";

type Pair = readonly [x: number, y: number];

/** Milliseconds after a call, or a movement because of it, in which the editor may still move the view. */
const SETTLING = 200;
/** Milliseconds that one movement of the user's may take until the view follows. */
const GESTURE = 300;

export class ViewScroll {
  readonly #view: EditorView;
  readonly #scrolled: (h: number, v: number) => void;
  #known: Pair = [0, 0];
  #wanted: readonly [x: number | null, y: number | null] = [null, null];
  #held: Pair | null = null;
  #programAt = Number.NEGATIVE_INFINITY;
  #userAt = Number.NEGATIVE_INFINITY;

  constructor(view: EditorView, scrolled: (h: number, v: number) => void) {
    this.#view = view;
    this.#scrolled = scrolled;
    const { scrollDOM } = view;
    const byUser = () => {
      this.#userAt = performance.now();
      this.#wanted = [null, null];
    };
    for (const type of ["wheel", "touchmove", "pointerdown", "keydown", "beforeinput"]) {
      scrollDOM.addEventListener(type, byUser, { passive: true, capture: true });
    }
    scrollDOM.addEventListener(
      "pointermove",
      ({ buttons }) => {
        if (buttons !== 0) byUser();
      },
      { passive: true, capture: true },
    );
    scrollDOM.addEventListener("scroll", () => this.#moved(), { passive: true });
  }

  /** The program has changed something, and the view may move because of it. */
  settle(): void {
    this.#programAt = performance.now();
    this.#view.requestMeasure({ key: this, read: () => undefined, write: () => this.#reach() });
  }

  set(h: number, v: number): void {
    this.#wanted = [clamp(h), clamp(v)];
    this.settle();
  }

  /** What was asked for is not wanted any more. */
  forget(): void {
    this.#wanted = [null, null];
    this.settle();
  }

  /** Another text is coming: the view stays where it is, as far as that text goes. */
  hold(): void {
    this.#held = this.#offsets();
    this.settle();
  }

  /** It has another size; [0, 0] while it is not displayed, when browsers forget where a view was. */
  sized(wasHidden: boolean): void {
    if (wasHidden) {
      const [x, y] = this.#known;
      this.#scrollTo([x, y]);
    }
    this.settle();
  }

  get position(): [h: number, v: number] {
    const at = this.#offsets();
    const range = this.#ranges();
    const share = (i: 0 | 1) => this.#wanted[i] ?? (range[i] > 0 ? clamp(at[i] / range[i]) : 0);
    return [share(0), share(1)];
  }

  /** Scrolls to what was asked for, as far as there is anything to scroll. */
  #reach(): void {
    const { clientHeight } = this.#view.scrollDOM;
    if (clientHeight === 0) return;
    // On a slow page the editor comes to it late.
    this.#programAt = performance.now();
    if (this.#held !== null) this.#scrollTo(this.#held);
    this.#held = null;
    const [x, y] = this.#wanted;
    if (x !== null || y !== null) {
      const range = this.#ranges();
      const at = this.#offsets();
      // Lines that come into view may be longer: sideways is reached once they are there.
      const [rangeX, rangeY] = range;
      this.#scrollTo([x === null || rangeX === 0 ? at[0] : x * rangeX, y === null ? at[1] : y * rangeY]);
      this.#wanted = [y !== null && rangeX === 0 ? x : null, null];
      if (this.#wanted[0] !== null) requestAnimationFrame(() => this.settle());
    }
    this.#known = this.#offsets();
  }

  #moved(): void {
    const offsets = this.#offsets();
    if (same(offsets, this.#known)) return;
    const hidden = this.#view.scrollDOM.clientHeight === 0;
    if (hidden) return;
    this.#known = offsets;
    const now = performance.now();
    if (now - this.#userAt > GESTURE && now - this.#programAt < SETTLING) {
      this.#programAt = now;
      return;
    }
    // A view that goes on by itself after a swipe is still its user's.
    this.#userAt = now;
    this.#scrolled(...this.position);
  }

  #scrollTo([x, y]: Pair): void {
    const left = this.#isRightToLeft ? -x : x;
    this.#view.scrollDOM.scrollTo({ left, top: y, behavior: "instant" });
  }

  get #isRightToLeft(): boolean {
    return getComputedStyle(this.#view.scrollDOM).direction === "rtl";
  }

  #offsets(): Pair {
    const { scrollLeft, scrollTop } = this.#view.scrollDOM;
    return [Math.abs(scrollLeft), scrollTop];
  }

  #ranges(): Pair {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = this.#view.scrollDOM;
    return [Math.max(0, scrollWidth - clientWidth), Math.max(0, scrollHeight - clientHeight)];
  }
}

function same(one: Pair, other: Pair): boolean {
  return Math.abs(one[0] - other[0]) < 1 && Math.abs(one[1] - other[1]) < 1;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** Brings the line of an offset into view when its effect is dispatched; up and down only. */
export class LineScroll {
  #align: ScrollAlign | null = null;

  /** Part of the editor's extensions. */
  readonly extension: Extension = EditorView.scrollHandler.of((view, range) => {
    const align = this.#align;
    if (align === null) return false;
    this.#align = null;
    // The editor is measuring itself, so only the page can be asked.
    const { node } = view.domAtPos(range.head);
    const line = (node instanceof Element ? node : node.parentElement)?.closest(".cm-line");
    if (line === null || line === undefined) return true;
    const at = line.getBoundingClientRect();
    const { scrollDOM, scaleY } = view;
    const frame = scrollDOM.getBoundingClientRect();
    const top = (at.top - frame.top) / scaleY - scrollDOM.clientTop;
    const bottom = (at.bottom - frame.top) / scaleY - scrollDOM.clientTop;
    const room = scrollDOM.clientHeight;
    let by = 0;
    if (align === "top") by = top;
    else if (align === "center") by = (top + bottom - room) / 2;
    else if (top < 0 || bottom - top > room) by = top;
    else if (bottom > room) by = bottom - room;
    if (by !== 0) scrollDOM.scrollBy({ top: by, behavior: "instant" });
    return true;
  });

  /** The effect to dispatch. */
  to(offset: number, align: ScrollAlign) {
    this.#align = align;
    const y = align === "top" ? "start" : align;
    return EditorView.scrollIntoView(offset, { y, yMargin: 0 });
  }
}
