/**
 * Dragging one of several tabs to another place: at once with mouse or pen, after holding it with a finger.
 * Made from pointer events; the tabs give way while it goes on, and nothing is changed before it is let go.
 */

/** A press that moves less than this is a click. A finger that moves as far before its time is up scrolls. */
const THRESHOLD = 5;
/** Milliseconds that a finger has to hold. */
const HOLD = 350;
/** Within this distance from its ends the strip scrolls, by so much with each move. */
const EDGE = 24;
const SCROLL = 8;

export interface TabDragHost {
  /** The elements of all tabs, in order. */
  readonly elements: readonly HTMLElement[];
  readonly scroller: HTMLElement;
  /** The tabs stand side by side. */
  readonly horizontal: boolean;
  readonly rightToLeft: boolean;
  usable(): boolean;
  /** The user has got hold of a tab. */
  taken(element: HTMLElement): void;
  /** The user has let go of it at a place, counted without it. */
  dropped(element: HTMLElement, place: number): void;
}

/** Lets an element be dragged among those of the host. */
export function dragTab(element: HTMLElement, handle: HTMLElement, host: TabDragHost): void {
  handle.addEventListener("pointerdown", (press) => {
    if (press.button !== 0 || !press.isPrimary || !host.usable()) return;
    new TabDrag(element, handle, host, press);
  });
}

class TabDrag {
  readonly #element: HTMLElement;
  readonly #handle: HTMLElement;
  readonly #host: TabDragHost;
  readonly #press: PointerEvent;
  readonly #ending = new AbortController();
  #held: ReturnType<typeof setTimeout> | undefined;
  #going = false;
  /** The other tabs, in order, by the middle of where they stood, along the strip. */
  #others: readonly { readonly element: HTMLElement; readonly middle: number }[] = [];
  #start = 0;
  #length = 0;
  #scrolled = 0;
  #from = 0;
  #place = 0;

  constructor(element: HTMLElement, handle: HTMLElement, host: TabDragHost, press: PointerEvent) {
    this.#element = element;
    this.#handle = handle;
    this.#host = host;
    this.#press = press;
    const { signal } = this.#ending;
    const listen = <K extends keyof HTMLElementEventMap>(
      type: K,
      listener: (event: HTMLElementEventMap[K]) => void,
    ) => handle.addEventListener(type, listener, { signal, passive: false });
    const mine = (listener: (event: PointerEvent) => void) => (event: PointerEvent) => {
      if (event.pointerId === press.pointerId) listener(event);
    };
    listen(
      "pointermove",
      mine((event) => this.#move(event)),
    );
    listen(
      "pointerup",
      mine(() => this.#end(false)),
    );
    listen(
      "pointercancel",
      mine(() => this.#end(true)),
    );
    listen(
      "lostpointercapture",
      mine(() => this.#end(true)),
    );
    // Once held, the finger moves the tab and not the page.
    listen("touchmove", (event) => {
      if (this.#going) event.preventDefault();
    });
    listen("contextmenu", (event) => {
      if (press.pointerType === "touch") event.preventDefault();
    });
    document.addEventListener("keydown", (event) => this.#key(event), { capture: true, signal });
    if (press.pointerType === "touch") this.#held = setTimeout(() => this.#begin(), HOLD);
  }

  #along(x: number, y: number): number {
    if (!this.#host.horizontal) return y;
    return this.#host.rightToLeft ? -x : x;
  }

  #begin(): void {
    const { elements, scroller } = this.#host;
    this.#going = true;
    this.#handle.setPointerCapture(this.#press.pointerId);
    this.#host.taken(this.#element);
    const spans = elements.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const ends = [this.#along(left, top), this.#along(right, bottom)];
      return { element, start: Math.min(...ends), end: Math.max(...ends) };
    });
    const own = spans.find(({ element }) => element === this.#element);
    this.#start = own?.start ?? 0;
    this.#length = (own?.end ?? 0) - this.#start;
    this.#others = spans
      .filter((span) => span !== own)
      .map(({ element, start, end }) => ({ element, middle: (start + end) / 2 }));
    this.#from = elements.indexOf(this.#element);
    this.#place = this.#from;
    this.#scrolled = this.#host.horizontal ? scroller.scrollLeft : scroller.scrollTop;
    scroller.classList.add("pgw-tabs-moving");
    this.#element.classList.add("pgw-tab-moving");
  }

  #move(event: PointerEvent): void {
    const { clientX, clientY } = this.#press;
    if (!this.#going) {
      if (Math.hypot(event.clientX - clientX, event.clientY - clientY) < THRESHOLD) return;
      if (this.#press.pointerType === "touch") {
        this.#end(true);
        return;
      }
      this.#begin();
    }
    const { horizontal, rightToLeft, scroller } = this.#host;
    this.#scrollNear(event);
    const turned = (horizontal ? scroller.scrollLeft : scroller.scrollTop) - this.#scrolled;
    const by =
      this.#along(event.clientX, event.clientY) -
      this.#along(clientX, clientY) +
      (horizontal && rightToLeft ? -turned : turned);
    // Another tab gives way when the edge that comes nearer has passed its middle.
    const start = this.#start + by;
    const end = start + this.#length;
    this.#place = this.#others.filter(({ middle }, i) => middle < (i < this.#from ? start : end)).length;
    this.#shift(this.#element, by);
    this.#others.forEach(({ element }, i) => {
      const gap = i >= this.#place && i < this.#from ? 1 : i < this.#place && i >= this.#from ? -1 : 0;
      this.#shift(element, gap * this.#length);
    });
  }

  #scrollNear(event: PointerEvent): void {
    const { horizontal, scroller } = this.#host;
    const { left, right, top, bottom } = scroller.getBoundingClientRect();
    const at = horizontal ? event.clientX : event.clientY;
    const [start, end] = horizontal ? [left, right] : [top, bottom];
    const by = at < start + EDGE ? -SCROLL : at > end - EDGE ? SCROLL : 0;
    if (by !== 0) scroller.scrollBy(horizontal ? { left: by } : { top: by });
  }

  #shift(element: HTMLElement, by: number): void {
    const { horizontal, rightToLeft } = this.#host;
    const x = horizontal ? (rightToLeft ? -by : by) : 0;
    element.style.translate = by === 0 ? "" : `${x}px ${horizontal ? 0 : by}px`;
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.#going) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end(true);
  }

  #end(cancelled: boolean): void {
    clearTimeout(this.#held);
    this.#ending.abort();
    if (!this.#going) return;
    this.#going = false;
    this.#host.scroller.classList.remove("pgw-tabs-moving");
    this.#element.classList.remove("pgw-tab-moving");
    for (const { element } of this.#others) element.style.translate = "";
    this.#element.style.translate = "";
    const { pointerId } = this.#press;
    if (this.#handle.hasPointerCapture(pointerId)) this.#handle.releasePointerCapture(pointerId);
    if (!cancelled && this.#host.usable() && this.#place !== this.#from) {
      this.#host.dropped(this.#element, this.#place);
    }
  }
}
