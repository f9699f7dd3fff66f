/**
 * The base of the windows that stand in the page: bar, place, size, state, stacking.
 * Made from the contract of the Window definition. Only what the user does is reported.
 */
import "./window.css";
import type { WindowArgs, WindowContract, WindowEvents } from "../../generated/browser/contracts.js";
import type { WindowState } from "../../generated/browser/types.js";
import { announce } from "../announce.js";
import { BaseContainer } from "../container.js";
import type { WidgetInit } from "../services.js";
import { say } from "../strings.js";
import { px, type Sides, sides } from "../units.js";
import { type Drag, makeDraggable } from "./drag.js";
import { type Edge, inside, type Point, type Rect, reachable, SMALLEST } from "./geometry.js";
import { addGrips } from "./grips.js";
import { adjustWithArrows, type KeyedWindow } from "./keys.js";
import { TitleBar } from "./title-bar.js";
import { type DragTarget, moveDrag, sizeDrag } from "./window-drags.js";
import { openWindowMenu, type WindowMenuTarget } from "./window-menu.js";

export abstract class WindowWidget<E extends WindowEvents = WindowEvents>
  extends BaseContainer<E>
  implements WindowContract, KeyedWindow, WindowMenuTarget
{
  protected readonly bar: TitleBar;
  readonly #args: WindowArgs;
  #title: string | null = null;
  #moveable: boolean;
  #state: WindowState = "normal";
  /** The place that the program or the user chose. */
  #chosen: Point | null = null;
  /** The place that the page found for it, as long as nobody has chosen one. */
  #found: Point | null = null;

  constructor(init: WidgetInit, args: WindowArgs, title: string | null) {
    const element = document.createElement("div");
    const body = document.createElement("div");
    super(init, element, body);
    this.#args = args;
    this.#moveable = args.moveable;
    element.classList.add("pgw-window");
    element.hidden = true;
    element.tabIndex = -1;
    element.setAttribute("role", "dialog");
    body.className = "pgw-window-body";
    this.bar = new TitleBar({
      ...(args.lowerable ? { lower: () => this.lowerByUser() } : {}),
      ...(args.minimizable ? { minimize: () => this.toggleByUser("minimized") } : {}),
      ...(args.maximizable ? { maximize: () => this.toggleByUser("maximized") } : {}),
      ...(args.closeable ? { close: () => this.closeByUser() } : {}),
    });
    const frame = document.createElement("div");
    frame.className = "pgw-window-frame";
    frame.append(this.bar.element, body);
    element.append(frame);
    if (args.resizable) addGrips(element, (edge) => this.#dragEdge(edge));
    this.setIcon(args.icon);
    this.#showTitle(title ?? null);
    this.#showMoveable();
    this.#showState();
    this.#listen();
  }

  // ---- for the desk, the keys and the menu ----

  get windowState(): WindowState {
    return this.#state;
  }

  get isParked(): boolean {
    return this.#state === "minimized";
  }

  get standing(): Rect | null {
    const stands = this.#place() !== null && (this.#state === "normal" || this.#state === "shaded");
    return stands ? this.#rect() : null;
  }

  get allows(): WindowMenuTarget["allows"] {
    const args = this.#args;
    return {
      move: this.#canMove(),
      size: this.#canSize(),
      lower: args.lowerable,
      shade: args.shadeable,
      minimize: args.minimizable,
      maximize: args.maximizable,
      close: args.closeable,
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

  raiseByUser(): void {
    if (this.services.desk.raise(this)) this.post("raised", [], true);
  }

  lowerByUser(): void {
    if (this.services.desk.lower(this)) this.post("lowered", [], true);
  }

  closeByUser(): void {
    if (this.#args.closeable && this.isEnabled) this.post("close", [], true);
  }

  toggleByUser(state: Exclude<WindowState, "normal">): void {
    this.#enter(this.#state === state ? "normal" : state);
    this.post("window-state", [this.#state], true);
  }

  openMenuByKey(): void {
    const { left, top, width } = this.bar.element.getBoundingClientRect();
    openWindowMenu(this, { left, top, width, height: this.services.desk.barHeight }, false);
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
      },
      end: (cancelled) => {
        this.element.classList.remove("pgw-adjusting");
        if (cancelled) drag.move(0, 0);
        drag.end(cancelled);
      },
    });
  }

  // ---- the contract ----

  setPosition(x: number, y: number): void {
    this.#chosen = { x, y };
    this.requestLayout();
  }

  setTitle(title: string): void {
    this.#showTitle(title);
  }

  setIcon(url: string | null): void {
    this.bar.setIcon(url);
  }

  setMoveable(tf: boolean): void {
    this.#moveable = tf;
    this.#showMoveable();
  }

  raise(): void {
    if (!this.element.hidden) this.services.desk.raise(this);
  }

  lower(): void {
    if (!this.element.hidden) this.services.desk.lower(this);
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

  /** Shows it on top of the others. */
  override show(): void {
    const { desk, updates } = this.services;
    super.show();
    desk.add(this);
    this.requestLayout();
    if (this.#place() !== null) return;
    const find = () => this.#findPlace();
    updates.after(find);
    // What is still on its way may make it larger.
    updates.whenSettled(find);
  }

  override hide(): void {
    if (this.element.hidden) return;
    this.services.desk.remove(this);
    super.hide();
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
    this.services.desk.remove(this);
    super.disposed();
  }

  protected override controls(): readonly HTMLElement[] {
    return [];
  }

  protected override focusTarget(): HTMLElement {
    return this.element;
  }

  /** A large window may be larger than the page; then it is shown as large as the page. */
  protected override applyLayout(): void {
    const { style } = this.element;
    const { size, min, max } = this.own;
    const free = this.#state === "normal" || this.#state === "shaded";
    if (this.#state === "minimized") return;
    style.width = free && size[0] !== null ? px(size[0]) : "";
    style.height = this.#state === "normal" && size[1] !== null ? px(size[1]) : "";
    style.minWidth = free ? px(Math.max(SMALLEST.width, min[0] ?? 0)) : "";
    style.minHeight = this.#state === "normal" ? px(Math.max(SMALLEST.height, min[1] ?? 0)) : "";
    style.maxWidth = free && max[0] !== null ? `min(100%, ${px(max[0])})` : "";
    style.maxHeight = this.#state === "normal" && max[1] !== null ? `min(100%, ${px(max[1])})` : "";
    if (free) this.#applyPlace();
    else style.left = style.top = "";
    this.contentRoomChanged(
      this.#state === "maximized" ? [true, true] : [size[0] !== null, size[1] !== null],
    );
  }

  /** The window has a size of its own, or takes that of its content, per direction. */
  protected contentRoomChanged(_given: readonly [horizontal: boolean, vertical: boolean]): void {}

  // ---- place and size ----

  #place(): Point | null {
    return this.#chosen ?? this.#found;
  }

  #applyPlace(): void {
    const at = this.#place();
    if (at === null) return;
    const { desk } = this.services;
    const size = { width: this.element.offsetWidth, height: this.element.offsetHeight };
    const { x, y } =
      this.#chosen === null ? inside(at, size, desk.room) : reachable(at, size, desk.room, desk.barHeight);
    this.element.style.left = px(x);
    this.element.style.top = px(y);
  }

  #findPlace(): void {
    if (this.#chosen !== null || this.element.hidden) return;
    const { offsetWidth: width, offsetHeight: height } = this.element;
    this.#found = this.services.desk.freePlace(this, { width, height });
    this.requestLayout();
  }

  /** Where it stands now, inside the page's coordinates. */
  #rect(): Rect {
    this.services.updates.flush();
    const { offsetLeft: x, offsetTop: y, offsetWidth: width, offsetHeight: height } = this.element;
    return { x, y, width, height };
  }

  #canMove(): boolean {
    return this.#moveable && this.isEnabled && (this.#state === "normal" || this.#state === "shaded");
  }

  #canSize(): boolean {
    return this.#args.resizable && this.isEnabled && this.#state === "normal";
  }

  #dragBar(): Drag | null {
    return this.#canMove() ? moveDrag(this.#dragTarget()) : null;
  }

  #dragEdge(edge: Edge): Drag | null {
    return this.#canSize() ? sizeDrag(this.#dragTarget(), edge) : null;
  }

  #dragTarget(): DragTarget {
    const { desk, updates } = this.services;
    const { room, barHeight } = desk;
    const { min, max } = this.own;
    return {
      element: this.element,
      room,
      barHeight,
      limits: {
        min: { width: Math.max(SMALLEST.width, min[0] ?? 0), height: Math.max(SMALLEST.height, min[1] ?? 0) },
        max: {
          width: Math.min(room.width, max[0] ?? room.width),
          height: Math.min(room.height, max[1] ?? room.height),
        },
      },
      rect: () => this.#rect(),
      place: () => this.#chosen,
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

  #showTitle(title: string | null): void {
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
    this.#state = state;
    this.#showState();
    this.services.desk.arrangeParked();
    this.requestLayout();
    if (this.#chosen === null && this.#found === null && !this.element.hidden) {
      this.services.updates.after(() => this.#findPlace());
    }
  }

  #showState(): void {
    this.element.dataset.state = this.#state;
    this.bar.showState(this.#state);
    this.#showBar();
  }

  #listen(): void {
    const { element } = this;
    const bar = this.bar.element;
    makeDraggable(bar, () => this.#dragBar());
    // Who sends it to the back does not want it in front first.
    const lowers = (event: Event) => (event.target as Element).closest(".pgw-title-lower") !== null;
    const raise = (event: Event) => {
      if (!lowers(event)) this.raiseByUser();
    };
    element.addEventListener("pointerdown", raise, { capture: true });
    element.addEventListener("focusin", raise);
    bar.addEventListener("dblclick", (event) => {
      if ((event.target as Element).closest("button") !== null || !this.isEnabled) return;
      if (this.#state === "minimized" || this.#state === "maximized") this.toggleByUser(this.#state);
      else if (this.#args.shadeable) this.toggleByUser("shaded");
    });
    bar.addEventListener("pointerdown", (event) => {
      if (event.button !== 2 || event.pointerType === "touch") return;
      event.preventDefault();
      openWindowMenu(this, { left: event.clientX, top: event.clientY, width: 0, height: 0 }, true);
    });
    // Long touch, and mice whose menu comes on release: the press has opened it already.
    bar.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      if (event instanceof PointerEvent && event.pointerType === "touch") {
        openWindowMenu(this, { left: event.clientX, top: event.clientY, width: 0, height: 0 }, false);
      }
    });
    element.addEventListener("keydown", (event) => {
      const target = event.target as HTMLElement;
      if (target !== element && !bar.contains(target)) return;
      const menuKey = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
      if (menuKey) this.openMenuByKey();
      else if (event.key === "Enter" && target === element && this.#state === "minimized")
        this.toggleByUser("minimized");
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }
}
