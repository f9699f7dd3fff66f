/**
 * What the bench finds in every page, as `bench`: it is there before the page's own script.
 */
import { build, type Plan, planOf } from "./plan.js";
import { BareRows } from "./rows.js";
import { type Scrolling, watchScroll } from "./scroll.js";
import { type Painted, watchPainting } from "./watch.js";
import { Wire } from "./wire.js";

export type { Painted, Plan };

class PageBench {
  readonly wire = new Wire();
  readonly planOf = planOf;
  readonly build = build;
  readonly BareRows = BareRows;
  #result: Promise<Painted> | null = null;
  #key: number | null = null;
  #scroll: ReturnType<typeof watchScroll> | null = null;

  constructor() {
    addEventListener(
      "keydown",
      ({ timeStamp }) => {
        this.#key ??= timeStamp;
      },
      { capture: true },
    );
  }

  /** Watches work that begins with the next message of the server. */
  watchWire(done: () => boolean, drawn?: () => boolean): void {
    this.wire.reset();
    this.#watch(() => this.wire.arrival, done, drawn);
  }

  /** Watches work that begins with the next key. */
  watchKey(done: () => boolean): void {
    this.#key = null;
    this.#watch(() => this.#key, done);
  }

  /** Watches work that begins with the making of the page. */
  watchLoad(done: () => boolean): void {
    this.#watch(() => 0, done);
  }

  /** What was watched last, once it is painted. */
  result(): Promise<Painted> {
    if (this.#result === null) throw new Error("Nothing is watched.");
    return this.#result;
  }

  /** Does work by bare DOM calls, a moment after one frame so that it falls anywhere between two. */
  async bare(work: () => void): Promise<Painted> {
    await new Promise((resolve) => setTimeout(resolve, 50 + 16 * Math.random()));
    let from: number | null = null;
    this.#watch(
      () => from,
      () => true,
    );
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, 16 * Math.random()));
    from = performance.now();
    work();
    return this.result();
  }

  /** Puts an element into a bare page, which it fills as a widget fills ours. */
  show(element: Node): void {
    document.body.style.display = "grid";
    document.body.style.grid = "minmax(0, 1fr) / minmax(0, 1fr)";
    document.body.append(element);
  }

  /** Takes an element to its top and watches it be scrolled, frame by frame. */
  async watchScroll(selector: string): Promise<void> {
    const element = document.querySelector(selector);
    if (element === null) throw new Error(`There is no ${selector} in the page.`);
    element.scrollTop = 0;
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    this.#scroll = watchScroll(element);
  }

  /** What was watched last, once nothing moves any more. */
  scrolling(): Promise<Scrolling> {
    if (this.#scroll === null) throw new Error("No scrolling is watched.");
    return this.#scroll.ended();
  }

  widget(wid: number): HTMLElement {
    const found = document.querySelector<HTMLElement>(`[data-wid="${wid}"]`);
    if (found === null) throw new Error(`There is no widget ${wid} in the page.`);
    return found;
  }

  #watch(began: () => number | null, done: () => boolean, drawn?: () => boolean): void {
    this.#result = watchPainting(drawn === undefined ? { began, done } : { began, done, drawn });
  }
}

declare global {
  var bench: PageBench;
}
globalThis.bench = new PageBench();
