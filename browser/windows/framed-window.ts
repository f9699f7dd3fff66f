/**
 * What all windows have, in the page and on a desktop inside it: bar, place, size, states, grips, menu.
 * Made of a frame around one slot, and of what the window lets its user do. Only what the user does is reported.
 */
import "./window.css";
import type { ContainerEvents } from "../../generated/browser/contracts.js";
import type { WindowState } from "../../generated/browser/types.js";
import { announce } from "../announce.js";
import { BaseContainer } from "../container.js";
import type { WidgetInit } from "../services.js";
import { say } from "../strings.js";
import { px, type Sides, sides } from "../units.js";
import { type Drag, makeDraggable } from "./drag.js";
import { type Edge, type Extent, type Point, type Rect, SMALLEST } from "./geometry.js";
import { addGrips } from "./grips.js";
import type { Ground } from "./ground.js";
import { adjustWithArrows, type KeyedWindow } from "./keys.js";
import { TitleBar } from "./title-bar.js";
import { type DragTarget, moveDrag, sizeDrag } from "./window-drags.js";
import { watchInput } from "./window-input.js";
import { openWindowMenu, type WindowMenuTarget } from "./window-menu.js";

/** What its user may do with a window. */
export interface WindowTraits {
  readonly resizable: boolean;
  readonly moveable: boolean;
  readonly closeable: boolean;
  readonly lowerable: boolean;
  readonly minimizable: boolean;
  readonly maximizable: boolean;
  readonly shadeable: boolean;
}

export abstract class FramedWindow<E extends ContainerEvents>
  extends BaseContainer<E>
  implements KeyedWindow, WindowMenuTarget
{
  protected readonly bar: TitleBar;
  readonly #traits: WindowTraits;
  #title: string | null = null;
  #moveable: boolean;
  #state: WindowState = "normal";
  /** The place that the program or the user chose. */
  #chosen: Point | null = null;
  /** The place that was found for it, as long as nobody has chosen one. */
  #found: Point | null = null;
  #filled = false;

  constructor(init: WidgetInit, traits: WindowTraits, title: string | null) {
    const element = document.createElement("div");
    const body = document.createElement("div");
    super(init, element, body);
    this.#traits = traits;
    this.#moveable = traits.moveable;
    element.classList.add("pgw-window");
    element.tabIndex = -1;
    element.setAttribute("role", "dialog");
    body.className = "pgw-window-body";
    this.bar = new TitleBar({
      ...(traits.lowerable ? { lower: () => this.lowerByUser() } : {}),
      ...(traits.minimizable ? { minimize: () => this.toggleByUser("minimized") } : {}),
      ...(traits.maximizable ? { maximize: () => this.toggleByUser("maximized") } : {}),
      ...(traits.closeable ? { close: () => this.closeByUser() } : {}),
    });
    const frame = document.createElement("div");
    frame.className = "pgw-window-frame";
    frame.append(this.bar.element, body);
    element.append(frame);
    if (traits.resizable) addGrips(element, (edge) => this.#byPointer(this.#dragEdge(edge)));
    this.setTitle(title);
    this.#showMoveable();
    this.#showState();
    makeDraggable(this.bar.element, () => this.#byPointer(this.#dragBar()));
    watchInput(this, this.bar.element);
  }

  /** What it stands on, null while it stands nowhere. */
  protected abstract get ground(): Ground | null;

  // ---- for the ground, the keys and the menu ----

  get windowState(): WindowState {
    return this.#state;
  }

  get isParked(): boolean {
    return this.#state === "minimized";
  }

  get isMaximized(): boolean {
    return this.#state === "maximized";
  }

  get standing(): Rect | null {
    const stands = this.#place() !== null && (this.#state === "normal" || this.#state === "shaded");
    return stands ? this.#rect() : null;
  }

  get allows(): WindowMenuTarget["allows"] {
    const traits = this.#traits;
    return {
      move: this.#canMove(),
      size: this.#canSize(),
      lower: traits.lowerable,
      shade: traits.shadeable && this.isEnabled,
      minimize: traits.minimizable && this.isEnabled,
      maximize: traits.maximizable && this.isEnabled,
      close: traits.closeable && this.isEnabled,
    };
  }

  roomChanged(): void {
    this.requestLayout();
  }

  park({ x, y, width }: Rect): void {
    const { style } = this.element;
    style.left = px(x);
    style.top = px(y);
    style.width = px(width);
  }

  setActive(on: boolean): void {
    this.element.classList.toggle("pgw-active", on);
  }

  focusWindow(): void {
    this.element.focus({ preventScroll: true });
  }

  abstract raiseByUser(): void;

  abstract closeByUser(): void;

  lowerByUser(): void {
    if (this.ground?.lower(this) === true) this.post("lowered", [], true);
  }

  toggleByUser(state: Exclude<WindowState, "normal">): void {
    if (!this.isEnabled) return;
    this.#enter(this.#state === state ? "normal" : state);
    this.post("window-state", [this.#state], true);
  }

  openMenuByKey(): void {
    const { left, top, width } = this.bar.element.getBoundingClientRect();
    openWindowMenu(this, { left, top, width, height: this.bar.element.offsetHeight }, false);
  }

  adjustByKeys(what: "move" | "size"): void {
    if (what === "move" ? !this.#canMove() : !this.#canSize()) return;
    const drag = what === "move" ? this.#dragBar() : this.#dragEdge({ x: 1, y: 1 });
    if (drag === null) return;
    let dx = 0;
    let dy = 0;
    this.focusWindow();
    this.element.classList.add("pgw-adjusting");
    announce(say(what === "move" ? "movingByKeys" : "sizingByKeys"));
    adjustWithArrows({
      by: (x, y) => {
        dx += x;
        dy += y;
        drag.move(dx, dy);
        this.services.updates.after(() => this.ground?.reveal(this));
      },
      end: (cancelled) => {
        this.element.classList.remove("pgw-adjusting");
        if (cancelled) drag.move(0, 0);
        drag.end(cancelled);
      },
    });
  }

  // ---- what their contracts have in common ----

  setPosition(x: number, y: number): void {
    this.#chosen = { x, y };
    this.requestLayout();
  }

  /** null: without a title bar. */
  setTitle(title: string | null): void {
    this.#title = title;
    this.bar.title = title ?? "";
    this.element.classList.toggle("pgw-untitled", title === null);
    if (title === null || title === "") {
      this.element.removeAttribute("aria-labelledby");
      this.element.setAttribute("aria-label", say("window"));
    } else {
      this.element.removeAttribute("aria-label");
      this.element.setAttribute("aria-labelledby", this.bar.titleId);
    }
    this.#showBar();
  }

  get title(): string | null {
    return this.#title;
  }

  setMoveable(tf: boolean): void {
    this.#moveable = tf;
    this.#showMoveable();
  }

  raise(): void {
    if (!this.element.hidden) this.ground?.raise(this);
  }

  lower(): void {
    if (!this.element.hidden) this.ground?.lower(this);
  }

  toggleMinimize(): void {
    this.#enter(this.#state === "minimized" ? "normal" : "minimized");
  }

  toggleMaximize(): void {
    this.#enter(this.#state === "maximized" ? "normal" : "maximized");
  }

  toggleShade(): void {
    this.#enter(this.#state === "shaded" ? "normal" : "shaded");
  }

  setWindowState(state: WindowState): void {
    this.#enter(state);
  }

  getWindowState(): WindowState {
    return this.#state;
  }

  /** The space is left between the frame and the content; the title bar keeps its own. */
  override setPadding(padding: Sides): void {
    this.slot.style.setProperty("--window-padding", sides(padding));
  }

  override setBorderWidth(width: number): void {
    super.setBorderWidth(width);
    this.element.classList.toggle("pgw-own-border", width > 0);
  }

  protected override disposed(): void {
    this.ground?.remove(this);
    super.disposed();
  }

  protected override controls(): readonly HTMLElement[] {
    return this.bar.buttons;
  }

  protected override focusTarget(): HTMLElement {
    return this.element;
  }

  protected override applyLayout(): void {
    const { style } = this.element;
    const { size, min, max } = this.own;
    const free = !this.isMaximized;
    if (this.fills && free) {
      this.#fill();
      return;
    }
    if (this.#filled) {
      this.#filled = false;
      if (!this.element.hidden) this.findPlace();
    }
    // A minimised window too knows how its content will stand.
    this.contentRoomChanged(free ? [size[0] !== null, size[1] !== null] : [true, true]);
    if (this.#state === "minimized") return;
    const high = this.#state === "normal";
    style.width = free && size[0] !== null ? px(size[0]) : "";
    style.height = high && size[1] !== null ? px(size[1]) : "";
    const least = (i: 0 | 1, natural: number) =>
      px(Math.max(size[i] === null ? natural : this.least, min[i] ?? 0));
    style.minWidth = free ? least(0, SMALLEST.width) : "";
    style.minHeight = high ? least(1, SMALLEST.height) : "";
    style.maxWidth = free && max[0] !== null ? this.atMost(max[0]) : "";
    style.maxHeight = high && max[1] !== null ? this.atMost(max[1]) : "";
    this.writePlace(free ? this.#shownPlace() : null);
  }

  /** As large as its ground, however large that gets, until somebody places or sizes it. */
  #fill(): void {
    const { style } = this.element;
    this.#filled = true;
    this.contentRoomChanged([true, true]);
    if (this.#state === "minimized") return;
    style.width = "100%";
    style.height = this.#state === "normal" ? "100%" : "";
    style.minWidth = style.minHeight = style.maxWidth = style.maxHeight = "";
    this.writePlace(null);
  }

  // ---- what kinds of windows do in their own way ----

  /** Whether it is as large as its ground now. */
  protected get fills(): boolean {
    return false;
  }

  /** Nobody has said where it stands, or how large it is. */
  protected get isUnplaced(): boolean {
    const { size } = this.own;
    return this.#chosen === null && size[0] === null && size[1] === null;
  }

  /** Where it stands in its normal state, as far as somebody has said so. */
  protected get normalPlace(): Point | null {
    return this.#place();
  }

  /** Smallest length inside the border that the program can give it, in CSS pixels. */
  protected get least(): number {
    return 0;
  }

  /** A greatest length, as CSS. */
  protected atMost(length: number): string {
    return px(length);
  }

  /** Its size inside the border, which is what its numbers mean, as it is now. */
  protected measuredSize(): Extent {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  /** Puts its element somewhere; null leaves that to the style sheet. */
  protected writePlace(at: Point | null): void {
    this.element.style.left = at === null ? "" : px(at.x);
    this.element.style.top = at === null ? "" : px(at.y);
  }

  /** The window has a size of its own, or takes that of its content, per direction. */
  protected contentRoomChanged(_given: readonly [horizontal: boolean, vertical: boolean]): void {}

  // ---- place and size ----

  #place(): Point | null {
    return this.#chosen ?? this.#found;
  }

  #shownPlace(): Point | null {
    const { ground } = this;
    const at = this.#place();
    if (at === null || ground === null) return null;
    const size = this.measuredSize();
    return this.#chosen === null ? ground.insideView(at, size) : ground.inSight(at, size);
  }

  /** Has a place found for it, if it has none, once it is drawn. */
  protected findPlace(): void {
    if (this.#place() !== null || this.fills) return;
    const find = () => {
      const { ground } = this;
      if (this.#chosen !== null || this.fills || this.element.hidden || ground === null) return;
      this.#found = ground.freePlace(this, this.measuredSize());
      this.requestLayout();
    };
    this.services.updates.after(find);
    // What is still on its way may make it larger.
    this.services.updates.whenSettled(find);
  }

  /** Where it stands now, in the coordinates of its ground. */
  #rect(): Rect {
    this.services.updates.flush();
    const { offsetLeft: x, offsetTop: y } = this.element;
    return { x, y, ...this.measuredSize() };
  }

  #canMove(): boolean {
    return this.#moveable && this.isEnabled && (this.#state === "normal" || this.#state === "shaded");
  }

  #canSize(): boolean {
    return this.#traits.resizable && this.isEnabled && this.#state === "normal";
  }

  #dragBar(): Drag | null {
    const { ground } = this;
    return ground !== null && this.#canMove() ? moveDrag(this.#dragTarget(ground)) : null;
  }

  #dragEdge(edge: Edge): Drag | null {
    const { ground } = this;
    return ground !== null && this.#canSize() ? sizeDrag(this.#dragTarget(ground), edge) : null;
  }

  #byPointer(drag: Drag | null): Drag | null {
    return drag === null || this.ground === null ? null : this.ground.draggedByPointer(drag);
  }

  #dragTarget(ground: Ground): DragTarget {
    const { updates } = this.services;
    const { min, max } = this.own;
    const { max: room, ...edges } = ground.limits;
    return {
      element: this.element,
      limits: {
        ...edges,
        min: { width: Math.max(SMALLEST.width, min[0] ?? 0), height: Math.max(SMALLEST.height, min[1] ?? 0) },
        max: {
          width: Math.min(room.width, max[0] ?? room.width),
          height: Math.min(room.height, max[1] ?? room.height),
        },
      },
      resistance: ground.resistance(this.element),
      reach: (at, size) => ground.reach(at, size),
      rect: () => this.#rect(),
      place: () => this.#chosen,
      fills: this.fills,
      setPlace: (place) => {
        this.#chosen = place;
        this.requestLayout();
      },
      size: () => this.own.size,
      setSize: (size) => this.setSize(size),
      setSizing: (on) => {
        if (on) this.sizedByUser = true;
        // The last step is drawn first, so that measuring it is no news.
        else
          updates.after(() => {
            this.sizedByUser = false;
          });
      },
      moved: (x, y) => {
        this.post("move", [x, y], true);
      },
      sized: (width, height) => this.reportSizeByUser(width, height),
    };
  }

  // ---- look and state ----

  /** Without a title there is no bar, except where nothing else would be left of the window. */
  #showBar(): void {
    const needed = this.#state === "shaded" || this.#state === "minimized";
    this.bar.element.hidden = this.#title === null && !needed;
    if (this.#title === null) this.bar.title = needed ? say("window") : "";
  }

  #showMoveable(): void {
    this.element.classList.toggle("pgw-moveable", this.#moveable);
  }

  #enter(state: WindowState): void {
    if (state === this.#state) return;
    const { style } = this.element;
    // What the state before has written; the normal place and size are kept beside it.
    style.left = style.top = style.width = style.height = style.minWidth = style.minHeight = "";
    style.maxWidth = style.maxHeight = "";
    this.writePlace(null);
    this.#state = state;
    this.#showState();
    this.ground?.arrangeParked();
    this.requestLayout();
    if (!this.element.hidden) this.findPlace();
  }

  #showState(): void {
    this.element.dataset.state = this.#state;
    this.bar.showState(this.#state);
    this.#showBar();
  }
}
