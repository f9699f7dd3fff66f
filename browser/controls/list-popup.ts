/**
 * The list that drops from a combo box: a listbox in a popover beside its anchor, kept in the viewport.
 * Made from texts. It never takes the focus: the anchor's field names the active option.
 */
import "./list-popup.css";
import { icon } from "../icons.js";
import { type Box, placement } from "../place.js";

/** Space between the anchor and the list, and between the list and the edge of the viewport. */
const GAP = 4;
const EDGE = 4;

export interface ListPopupOwner {
  /** What the list belongs to: it stands beside it, is as wide at least, and a press on it is not outside. */
  readonly anchor: HTMLElement;
  picked(index: number): void;
  /** The active option is another one; null for none. Its id, for `aria-activedescendant`. */
  activated(id: string | null): void;
  closed(): void;
}

/** What an open list shows. */
export interface ListContent {
  readonly items: readonly string[];
  /** Which of them, in order. Default: all. */
  readonly shown?: readonly number[] | undefined;
  /** The one that is picked at present; -1 for none. */
  readonly selected: number;
  /** The longest items: the list is as wide as these. */
  readonly longest: readonly string[];
}

let lists = 0;

export class ListPopup {
  readonly element = document.createElement("div");
  /** Gives the list its width, unseen: options out of sight are not laid out. */
  readonly #sizer = document.createElement("div");
  readonly #owner: ListPopupOwner;
  /** The shown options in order, by their place among the items. */
  #options = new Map<number, HTMLElement>();
  #shown: readonly number[] = [];
  #active = -1;
  #moved = false;
  #ending: AbortController | null = null;
  #pressed = false;
  #placed = "";
  #size = { width: 0, height: 0 };
  /** The last place of the pointer: options that scroll under a resting one do not become active. */
  #pointer = "";

  constructor(owner: ListPopupOwner) {
    this.#owner = owner;
    const { element } = this;
    element.className = "pgw-list-popup";
    element.id = `pgw-list-${++lists}`;
    element.popover = "manual";
    element.setAttribute("role", "listbox");
    this.#sizer.className = "pgw-list-sizer";
    this.#sizer.setAttribute("aria-hidden", "true");
    // The focus stays in the field.
    element.addEventListener("mousedown", (event) => event.preventDefault());
    element.addEventListener("pointermove", (event) => this.#hover(event));
    element.addEventListener("click", (event) => this.#pick(event));
  }

  get isOpen(): boolean {
    return this.#ending !== null;
  }

  /** Place of the active option among the items; -1 for none. */
  get active(): number {
    return this.#active;
  }

  /** Whether the active option was chosen by key or pointer since the list was opened. */
  get moved(): boolean {
    return this.#moved;
  }

  /** Most options before the list scrolls; 0 for as many as fit into the viewport. */
  set limit(count: number) {
    if (count > 0) this.element.style.setProperty("--limit", String(count));
    this.element.classList.toggle("pgw-limited", count > 0);
  }

  /** The press that opened the list goes on: letting go over an option picks that one. */
  heldOpen(): void {
    this.#pressed = this.isOpen;
  }

  /** Opens, or shows something else. With nothing to show it closes. */
  show(content: ListContent, active: number): void {
    const shown = content.shown ?? content.items.map((_, index) => index);
    if (shown.length === 0) {
      this.close();
      return;
    }
    this.#shown = shown;
    this.#options = new Map(
      shown.map((index) => [
        index,
        this.#option(index, content.items[index] ?? "", index === content.selected),
      ]),
    );
    this.#sizer.textContent = content.longest.join("\n");
    this.element.replaceChildren(this.#sizer, ...this.#options.values());
    const opening = this.#ending === null;
    if (opening) this.#open();
    this.#moved = false;
    this.#activate(this.#options.has(active) ? active : -1);
    this.#measure();
    this.#reveal("center");
  }

  close(): void {
    if (this.#ending === null) return;
    this.#ending.abort();
    this.#ending = null;
    this.#pressed = false;
    this.#activate(-1);
    this.element.remove();
    this.element.replaceChildren();
    this.#options.clear();
    this.#owner.closed();
  }

  /** Makes the option active that is so many places further, or the last in that direction. */
  move(by: number): void {
    const last = this.#shown.length - 1;
    const at = this.#shown.indexOf(this.#active);
    const next = at < 0 ? (by > 0 ? 0 : last) : Math.max(0, Math.min(last, at + by));
    this.moveTo(this.#shown[next] ?? -1);
  }

  /** Makes an option active, by its place among the items. */
  moveTo(index: number): void {
    if (!this.#options.has(index)) return;
    this.#moved = true;
    this.#activate(index);
    this.#reveal("nearest");
  }

  #option(index: number, text: string, selected: boolean): HTMLElement {
    const option = document.createElement("div");
    option.className = "pgw-list-option";
    option.id = `${this.element.id}-${index}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", String(selected));
    const label = document.createElement("span");
    label.textContent = text;
    option.append(label);
    if (selected) option.append(icon("check", 14));
    return option;
  }

  #activate(index: number): void {
    this.#options.get(this.#active)?.classList.remove("pgw-active-option");
    this.#active = index;
    const option = this.#options.get(index);
    option?.classList.add("pgw-active-option");
    this.#owner.activated(option?.id ?? null);
  }

  #open(): void {
    const { anchor } = this.#owner;
    const ending = new AbortController();
    this.#ending = ending;
    const { signal } = ending;
    // Inside the widget: it inherits font and direction, and is not cut off by a modal dialog.
    anchor.append(this.element);
    this.element.showPopover();
    document.addEventListener(
      "pointerdown",
      (event) => {
        if (!anchor.contains(event.target as Node)) this.close();
      },
      { capture: true, signal },
    );
    document.addEventListener(
      "pointerup",
      (event) => {
        const opening = this.#pressed;
        this.#pressed = false;
        if (opening) this.#pick(event);
      },
      { capture: true, signal },
    );
    // Scrolled away or covered by what cuts it off, the anchor takes the list with it.
    const seen = new IntersectionObserver((entries) => {
      if (entries.at(-1)?.isIntersecting === false) this.close();
    });
    seen.observe(anchor);
    let frame = 0;
    const follow = () => {
      this.#place();
      if (!signal.aborted) frame = requestAnimationFrame(follow);
    };
    frame = requestAnimationFrame(follow);
    signal.addEventListener("abort", () => {
      cancelAnimationFrame(frame);
      seen.disconnect();
    });
  }

  /** Finds out how large the list would like to be, and puts it there. */
  #measure(): void {
    const { element } = this;
    element.style.maxHeight = "";
    element.style.minWidth = `${this.#owner.anchor.getBoundingClientRect().width}px`;
    this.#size = { width: element.offsetWidth, height: element.offsetHeight };
    this.#placed = "";
    this.#place();
  }

  /** Beside the anchor, wherever that is now; on the side where there is room. */
  #place(): void {
    const anchor = this.#owner.anchor.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    if (anchor.width === 0 && anchor.height === 0) {
      this.close();
      return;
    }
    const where = `${anchor.left} ${anchor.top} ${anchor.width} ${anchor.height} ${clientWidth} ${clientHeight}`;
    if (where === this.#placed) return;
    const resized = this.#placed !== "" && !this.#placed.includes(` ${anchor.width} ${anchor.height} `);
    this.#placed = where;
    if (resized) {
      this.#measure();
      return;
    }
    const above = anchor.top - GAP - EDGE;
    const below = clientHeight - EDGE - anchor.bottom - GAP;
    const wanted = this.#size.height;
    const room = Math.max(0, wanted <= below || below >= above ? below : above);
    const size = { width: this.#size.width, height: Math.min(wanted, room) };
    const rightToLeft = getComputedStyle(this.element).direction === "rtl";
    const box: Box = {
      left: rightToLeft ? anchor.right - size.width : anchor.left,
      top: anchor.top,
      width: anchor.width,
      height: anchor.height,
    };
    const { left, top } = placement(size, box, { width: clientWidth, height: clientHeight }, "below", GAP);
    const { style } = this.element;
    style.maxHeight = wanted > room ? `${room}px` : "";
    style.left = `${left}px`;
    style.top = `${top}px`;
  }

  /** Scrolls the list, and nothing around it, to the active option. */
  #reveal(where: "nearest" | "center"): void {
    const option = this.#options.get(this.#active);
    if (option === undefined) return;
    const { element } = this;
    const top = option.offsetTop;
    const bottom = top + option.offsetHeight;
    const inset = element.clientTop + Number.parseFloat(getComputedStyle(element).paddingTop);
    if (top - inset >= element.scrollTop && bottom + inset <= element.scrollTop + element.clientHeight)
      return;
    if (where === "center") element.scrollTop = (top + bottom - element.clientHeight) / 2;
    else if (top - inset < element.scrollTop) element.scrollTop = top - inset;
    else element.scrollTop = bottom + inset - element.clientHeight;
  }

  #indexAt(event: Event): number {
    const option = event.target instanceof Element ? event.target.closest(".pgw-list-option") : null;
    for (const [index, each] of this.#options) if (each === option) return index;
    return -1;
  }

  #hover(event: PointerEvent): void {
    const at = `${event.clientX} ${event.clientY}`;
    if (at === this.#pointer || event.pointerType === "touch") return;
    this.#pointer = at;
    const index = this.#indexAt(event);
    if (index < 0 || index === this.#active) return;
    this.#moved = true;
    this.#activate(index);
  }

  #pick(event: Event): void {
    const index = this.#indexAt(event);
    if (index >= 0) this.#owner.picked(index);
  }
}
