/**
 * Splitter: panes in a line, with handles between them that are dragged or moved by keys.
 * Made as a flex line: the shares of the panes are their flex factors, so that a new size of the splitter needs no code.
 */
import "./splitter.css";
import type { SplitterArgs, SplitterContract, SplitterEvents } from "../../generated/browser/contracts.js";
import { BaseContainer } from "../container.js";
import { applySizes, joiningShare, measureShares, moveBorder, type Sharer } from "../containers/shares.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { say } from "../strings.js";
import { px } from "../units.js";
import type { BaseWidget } from "../widget.js";
import { type Drag, makeDraggable } from "../windows/drag.js";

/** Smallest size of a pane, and what an arrow key moves a handle by, in CSS pixels. */
const LEAST = 20;
const STEP = 16;

class Pane implements Sharer {
  readonly child: BaseWidget;
  readonly element = document.createElement("div");
  /** In front of the pane; the first one has none that shows. */
  readonly handle = document.createElement("div");
  share: number;
  min = LEAST;
  /** Size to come back to after it was closed by key. */
  open: number | null = null;

  constructor(child: BaseWidget, share: number) {
    this.child = child;
    this.share = share;
    this.element.className = "pgw-splitter-pane";
    this.element.append(child.element);
    this.handle.className = "pgw-splitter-handle";
  }

  get hidden(): boolean {
    return !this.child.isVisible();
  }
}

class Splitter extends BaseContainer<SplitterEvents> implements SplitterContract {
  readonly #horizontal: boolean;
  /** In the order of the children. */
  #panes: Pane[] = [];
  #sizes: number[] | null = null;

  constructor(init: WidgetInit, { orientation }: SplitterArgs) {
    super(init, document.createElement("div"));
    this.#horizontal = orientation === "horizontal";
    this.element.classList.add(this.#horizontal ? "pgw-horizontal" : "pgw-vertical");
  }

  addWidget(child: BaseWidget): void {
    this.adopt(child, { main: "column", fill: [true, true] });
  }

  setSizes(sizes: readonly number[] | null = null): void {
    if (sizes === null) return;
    this.#sizes = [...sizes];
    applySizes(this.#panes, sizes);
    this.requestRender();
  }

  getSizes(): number[] | null {
    return this.#sizes === null ? null : [...this.#sizes];
  }

  setMinimumSize(child: BaseWidget, minPx: number): void {
    const pane = this.#paneOf(child);
    if (pane === undefined) return;
    pane.min = Math.max(0, minPx);
    this.requestRender();
  }

  protected override insertElement(child: BaseWidget): void {
    const pane = new Pane(child, joiningShare(this.#panes));
    const place = this.#panes.push(pane) - 1;
    // Sizes may have been set before there were panes for them.
    if (this.#sizes !== null && place < this.#sizes.length) applySizes(this.#panes, this.#sizes);
    this.#prepareHandle(pane);
    this.element.append(pane.handle, pane.element);
    this.refreshControls();
    this.requestRender();
  }

  protected override removeElement(child: BaseWidget): void {
    super.removeElement(child);
    const pane = this.#paneOf(child);
    if (pane === undefined) return;
    pane.element.remove();
    pane.handle.remove();
    this.#sizes?.splice(this.#panes.indexOf(pane), 1);
    this.#panes = this.#panes.filter((other) => other !== pane);
    this.requestRender();
  }

  protected override controls(): readonly HTMLElement[] {
    return this.#panes.map((pane) => pane.handle);
  }

  /** The first handle that can be moved. */
  protected override focusTarget(): HTMLElement | null {
    return this.isEnabled ? (this.#panes[1]?.handle ?? null) : null;
  }

  protected override render(): void {
    // Flex factors that add up to less than 1 would leave room over.
    const whole = this.#panes.reduce((sum, pane) => sum + pane.share, 0) || 1;
    this.#panes.forEach((pane, i) => {
      const { style } = pane.element;
      style.flexGrow = String((pane.share / whole) * 100 * this.#panes.length || 0);
      style[this.#horizontal ? "minWidth" : "minHeight"] = px(pane.min);
      if (i > 0) this.#describeHandle(pane, i);
    });
  }

  #paneOf(child: BaseWidget): Pane | undefined {
    return this.#panes.find((pane) => pane.child === child);
  }

  #prepareHandle(pane: Pane): void {
    const { handle } = pane;
    handle.tabIndex = 0;
    handle.setAttribute("role", "separator");
    // A line between panes side by side stands upright.
    handle.setAttribute("aria-orientation", this.#horizontal ? "vertical" : "horizontal");
    handle.setAttribute("aria-valuemin", "0");
    handle.setAttribute("aria-valuemax", "100");
    makeDraggable(handle, () => this.#drag(pane));
    handle.addEventListener("keydown", (event) => this.#key(event, pane));
  }

  #describeHandle(pane: Pane, place: number): void {
    const before = this.#shownBefore(pane);
    const both = (before?.share ?? 0) + pane.share;
    const now = both > 0 ? Math.round(((before?.share ?? 0) / both) * 100) : 0;
    pane.handle.setAttribute("aria-valuenow", String(now));
    pane.handle.setAttribute("aria-label", say("splitterHandle", { place }));
  }

  /** The pane on the other side of its handle. */
  #shownBefore(pane: Pane): Pane | undefined {
    return this.#panes
      .slice(0, this.#panes.indexOf(pane))
      .reverse()
      .find((other) => !other.hidden);
  }

  /** Gets hold of the border in front of a pane. The result moves it by pixels along the splitter. */
  #grip(pane: Pane): { readonly before: Pane; move(by: number): void } | null {
    const before = this.#shownBefore(pane);
    if (!this.isEnabled || before === undefined) return null;
    this.services.updates.flush();
    const measured = this.#panes.map(({ element }) => {
      const box = element.getBoundingClientRect();
      return this.#horizontal ? box.width : box.height;
    });
    measureShares(this.#panes, measured);
    const from = [before.share, pane.share] as const;
    return {
      before,
      move: (by) => {
        moveBorder(before, pane, from, by);
        this.requestRender();
      },
    };
  }

  #tell(): void {
    this.#sizes = this.#panes.map(({ share }) => share);
    this.emit("sizing", [...this.#sizes]);
  }

  #drag(pane: Pane): Drag | null {
    const grip = this.#grip(pane);
    if (grip === null) return null;
    const sign = this.#horizontal && this.#isRightToLeft() ? -1 : 1;
    this.element.classList.add("pgw-sizing");
    pane.handle.classList.add("pgw-dragging");
    return {
      move: (dx, dy) => grip.move(this.#horizontal ? dx * sign : dy),
      end: (cancelled) => {
        this.element.classList.remove("pgw-sizing");
        pane.handle.classList.remove("pgw-dragging");
        if (cancelled) grip.move(0);
        else this.#tell();
        grip.before.open = null;
      },
    };
  }

  #key(event: KeyboardEvent, pane: Pane): void {
    if (event.altKey || event.metaKey) return;
    const step = event.shiftKey || event.ctrlKey ? 1 : STEP;
    const sign = this.#horizontal && this.#isRightToLeft() ? -1 : 1;
    const keys: Readonly<Record<string, number>> = this.#horizontal
      ? { ArrowLeft: -step * sign, ArrowRight: step * sign }
      : { ArrowUp: -step, ArrowDown: step };
    let by = keys[event.key];
    if (event.key === "Home") by = Number.NEGATIVE_INFINITY;
    if (event.key === "End") by = Number.POSITIVE_INFINITY;
    if (by === undefined && event.key !== "Enter") return;
    event.preventDefault();
    const grip = this.#grip(pane);
    if (grip === null) return;
    const { before } = grip;
    const start = before.share;
    if (by === undefined) {
      // Enter closes the pane in front of the handle, and opens it again as it was.
      const open = start > before.min + 1 ? null : before.open;
      before.open = open === null ? start : null;
      grip.move(open === null ? Number.NEGATIVE_INFINITY : open - start);
    } else {
      before.open = null;
      grip.move(by);
    }
    if (before.share !== start) this.#tell();
  }

  #isRightToLeft(): boolean {
    return getComputedStyle(this.element).direction === "rtl";
  }
}

defineWidget("Splitter", Splitter);
