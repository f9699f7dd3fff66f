/**
 * A ground inside the page: a view that scrolls over as much room as the windows on it take.
 * Made of a native scroller and a grid of one cell, whose size follows from places and sizes without measuring.
 */
import "./desktop.css";
import type { Services } from "../services.js";
import { px } from "../units.js";
import type { Drag } from "./drag.js";
import { type Edge, type Extent, inSight, inside, type Point, type Rect, resisted } from "./geometry.js";
import { Ground, type GroundWindow, type Resistance } from "./ground.js";

/** Height of a parked window: title bar and border. */
const BAR = 38;

/** Two numbers, for the horizontal and the vertical direction. */
type Pair = readonly [x: number, y: number];

/** What a desktop belongs to. */
export interface DesktopHost {
  /** Its user has scrolled it to these shares of the distance. */
  scrolled(x: number, y: number): void;
}

export class Desktop extends Ground {
  /** Scrolls over the layer. */
  readonly view = document.createElement("div");
  /** How hard it is to drag a window beyond the view, from 0 to 1. */
  resistanceBeyond = 0;
  readonly #host: DesktopHost;
  readonly #services: Services;
  /** As large as what can be seen, without the scroll bars. */
  readonly #pane: { readonly element: HTMLElement; measured(width: number, height: number): void };
  #room: Extent = { width: 0, height: 0 };
  /** Distance from the start that the page knows of, and how far it could go then. Another one is the user's. */
  #known: Pair = [0, 0];
  #ranges: Pair = [0, 0];
  /** Shares that were asked for while nothing could be seen. */
  #wanted: Pair | null = null;
  /** The layer stays at least this large, so that nothing moves under a user who drags. */
  #held: Pair = [0, 0];
  #dragging = false;

  constructor(host: DesktopHost, services: Services) {
    super(BAR);
    this.#host = host;
    this.#services = services;
    this.view.className = "pgw-desktop";
    this.layer.className = "pgw-desktop-layer";
    const pane = document.createElement("div");
    pane.className = "pgw-desktop-pane";
    this.#pane = { element: pane, measured: (width, height) => this.#seen({ width, height }) };
    pane.append(this.layer);
    this.view.append(pane);
    services.sizes.watch(this.#pane);
    this.view.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.layer.addEventListener("wheel", (event) => keepWheel(this.layer, event), { passive: false });
  }

  /** What can be seen of it, as last measured. */
  override get room(): Extent {
    return this.#room;
  }

  /** It grows to the right and down as far as its windows go. To the left and up there is nothing. */
  override get limits(): { readonly max: Extent; readonly left: number } {
    return { max: { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY }, left: 0 };
  }

  override reach({ x, y }: Point): Point {
    return { x: Math.max(0, x), y: Math.max(0, y) };
  }

  /** It scrolls to whatever lies to the right or below. */
  override inSight(at: Point, size: Extent): Point {
    const everywhere = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };
    return inSight(at, size, everywhere, this.barHeight);
  }

  override insideView(at: Point, size: Extent): Point {
    return inside(at, size, this.#room);
  }

  override raise(window: GroundWindow): boolean {
    const changed = super.raise(window);
    this.showTop();
    return changed;
  }

  override lower(window: GroundWindow): boolean {
    const changed = super.lower(window);
    this.showTop();
    return changed;
  }

  override arrangeParked(): void {
    super.arrangeParked();
    this.showTop();
  }

  /** The uppermost one that is shown is the one that the user works in. */
  showTop(): void {
    const top = this.windows.findLast((window) => !window.element.hidden) ?? null;
    this.activate(top);
    const front = this.windows.findLast((window) => !window.element.hidden && !window.isParked);
    // Behind a maximised window there is nothing to scroll to.
    this.view.classList.toggle("pgw-covered", front?.isMaximized === true);
  }

  /** Ends what lives outside its elements. */
  dispose(): void {
    this.#services.sizes.unwatch(this.#pane);
  }

  // ---- scrolling ----

  /** Scrolls to shares of the distance; a direction without one is left alone. */
  scrollToShares(x: number, y: number): void {
    this.#wanted = [x, y];
    this.#services.updates.after(() => this.#goToWanted());
  }

  /** Where it is, as shares of the distance. */
  shares(): [number, number] {
    this.#services.updates.settle();
    const ranges = this.#measureRanges();
    const [x, y] = this.#offsets();
    return this.#wanted === null ? [share(x, ranges[0]), share(y, ranges[1])] : [...this.#wanted];
  }

  /** The program lays windows out: what was held for the user is let go. */
  letGo(): void {
    if (!this.#dragging) this.#hold([0, 0]);
  }

  override reveal({ element, isParked, isMaximized }: GroundWindow): void {
    if (isParked || isMaximized) return;
    const { clientWidth, clientHeight } = this.view;
    const [left, top] = this.#offsets();
    const near = (at: number, length: number, start: number, room: number) =>
      Math.min(at, Math.max(start, at + Math.min(length, room) - room));
    this.view.scrollTo({
      left: near(element.offsetLeft, element.offsetWidth, left, clientWidth),
      top: near(element.offsetTop, element.offsetHeight, top, clientHeight),
      behavior: "instant",
    });
  }

  /** The room stays as it is while it is dragged, and what scrolls meanwhile counts as a part of the way. */
  override draggedByPointer(drag: Drag): Drag {
    const start = this.#offsets();
    this.#dragging = true;
    this.#hold([this.view.scrollWidth, this.view.scrollHeight]);
    return {
      move: (dx, dy) => {
        const [x, y] = this.#offsets();
        drag.move(dx + x - start[0], dy + y - start[1]);
      },
      end: (cancelled) => {
        this.#dragging = false;
        drag.end(cancelled);
        this.#services.updates.after(() => this.#holdSeen());
      },
    };
  }

  override resistance(window: HTMLElement): Resistance {
    const by = this.resistanceBeyond;
    const [left, top] = this.#offsets();
    const { clientWidth, clientHeight } = this.view;
    const frame = [
      window.offsetWidth - window.clientWidth,
      window.offsetHeight - window.clientHeight,
    ] as const;
    const hold = (
      from: number,
      length: number,
      side: Edge["x"],
      way: number,
      start: number,
      room: number,
    ) => {
      const outward = side === 0 ? (way < 0 ? -1 : 1) : side;
      return outward < 0
        ? resisted(from, way, start, -1, by)
        : resisted(from + length, way, start + room, 1, by);
    };
    return (start: Rect, edge: Edge | null, dx: number, dy: number) => [
      hold(start.x, start.width + frame[0], edge?.x ?? 0, dx, left, clientWidth),
      hold(start.y, start.height + frame[1], edge?.y ?? 0, dy, top, clientHeight),
    ];
  }

  /** Another part of it can be seen. 0 by 0: none. */
  #seen(room: Extent): void {
    const wasHidden = this.#room.width === 0 && this.#room.height === 0;
    this.#room = room;
    this.layer.style.setProperty("--pgw-view-width", px(room.width));
    this.layer.style.setProperty("--pgw-view-height", px(room.height));
    if (room.width === 0 && room.height === 0) return;
    // A browser may forget where a view was while it was hidden.
    if (wasHidden) this.view.scrollTo({ left: this.#known[0], top: this.#known[1], behavior: "instant" });
    this.#goToWanted();
    this.#ranges = this.#measureRanges();
    this.#known = this.#offsets();
    this.roomChanged();
  }

  #goToWanted(): void {
    const wanted = this.#wanted;
    if (wanted === null || this.view.clientHeight === 0) return;
    this.#wanted = null;
    this.#ranges = this.#measureRanges();
    const [x, y] = this.#ranges;
    this.view.scrollTo({
      ...(x > 0 && { left: wanted[0] * x }),
      ...(y > 0 && { top: wanted[1] * y }),
      behavior: "instant",
    });
    this.#known = this.#offsets();
  }

  /** The view has moved. What the program and the layout did is no news. */
  #scrolled(): void {
    const offsets = this.#offsets();
    const before = this.#known;
    if (offsets[0] === before[0] && offsets[1] === before[1]) return;
    const ranges = this.#measureRanges();
    const isSmaller = (i: 0 | 1) => ranges[i] < this.#ranges[i];
    const isPushed = (i: 0 | 1) =>
      offsets[i] === before[i] || (isSmaller(i) && offsets[i] < before[i] && offsets[i] >= ranges[i] - 1);
    const byLayout = isPushed(0) && isPushed(1);
    this.#known = offsets;
    this.#ranges = ranges;
    if (byLayout) return;
    if (!this.#dragging) this.#holdSeen();
    this.#host.scrolled(share(offsets[0], ranges[0]), share(offsets[1], ranges[1]));
  }

  /** Holds no more than what would else slip away from under the user's eyes. */
  #holdSeen(): void {
    const [x, y] = this.#offsets();
    const { clientWidth, clientHeight } = this.view;
    const [width, height] = this.#held;
    this.#hold([
      x > 0 ? Math.min(width, Math.ceil(x) + clientWidth) : 0,
      y > 0 ? Math.min(height, Math.ceil(y) + clientHeight) : 0,
    ]);
  }

  #hold(size: Pair): void {
    const [width, height] = this.#held;
    if (width === size[0] && height === size[1]) return;
    this.#held = size;
    this.layer.style.minWidth = size[0] > 0 ? `max(100%, ${px(size[0])})` : "";
    this.layer.style.minHeight = size[1] > 0 ? `max(100%, ${px(size[1])})` : "";
  }

  #offsets(): Pair {
    return [this.view.scrollLeft, this.view.scrollTop];
  }

  #measureRanges(): Pair {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = this.view;
    return [Math.max(0, scrollWidth - clientWidth), Math.max(0, scrollHeight - clientHeight)];
  }
}

function share(offset: number, range: number): number {
  return range > 0 ? Math.min(1, Math.max(0, offset / range)) : 0;
}

/** A wheel that turns over a window scrolls what is in it, and never the ground below. */
function keepWheel(layer: HTMLElement, event: WheelEvent): void {
  if (event.ctrlKey || event.defaultPrevented) return;
  const target = event.target as Element;
  for (let at: Element | null = target; at !== layer; at = at.parentElement) {
    if (at === null) return;
    if (canScroll(at, event)) return;
  }
  if (target !== layer) event.preventDefault();
}

function canScroll(element: Element, { deltaX, deltaY, shiftKey }: WheelEvent): boolean {
  const { scrollWidth, scrollHeight, clientWidth, clientHeight, scrollLeft, scrollTop } = element;
  if (scrollWidth <= clientWidth && scrollHeight <= clientHeight) return false;
  const { overflowX, overflowY, direction } = getComputedStyle(element);
  const scrolls = (overflow: string) => overflow === "auto" || overflow === "scroll";
  const goes = (by: number, from: number, range: number) => (by < 0 ? from > 0 : by > 0 && from < range - 1);
  const [across, down] = shiftKey && deltaX === 0 ? [deltaY, 0] : [deltaX, deltaY];
  const rangeX = scrollWidth - clientWidth;
  const fromLeft = direction === "rtl" ? rangeX + scrollLeft : scrollLeft;
  return (
    (scrolls(overflowY) && goes(down, scrollTop, scrollHeight - clientHeight)) ||
    (scrolls(overflowX) && goes(across, fromLeft, rangeX))
  );
}
