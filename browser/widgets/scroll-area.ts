/**
 * ScrollArea: a view on one child of any size. The browser scrolls; the bars beside it follow, and can be dragged.
 * Made of a native scroller without bars of its own, so that wheel, touch, keys and focus work as everywhere.
 */
import "./scroll-area.css";
import type {
  ScrollAreaArgs,
  ScrollAreaContract,
  ScrollAreaEvents,
} from "../../generated/browser/contracts.js";
import type { ScrollBarPolicy } from "../../generated/browser/types.js";
import { nameControl } from "../controls/naming.js";
import { defineWidget } from "../registry.js";
import { ScrollFrame } from "../scrolling/scroll-frame.js";
import { clamp, wheelPixels } from "../scrolling/thumb-bar.js";
import type { WidgetInit } from "../services.js";
import { say } from "../strings.js";
import { type Sides, sides } from "../units.js";
import type { BaseWidget } from "../widget.js";

/** Two numbers, for the horizontal and the vertical direction. */
type Pair = readonly [x: number, y: number];

/** Rounding may make the content this much larger than the view. */
const ROUNDING = 1;

/** Content of at least so many elements is most likely taller than its view. */
const MANY = 500;

class ScrollArea extends ScrollFrame<ScrollAreaEvents> implements ScrollAreaContract {
  readonly #content: HTMLElement;
  /** The content, and the view on it, which a bar makes smaller without a change of the content. */
  readonly #measured: readonly { readonly element: HTMLElement; readonly measured: () => void }[];
  /** The view and the whole content in CSS pixels, as measured last. */
  #view: Pair = [0, 0];
  #whole: Pair = [0, 0];
  #rightToLeft = false;
  #hidden = true;
  /** The content is another one than was drawn last. */
  #isNew = false;
  /** It has not been measured, and most likely needs the vertical bar. */
  #expectsTall = false;
  /** Lengths of the thumbs; `given` while they are those of the program. */
  #lengths: Pair = [1, 1];
  #given = false;
  /** Distance from the start that the page knows of: what the program or the layout did. Another one is the user's. */
  #known: Pair = [0, 0];
  /** Position that was asked for where there is no distance yet. */
  #wanted: readonly [x: number | null, y: number | null] = [null, null];

  constructor(init: WidgetInit, args: ScrollAreaArgs) {
    const view = document.createElement("div");
    const content = document.createElement("div");
    super(init, args, view, content);
    view.classList.add("pgw-scroll-view");
    content.className = "pgw-scroll-content";
    view.append(content);
    this.#content = content;
    this.#measured = [content, view].map((element) => ({ element, measured: () => this.#measure() }));
    for (const each of this.#measured) this.services.sizes.watch(each);
    view.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.horizontal.element.setAttribute("aria-hidden", "true");
    this.vertical.element.setAttribute("aria-hidden", "true");
    this.setScrollBarVisibility(args.hscrollbar, args.vscrollbar);
  }

  setWidget(child: BaseWidget): void {
    this.adoptOnly(child, { main: "column", rigid: true });
    this.#isNew = true;
    this.requestRender();
  }

  setScrollPosition(hPct: number, vPct: number): void {
    this.#wanted = [clamp(hPct, 0, 1), clamp(vPct, 0, 1)];
    // The content may be made in the same batch.
    this.services.updates.after(() => {
      // A share of the way needs all of it.
      if (hPct > 0 || vPct > 0) this.services.updates.settle();
      this.#measure();
    });
  }

  getScrollPosition(): [number, number] {
    this.services.updates.settle();
    this.#measure();
    return this.#position();
  }

  setThumbPercent(hPct: number, vPct: number): void {
    this.#lengths = [clamp(hPct, 0.01, 1), clamp(vPct, 0.01, 1)];
    this.#given = true;
    this.requestRender();
  }

  getThumbPercent(): [number, number] {
    if (!this.#given) {
      this.services.updates.settle();
      this.#measure();
    }
    return [...this.#lengths];
  }

  /** Padding lies around the content and scrolls with it. */
  override setPadding(padding: Sides): void {
    this.#content.style.padding = sides(padding);
  }

  protected override overflows(): readonly [boolean, boolean] {
    if (this.#expectsTall) return [false, true];
    const [viewX, viewY] = this.#view;
    const [wholeX, wholeY] = this.#whole;
    const [roomX, roomY] = this.inner;
    const [policyX, policyY] = this.policies;
    // Content that just fills the view says nothing about what it needs; the bars' own room counts as free.
    const needX = wholeX > viewX + ROUNDING ? wholeX : 0;
    const needY = wholeY > viewY + ROUNDING ? wholeY : 0;
    const bar = (policy: ScrollBarPolicy, over: boolean) =>
      policy === "on" || (policy === "auto" && over) ? this.thickness : 0;
    let overY = needY > roomY + ROUNDING;
    const overX = needX > roomX - bar(policyY, overY) + ROUNDING;
    overY ||= needY > roomY - bar(policyX, overX) + ROUNDING;
    return [overX || needX > roomX - bar(policyY, overY) + ROUNDING, overY];
  }

  protected override render(): void {
    // With a bar that comes only once all is laid out, much content would have to be laid out twice.
    if (this.#isNew && !this.overflows()[1]) this.#expectsTall = hasMany(this.#content);
    this.#isNew = false;
    super.render();
    this.horizontal.length = this.#lengths[0];
    this.vertical.length = this.#lengths[1];
    this.#showPosition();
    this.#setTabStop();
  }

  protected override movedByBar(): void {
    const [rangeX, rangeY] = this.#ranges();
    this.#scrollTo([this.horizontal.at * rangeX, this.vertical.at * rangeY]);
    this.#scrolled();
  }

  protected override wheeled(event: WheelEvent): boolean {
    const before = this.#offsets();
    const across = wheelPixels(event.deltaX, event.deltaMode);
    const down = wheelPixels(event.deltaY, event.deltaMode);
    const sideways = across === 0 && event.currentTarget === this.horizontal.element;
    this.cell.scrollBy(sideways ? { left: this.#rightToLeft ? -down : down } : { left: across, top: down });
    const after = this.#offsets();
    if (after[0] !== before[0] || after[1] !== before[1]) event.preventDefault();
    return true;
  }

  protected override measureContent(): void {
    this.#measure();
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    if (!on && document.activeElement === this.cell) this.cell.blur();
    this.#setTabStop();
  }

  protected override focusTarget(): HTMLElement | null {
    return this.isEnabled ? this.cell : null;
  }

  protected override disposed(): void {
    for (const each of this.#measured) this.services.sizes.unwatch(each);
  }

  /** Reads what the layout made of it. Only called when the layout is known to be done. */
  #measure(): void {
    const { cell } = this;
    const { clientWidth, clientHeight } = cell;
    const wasHidden = this.#hidden;
    this.#hidden = clientWidth === 0 && clientHeight === 0;
    if (this.#hidden) return;
    this.#expectsTall = false;
    this.#isNew = false;
    this.#rightToLeft = getComputedStyle(cell).direction === "rtl";
    const view: Pair = [clientWidth, clientHeight];
    const whole: Pair = [cell.scrollWidth, cell.scrollHeight];
    if (!this.#given || !same(view, this.#view) || !same(whole, this.#whole)) {
      this.#given = false;
      this.#lengths = [share(view[0], whole[0]), share(view[1], whole[1])];
    }
    this.#view = view;
    this.#whole = whole;
    // A browser may forget where a view was while it was hidden.
    const kept = wasHidden ? this.#known : this.#offsets();
    const ranges = this.#ranges();
    const reach = (i: 0 | 1) =>
      ranges[i] > 0 ? (this.#wanted[i] ?? kept[i] / ranges[i]) * ranges[i] : kept[i];
    const goal: Pair = [reach(0), reach(1)];
    // A bar that is about to come or go changes the view, and with it the distance that a position means.
    if (this.barsStand)
      this.#wanted = [ranges[0] > 0 ? null : this.#wanted[0], ranges[1] > 0 ? null : this.#wanted[1]];
    if (!same(goal, this.#offsets())) this.#scrollTo(goal);
    this.#known = this.#offsets();
    this.requestRender();
  }

  /** The view has moved. What the program and the layout did is known already. */
  #scrolled(): void {
    const offsets = this.#offsets();
    if (same(offsets, this.#known)) return;
    const { cell } = this;
    const whole: Pair = [cell.scrollWidth, cell.scrollHeight];
    const view: Pair = [cell.clientWidth, cell.clientHeight];
    if (!same(whole, this.#whole) || !same(view, this.#view)) {
      // Smaller content has pushed it back to its end.
      const pushed = ([0, 1] as const).every(
        (i) =>
          offsets[i] <= this.#known[i] &&
          (offsets[i] === this.#known[i] || offsets[i] >= whole[i] - view[i] - 1),
      );
      this.#measure();
      if (pushed) return;
    }
    this.#known = offsets;
    this.#showPosition();
    this.emit("scrolled", ...this.#position());
  }

  #scrollTo([x, y]: Pair): void {
    this.cell.scrollTo({ left: this.#rightToLeft ? -x : x, top: y, behavior: "instant" });
  }

  /** Distances from the start, in CSS pixels. */
  #offsets(): Pair {
    return [Math.abs(this.cell.scrollLeft), this.cell.scrollTop];
  }

  /** Distances that can be scrolled. */
  #ranges(): Pair {
    return [Math.max(0, this.#whole[0] - this.#view[0]), Math.max(0, this.#whole[1] - this.#view[1])];
  }

  #position(): [number, number] {
    const ranges = this.#ranges();
    const at = (i: 0 | 1) => this.#wanted[i] ?? (ranges[i] > 0 ? clamp(this.#known[i] / ranges[i], 0, 1) : 0);
    return [at(0), at(1)];
  }

  #showPosition(): void {
    const [x, y] = this.#position();
    this.horizontal.at = x;
    this.vertical.at = y;
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    this.#setTabStop();
  }

  /** What can be scrolled can be reached by the Tab key, so that its keys work; there it says what it is. */
  #setTabStop(): void {
    const [overX, overY] = this.overflows();
    const scrolls = overX || overY;
    if (!this.isEnabled) this.cell.tabIndex = -1;
    else if (scrolls) this.cell.tabIndex = 0;
    else this.cell.removeAttribute("tabindex");
    if (scrolls) this.cell.setAttribute("role", "group");
    else this.cell.removeAttribute("role");
    nameControl(this.cell, scrolls ? this.getTooltip() || say("scrolledContent") : "", false);
  }
}

function hasMany(content: HTMLElement): boolean {
  return content.getElementsByTagName("*").item(MANY - 1) !== null;
}

function share(view: number, whole: number): number {
  return whole > view + ROUNDING ? clamp(view / whole, 0.01, 1) : 1;
}

/** Equal but for rounding. */
function same(one: Pair, other: Pair): boolean {
  return Math.abs(one[0] - other[0]) < 1 && Math.abs(one[1] - other[1]) < 1;
}

defineWidget("ScrollArea", ScrollArea);
