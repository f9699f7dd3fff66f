/**
 * MDIWidget: a desktop with a window around each child, that the user moves, sizes and stacks.
 * Made from its contract: its own children are the sub-windows, and what it tells of is what is in them.
 */
import "./mdi-widget.css";
import type { MDIWidgetArgs, MDIWidgetContract, MDIWidgetEvents } from "../../generated/browser/contracts.js";
import type { SubWindowGeometry, SubWindowOptions } from "../../generated/browser/types.js";
import { BaseContainer } from "../container.js";
import { defineWidget, makeWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { type Sides, sides } from "../units.js";
import type { BaseWidget } from "../widget.js";
import { Desktop } from "../windows/desktop.js";
import { cascade, tile } from "../windows/geometry.js";
import { watchWindowKeys } from "../windows/keys.js";
import { MDISubWindow, type SubWindowHost } from "./mdi-sub-window.js";

/** Of the frame of a sub-window, on both sides together. */
const BORDERS = 2;

class MDIWidget extends BaseContainer<MDIWidgetEvents> implements MDIWidgetContract, SubWindowHost {
  readonly desktop: Desktop;

  constructor(init: WidgetInit, _args: MDIWidgetArgs) {
    const element = document.createElement("div");
    const desktop = new Desktop({ scrolled: (x, y) => this.emit("scrolled", x, y) }, init.services);
    super(init, element, desktop.layer);
    this.desktop = desktop;
    element.append(desktop.view);
    watchWindowKeys(desktop, element);
  }

  // ---- for its sub-windows ----

  raisedByUser(window: MDISubWindow): void {
    if (window.content !== null) this.emit("page-switch", window.content);
  }

  /** It goes when the program has heard of it. */
  closedByUser(window: MDISubWindow): void {
    if (window.content !== null) this.emit("page-close", window.content);
  }

  /** What is told of a sub-window is told of its content. */
  protected override post(action: string, args: readonly unknown[], input: boolean): boolean {
    const told = args.map((arg) => (arg instanceof MDISubWindow ? arg.content : arg));
    return super.post(action, told, input);
  }

  // ---- children ----

  get #windows(): readonly MDISubWindow[] {
    return this.children as readonly MDISubWindow[];
  }

  addWidget(child: BaseWidget, options: SubWindowOptions = {}): MDISubWindow {
    if (child.element.contains(this.element)) throw new Error("A widget cannot be put into itself.");
    this.getSubwin(child)?.destroy();
    const window = makeWidget(this.services, "MDISubWindow", { ...(options as object) }) as MDISubWindow;
    window.surround(child);
    this.adopt(window, { main: "none" });
    window.stand(this);
    return window;
  }

  override remove(child: BaseWidget, destroy = false): void {
    const window = child instanceof MDISubWindow ? child : this.getSubwin(child);
    if (window === null || window.parent !== this) return;
    const { content } = window;
    window.destroy();
    if (destroy) content?.destroy();
  }

  closeChild(child: BaseWidget): void {
    this.remove(child);
  }

  override getChildren(): BaseWidget[] {
    return this.#windows.map((window) => window.getChild());
  }

  indexOf(child: BaseWidget): number {
    return this.#windows.findIndex((window) => window.content === child);
  }

  indexToWidget(index: number): BaseWidget | null {
    return this.#windows[index]?.content ?? null;
  }

  getSubwindows(): MDISubWindow[] {
    return [...this.#windows];
  }

  getSubwin(child: BaseWidget): MDISubWindow | null {
    return this.#windows.find((window) => window.content === child) ?? null;
  }

  // ---- stacking ----

  getIndex(): number {
    const top = this.desktop.windows.at(-1);
    return this.#windows.findIndex(({ element }) => element === top?.element);
  }

  setIndex(index: number): void {
    this.#windows[index]?.raise();
  }

  // ---- places and sizes ----

  getConfiguration(child: BaseWidget): SubWindowGeometry | null {
    const window = this.getSubwin(child);
    if (window === null) return null;
    const { x, y, width, height } = window.asked;
    const whole = Math.trunc;
    return {
      x: whole(x),
      y: whole(y),
      width: whole(width),
      height: whole(height),
      title: window.title ?? "",
    };
  }

  getChildSize(child: BaseWidget): [number, number] {
    const { width, height } = this.getSubwin(child)?.asked ?? { width: 0, height: 0 };
    return [width, height];
  }

  getChildPosition(child: BaseWidget): [number, number] {
    const { x, y } = this.getSubwin(child)?.asked ?? { x: 0, y: 0 };
    return [x, y];
  }

  moveChild(child: BaseWidget, x: number, y: number): void {
    this.getSubwin(child)?.setPosition(x, y);
  }

  resizeChild(child: BaseWidget, width: number | null, height: number | null): void {
    this.getSubwin(child)?.resize(width, height);
  }

  cascadeWindows(): void {
    this.services.updates.flush();
    const places = cascade(
      this.#windows.map((window) => window.asked),
      this.desktop.room,
    );
    this.#windows.forEach((window, i) => {
      const { x, y } = places[i] ?? { x: 0, y: 0 };
      this.#layOut(window, x, y);
    });
  }

  tileWindows(): void {
    this.services.updates.flush();
    const tiles = tile(this.#windows.length, this.desktop.room);
    this.#windows.forEach((window, i) => {
      const { x, y, width, height } = tiles[i] ?? window.asked;
      this.#layOut(window, x, y);
      window.resize(Math.max(0, width - BORDERS), Math.max(0, height - BORDERS));
    });
  }

  #layOut(window: MDISubWindow, x: number, y: number): void {
    window.setWindowState("normal");
    window.setPosition(x, y);
    window.raise();
  }

  // ---- the view ----

  setResistance(value: number): void {
    this.desktop.resistanceBeyond = Math.min(1, Math.max(0, value));
  }

  setScrollPosition(hPct: number, vPct: number): void {
    const share = (value: number) => Math.min(1, Math.max(0, value));
    this.desktop.scrollToShares(share(hPct), share(vPct));
  }

  getScrollPosition(): [number, number] {
    return this.desktop.shares();
  }

  /** The focus goes to the sub-window on top. */
  protected override focusTarget(): HTMLElement | null {
    return this.desktop.active?.element ?? null;
  }

  /** The space is left around the view. */
  override setPadding(padding: Sides): void {
    this.element.style.padding = sides(padding);
  }

  protected override disposed(): void {
    this.desktop.dispose();
    super.disposed();
  }
}

defineWidget("MDIWidget", MDIWidget);
