/**
 * The row of tabs: which is selected, what keys do, and what happens when there are more than fit.
 * Made of a native scroller without bars, and a button that lists all tabs while some are out of view.
 */
import "./tab-strip.css";
import { icon } from "../icons.js";
import { openMenu } from "../menu-popup.js";
import type { Services } from "../services.js";
import { say } from "../strings.js";
import { Tab } from "./tab.js";
import { dragTab } from "./tab-drag.js";

export interface TabStripOptions {
  readonly closable: boolean;
  readonly reorderable: boolean;
}

/** What a strip tells of its user. */
export interface TabStripHost {
  readonly services: Services;
  usable(): boolean;
  chosen(tab: Tab): void;
  closing(tab: Tab): void;
  /** The tab should go to a place, counted without it. */
  moving(tab: Tab, place: number): void;
}

export class TabStrip {
  readonly element = document.createElement("div");
  readonly tabs: Tab[] = [];
  readonly #host: TabStripHost;
  readonly #options: TabStripOptions;
  readonly #scroller = document.createElement("div");
  readonly #line = document.createElement("div");
  readonly #more = document.createElement("button");
  /** What screen readers take for the list of tabs. */
  readonly #list: HTMLElement;
  readonly #watched;
  #horizontal = true;
  #selected: Tab | null = null;
  /** Lengths along the strip, as measured last. */
  #room = 0;
  #needed = 0;

  constructor(host: TabStripHost, options: TabStripOptions) {
    this.#host = host;
    this.#options = options;
    const { element } = this;
    element.className = "pgw-tab-strip";
    this.#scroller.className = "pgw-tab-scroller";
    this.#line.className = "pgw-tab-line";
    this.#scroller.append(this.#line);
    element.append(this.#scroller, this.#more);
    if (options.closable) {
      // A list of tabs holds nothing but tabs. The crosses stay outside of it.
      this.#list = document.createElement("div");
      this.#list.className = "pgw-tab-owner";
      element.prepend(this.#list);
    } else {
      this.#list = this.#line;
    }
    this.#list.setAttribute("role", "tablist");
    this.#prepareMore();
    this.#scroller.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    this.#watched = [
      { element, measured: (width: number, height: number) => this.#measured(width, height, null) },
      {
        element: this.#line,
        measured: (width: number, height: number) => this.#measured(width, height, this.#line),
      },
    ];
    for (const watched of this.#watched) host.services.sizes.watch(watched);
    this.setDirection(true);
  }

  /** What takes input. */
  get controls(): readonly HTMLElement[] {
    const crosses = this.tabs.map(({ cross }) => cross).filter((cross) => cross !== null);
    return [...this.tabs.map(({ button }) => button), ...crosses, this.#more];
  }

  /** The tab that the Tab key leads to. */
  get stop(): HTMLElement | null {
    return this.#selected?.button ?? null;
  }

  setDirection(horizontal: boolean): void {
    this.#horizontal = horizontal;
    this.#list.setAttribute("aria-orientation", horizontal ? "horizontal" : "vertical");
  }

  add(place: number): Tab {
    const tab = new Tab(this.#options.closable);
    this.tabs.splice(place, 0, tab);
    this.#line.insertBefore(tab.element, this.tabs[place + 1]?.element ?? null);
    this.#own();
    tab.button.addEventListener("click", () => this.#host.chosen(tab));
    tab.button.addEventListener("keydown", (event) => this.#key(event, tab));
    tab.cross?.addEventListener("click", () => this.#host.closing(tab));
    if (this.#options.closable) {
      tab.element.addEventListener("auxclick", (event) => {
        if (event.button === 1 && this.#host.usable()) this.#host.closing(tab);
      });
      // A press of the wheel would start scrolling instead.
      tab.element.addEventListener("mousedown", (event) => {
        if (event.button === 1) event.preventDefault();
      });
    }
    if (this.#options.reorderable) this.#letMove(tab);
    return tab;
  }

  remove(tab: Tab): void {
    const place = this.tabs.indexOf(tab);
    if (place < 0) return;
    this.tabs.splice(place, 1);
    tab.element.remove();
    if (this.#selected === tab) this.#selected = null;
    this.#own();
  }

  /** Gives a tab another place; the focus stays where it is. */
  move(tab: Tab, place: number): void {
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    this.tabs.splice(place, 0, tab);
    this.#line.insertBefore(tab.element, this.tabs[place + 1]?.element ?? null);
    this.#own();
    if (focused instanceof HTMLElement && focused !== document.activeElement) {
      focused.focus({ preventScroll: true });
    }
    this.#keepInView();
  }

  select(tab: Tab | null): void {
    this.#selected?.select(false);
    this.#selected = tab;
    tab?.select(true);
    this.#keepInView();
  }

  dispose(): void {
    for (const watched of this.#watched) this.#host.services.sizes.unwatch(watched);
  }

  #own(): void {
    if (this.#list !== this.#line)
      this.#list.setAttribute("aria-owns", this.tabs.map(({ id }) => id).join(" "));
  }

  #isRightToLeft(): boolean {
    return getComputedStyle(this.element).direction === "rtl";
  }

  #key(event: KeyboardEvent, tab: Tab): void {
    const place = this.tabs.indexOf(tab);
    const last = this.tabs.length - 1;
    const forwards = this.#horizontal && this.#isRightToLeft() ? -1 : 1;
    const steps: Readonly<Record<string, number>> = this.#horizontal
      ? { ArrowLeft: -forwards, ArrowRight: forwards }
      : { ArrowUp: -1, ArrowDown: 1 };
    const step = steps[event.key];
    const plain = !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey;
    if (plain && step !== undefined) this.#go((place + step + this.tabs.length) % this.tabs.length);
    else if (plain && event.key === "Home") this.#go(0);
    else if (plain && event.key === "End") this.#go(last);
    else if (plain && event.key === "Delete" && this.#options.closable) this.#host.closing(tab);
    else if (step !== undefined && event.shiftKey && (event.ctrlKey || event.altKey)) {
      const to = place + step;
      if (this.#options.reorderable && to >= 0 && to <= last) this.#host.moving(tab, to);
    } else return;
    event.preventDefault();
  }

  #go(place: number): void {
    const tab = this.tabs[place];
    if (tab === undefined) return;
    this.#host.chosen(tab);
    tab.button.focus({ preventScroll: true });
  }

  #letMove(tab: Tab): void {
    const strip = this;
    dragTab(tab.element, tab.button, {
      get elements() {
        return strip.tabs.map(({ element }) => element);
      },
      scroller: this.#scroller,
      get horizontal() {
        return strip.#horizontal;
      },
      get rightToLeft() {
        return strip.#horizontal && strip.#isRightToLeft();
      },
      usable: () => this.#host.usable(),
      taken: () => this.#host.chosen(tab),
      dropped: (_element, place) => this.#host.moving(tab, place),
    });
  }

  #prepareMore(): void {
    const more = this.#more;
    more.className = "pgw-icon-button pgw-tab-more";
    more.type = "button";
    more.hidden = true;
    more.setAttribute("aria-label", say("allPages"));
    more.setAttribute("aria-haspopup", "menu");
    more.append(icon("down"));
    more.addEventListener("click", () => {
      const entries = this.tabs.map((tab) => ({
        label: tab.title,
        ...(tab === this.#selected && { icon: "check" as const }),
        run: () => {
          if (this.#host.usable() && this.tabs.includes(tab)) this.#go(this.tabs.indexOf(tab));
        },
      }));
      openMenu(entries, { label: say("allPages"), at: more.getBoundingClientRect() });
    });
  }

  /** The wheel of a mouse goes up and down; a row goes from side to side. */
  #wheel(event: WheelEvent): void {
    if (!this.#horizontal || event.deltaX !== 0 || event.ctrlKey || this.#more.hidden) return;
    const before = this.#scroller.scrollLeft;
    this.#scroller.scrollLeft += this.#isRightToLeft() ? -event.deltaY : event.deltaY;
    if (this.#scroller.scrollLeft !== before) event.preventDefault();
  }

  #measured(width: number, height: number, line: HTMLElement | null): void {
    const length = this.#horizontal ? width : height;
    if (line === null) this.#room = length;
    else this.#needed = length;
    const hidden = this.#room === 0 || this.#needed <= this.#room + 1;
    if (hidden === this.#more.hidden) return;
    // Written after all that is measured now has been.
    this.#host.services.updates.after(() => {
      this.#more.hidden = hidden;
      this.#keepInView();
    });
  }

  #keepInView(): void {
    this.#host.services.updates.after(() => {
      if (this.#selected === null || this.#more.hidden) return;
      const tab = this.#selected.element.getBoundingClientRect();
      const view = this.#scroller.getBoundingClientRect();
      const by = (start: number, end: number, from: number, to: number) =>
        start < from ? start - from : end > to ? end - to : 0;
      this.#scroller.scrollBy({
        left: by(tab.left, tab.right, view.left, view.right),
        top: by(tab.top, tab.bottom, view.top, view.bottom),
      });
    });
  }
}
