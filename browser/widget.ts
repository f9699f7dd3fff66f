/**
 * The base of every widget: its element, its common setters, its callbacks.
 * Made from the contract of the Widget definition; what only some widgets need is not here.
 *
 * ## Writing a widget
 * One file `browser/widgets/<name>.ts` with `<name>.css` beside it:
 * ```ts
 * import "./gauge.css";
 * import type { GaugeArgs, GaugeContract, GaugeEvents } from "../../generated/browser/contracts.js";
 * import { defineWidget } from "../registry.js";
 * import type { WidgetInit } from "../services.js";
 * import { BaseWidget } from "../widget.js";
 *
 * class Gauge extends BaseWidget<GaugeEvents> implements GaugeContract {
 *   constructor(init: WidgetInit, args: GaugeArgs) {
 *     super(init, document.createElement("div"));   // the root element gets the class pgw-gauge
 *     ...
 *   }
 * }
 * defineWidget("Gauge", Gauge);   // compiles only if every method is there with the right types
 * ```
 * - `args`: all constructor arguments and options by wire name, defaults filled in.
 * - `emit(action, ...args)`: tells the program, if it listens, what its **user** did. Setters never emit.
 * - `isEnabled` and `enabledChanged(on)`: whether the user may use it, ancestors counted. `controls()` lists
 *   the elements that can take input (default: the root if it can); they are disabled and enabled by the base.
 * - `focusTarget()`: what `set_focus` focuses (default: the first of `controls()`).
 * - `requestRender()` then `render()`: for drawing that several setters share; runs once per batch.
 *   A cheap setter may write to the DOM directly. Never measure in a setter.
 * - To measure: `services.updates.settle()` first in a query; or override `sized(width, height)` after calling
 *   `watchSize()`; or `services.updates.after(task)`.
 * - `disposed()`: cleanup of what lives outside the element (timers, document listeners, popups).
 * - Parents place children with `child.place(placement)`, see `container.ts`. Styles of size, flex and limits
 *   are written by the base from `layout.ts`; a widget gives its natural size in its style sheet only.
 */

import type { WidgetContract, WidgetEvents } from "../generated/browser/contracts.js";
import { isColor } from "./css.js";
import { type CursorSpec, Cursors } from "./cursors.js";
import { type LayoutStyle, layoutStyle, NO_WISHES, type OwnLayout, type Placement } from "./layout.js";
import type { Services, WidgetInit } from "./services.js";
import type { Box } from "./sizes.js";
import { setTooltip, tooltipOf } from "./tooltips.js";
import { px, type Sides, sides } from "./units.js";
import { isNative, setUsable } from "./usable.js";

/** What holds a widget. */
export interface WidgetParent {
  /** Whether what is inside it may be used. */
  readonly isEnabled: boolean;
  /** Takes a child out of the list and out of the page. */
  release(child: BaseWidget): void;
  /** A child has become one that takes spare room, or is no longer. */
  expandingChanged?(): void;
}

/** The arguments of a callback's handler. */
export type EventArgs<T> = T extends readonly unknown[] ? T : never;

export abstract class BaseWidget<E extends WidgetEvents = WidgetEvents> implements WidgetContract {
  readonly element: HTMLElement;
  readonly className: string;
  /** See `Source`. */
  lastInput = 0;
  protected readonly services: Services;
  readonly #rates: WidgetInit["rates"];
  readonly #tracked: WidgetInit["tracked"];
  #wid: number;
  #parent: WidgetParent | null = null;
  #destroyed = false;
  #listens: Set<string> | null = null;
  #own: OwnLayout = NO_WISHES;
  #placement: Placement | null = null;
  #layout: LayoutStyle = {};
  #layoutChanged = false;
  #renderWanted = false;
  #enabled = true;
  #effective = true;
  #cursors: Cursors | null = null;
  /** Last measured, last reported, and whether it is in view. */
  #border: Box = [0, 0];
  #content: Box = [0, 0];
  #reported: Box = [0, 0];
  #mapped = false;
  #drawsBySize = false;

  constructor(init: WidgetInit, element: HTMLElement) {
    this.#wid = init.wid;
    this.className = init.className;
    this.services = init.services;
    this.#rates = init.rates;
    this.#tracked = init.tracked;
    this.element = element;
    const classes = classesOf(init.className);
    element.className = element.className === "" ? classes : `${element.className} ${classes}`;
    element.setAttribute("data-wid", String(init.wid));
    if (init.tracked.has("resize")) init.services.sizes.watch(this);
  }

  /** Its number in the session. */
  get wid(): number {
    return this.#wid;
  }

  /** What holds it, null for a root. */
  get parent(): WidgetParent | null {
    return this.#parent;
  }

  get isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Whether its user may use it: its own flag and those of everything around it. */
  get isEnabled(): boolean {
    return this.#effective;
  }

  /** What it asks of the layout. */
  protected get own(): OwnLayout {
    return this.#own;
  }

  /** How its parent holds it, null while it has none. */
  get placement(): Placement | null {
    return this.#placement;
  }

  /** The form in which it travels to the server, at any depth of a message. */
  toJSON(): { __wid__: number; __class__: string } {
    return { __wid__: this.#wid, __class__: this.className };
  }

  /**
   * The program has said something that it would not have said after what its user has done since; that is on its way.
   * It is not done, but a class can make of it what both want.
   * @param method - Wire name of the method that is not called
   * @param seen - Number of the last input that the program had heard of; see `Source`
   */
  overtaken(_method: string, _args: readonly unknown[], _seen: number): void {}

  // ---- for classes that extend it ----

  /** Tells the program what the user did. Does nothing where nobody listens. */
  protected emit<A extends keyof E & string>(action: A, ...args: EventArgs<E[A]>): void {
    this.post(action, args, true);
  }

  /** As `emit`, for any action; `input` is false for what no user did. False when it was not sent. */
  protected post(action: string, args: readonly unknown[], input: boolean): boolean {
    if (!this.listensTo(action)) return false;
    return this.services.outbox.post(this, action, args, this.#rates.get(action) ?? "every", input);
  }

  /** Whether the program wants to hear of an action. */
  protected listensTo(action: string): boolean {
    return this.#tracked.has(action) || this.#listens?.has(action) === true;
  }

  /** Asks for one `render()` at the end of the batch. */
  protected requestRender(): void {
    this.#renderWanted = true;
    this.services.updates.request(this);
  }

  /** Draws what setters have left to it, once per batch. */
  protected render(): void {}

  /** The elements that take input: disabled and enabled together with the widget. */
  protected controls(): readonly HTMLElement[] {
    return isNative(this.element) || this.element.tabIndex >= 0 ? [this.element] : [];
  }

  /** Call it when `controls()` has changed. */
  protected refreshControls(): void {
    if (!this.#effective) for (const control of this.controls()) setUsable(control, false);
  }

  /** What takes the focus, null when nothing can. */
  protected focusTarget(): HTMLElement | null {
    return this.controls()[0] ?? null;
  }

  /** It can be used now, or no longer. */
  protected enabledChanged(on: boolean): void {
    for (const control of this.controls()) setUsable(control, on);
  }

  /** Its size changed: border box in whole pixels. Only called after `watchSize()`, or while it is listened to. */
  protected sized(_width: number, _height: number): void {}

  /** Has `sized` called from now on. */
  protected watchSize(): void {
    this.#drawsBySize = true;
    this.services.sizes.watch(this);
  }

  /** It has gone: end what lives outside its element. */
  protected disposed(): void {}

  /** Writes its layout styles; windows, which nobody places, have their own way. */
  protected applyLayout(): void {
    const style = layoutStyle(this.#own, this.#placement);
    const { style: target } = this.element;
    if (style === this.#layout) return;
    for (const name in this.#layout) if (!(name in style)) target.removeProperty(name);
    for (const name in style) {
      const value = style[name] as string;
      if (this.#layout[name] !== value) target.setProperty(name, value);
    }
    this.#layout = style;
  }

  /** Has the layout styles written again at the end of the batch. */
  protected requestLayout(): void {
    this.#layoutChanged = true;
    this.services.updates.request(this);
  }

  /** Replaces the size that it asks for. */
  protected setSize(size: OwnLayout["size"]): void {
    this.#own = { ...this.#own, size };
    this.requestLayout();
  }

  /** While its user changes its size, `reportSizeByUser` says so, and what is measured is no news. */
  protected sizedByUser = false;

  /** Says the size that the user just gave it. */
  protected reportSizeByUser(width: number, height: number): void {
    if (this.post("resize", [{ width, height, user: true }], true)) this.#reported = [width, height];
  }

  // ---- for parents, the registry and the page ----

  /** Says how a parent holds it; null when it has left. */
  place(placement: Placement | null): void {
    this.#placement = placement;
    this.requestLayout();
  }

  /** Takes it from its present parent and gives it to another, or to none. */
  setParent(parent: WidgetParent | null): void {
    if (this.#parent !== null && this.#parent !== parent) this.#parent.release(this);
    this.#parent = parent;
    if (parent === null && this.#placement !== null) this.place(null);
    this.refreshEnabled();
  }

  /** Draws: layout first, then what setters have left. */
  commit(): void {
    if (this.#destroyed) return;
    if (this.#layoutChanged) {
      this.#layoutChanged = false;
      this.applyLayout();
    }
    if (this.#renderWanted) {
      this.#renderWanted = false;
      this.render();
    }
  }

  /** Finds out again whether it can be used. */
  refreshEnabled(): void {
    const effective = this.#enabled && (this.#parent?.isEnabled ?? true);
    if (effective === this.#effective) return;
    this.#effective = effective;
    this.enabledChanged(effective);
  }

  /** Whether the program wants to hear of an action, for what the page as a whole reports. */
  hears(action: string): boolean {
    return this.listensTo(action);
  }

  /** The program wants to hear of `action` from now on. */
  listen(action: string): void {
    this.#listens ??= new Set();
    if (this.#listens.has(action)) return;
    this.#listens.add(action);
    if (action !== "resize" && action !== "map") return;
    if (!this.services.sizes.isWatched(this)) this.services.sizes.watch(this);
    else if (action === "map" && this.#mapped) this.#reportMap();
    else this.measured(...this.#border, this.#content);
  }

  /** The program wants to hear of `action` no more. */
  unlisten(action: string): void {
    this.#listens?.delete(action);
  }

  /** See `Measured`. */
  get sizeCanWait(): boolean {
    return !this.#drawsBySize;
  }

  /** See `Measured`. The program is told the room for content, classes that draw by the size the whole. */
  measured(width: number, height: number, content: Box): void {
    this.#border = [width, height];
    this.#content = content;
    const mapped = width > 0 || height > 0;
    if (mapped !== this.#mapped) {
      this.#mapped = mapped;
      if (mapped) this.#reportMap();
    }
    const isNews = content[0] !== this.#reported[0] || content[1] !== this.#reported[1];
    if (isNews && !this.sizedByUser) {
      if (this.post("resize", [{ width: content[0], height: content[1] }], false)) this.#reported = content;
    }
    this.sized(width, height);
  }

  /** Gives it another number: the server has chosen one for a widget that this page made. */
  renumber(wid: number): void {
    this.#wid = wid;
    this.element.dataset.wid = String(wid);
  }

  /** Takes it out of its parent and the page and ends it, with all that it holds. A second call does nothing. */
  destroy(): void {
    if (this.#destroyed) return;
    this.#parent?.release(this);
    this.element.remove();
    this.dispose();
  }

  /** Ends it without touching the page: for what leaves together with a parent. */
  dispose(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.services.sizes.unwatch(this);
    this.services.updates.forget(this);
    this.services.forget(this.#wid);
    this.disposed();
  }

  #reportMap(): void {
    if (!this.listensTo("map")) return;
    const box = this.element.getBoundingClientRect();
    const around = this.element.parentElement?.getBoundingClientRect() ?? new DOMRect();
    const event = {
      x: Math.round(box.x - around.x),
      y: Math.round(box.y - around.y),
      viewport_x: Math.round(box.x),
      viewport_y: Math.round(box.y),
      width: Math.round(box.width),
      height: Math.round(box.height),
    };
    this.post("map", [event], false);
  }

  // ---- the contract ----

  setBorderWidth(width: number): void {
    this.element.style.borderWidth = px(width);
    this.element.style.borderStyle = width > 0 ? "solid" : "none";
    this.services.sizes.repeatOf(this);
  }

  setBorderColor(color: string | null): void {
    if (color === null || isColor(color)) this.element.style.borderColor = color ?? "";
  }

  setBg(color: string | null): void {
    if (color === null || color === "" || isColor(color)) this.element.style.background = color ?? "";
  }

  setMinSize(width: number | null = null, height: number | null = null): void {
    this.#own = { ...this.#own, min: [width, height] };
    this.requestLayout();
  }

  setMaxSize(width: number | null = null, height: number | null = null): void {
    this.#own = { ...this.#own, max: [width, height] };
    this.requestLayout();
  }

  setExpanding(horizontal = false, vertical = false): void {
    this.#own = { ...this.#own, expanding: [horizontal, vertical] };
    this.requestLayout();
    this.#parent?.expandingChanged?.();
  }

  getExpanding(): [boolean, boolean] {
    return [...this.#own.expanding];
  }

  resize(width: number | null = null, height: number | null = null): void {
    const [oldWidth, oldHeight] = this.#own.size;
    this.setSize([width ?? oldWidth, height ?? oldHeight]);
  }

  getSize(): [number, number] {
    this.services.updates.settle();
    return [this.element.offsetWidth, this.element.offsetHeight];
  }

  getPosition(): [number, number] {
    this.services.updates.settle();
    const { left, top } = this.element.getBoundingClientRect();
    return [left, top];
  }

  setPadding(padding: Sides): void {
    this.element.style.padding = sides(padding);
    this.services.sizes.repeatOf(this);
  }

  setMargins(margin: Sides): void {
    this.element.style.margin = sides(margin);
  }

  setFont(
    font: string | null,
    size: number | null = null,
    weight: string | number | null = null,
    style: string | null = null,
  ): void {
    const target = this.element.style;
    // What is no family is the same as none; it does not leave the one before.
    target.fontFamily = "";
    target.fontFamily = font ?? "";
    if (size !== null) target.fontSize = `${size}pt`;
    if (weight !== null) target.fontWeight = String(weight);
    if (style !== null) target.fontStyle = style;
  }

  setEnabled(tf: boolean): void {
    if (tf === this.#enabled) return;
    this.#enabled = tf;
    this.element.classList.toggle("pgw-disabled", !tf);
    this.refreshEnabled();
  }

  getEnabled(): boolean {
    return this.#enabled;
  }

  setTooltip(msg: string | null): void {
    setTooltip(this.element, msg);
  }

  getTooltip(): string {
    return tooltipOf(this.element);
  }

  setAllowTextSelection(tf: boolean): void {
    this.element.classList.toggle("pgw-selectable", tf);
  }

  show(): void {
    this.element.hidden = false;
  }

  hide(): void {
    this.element.hidden = true;
  }

  isVisible(): boolean {
    return !this.element.hidden;
  }

  setFocus(): void {
    // It may be made, placed and shown in the same batch.
    this.services.updates.whenSettled(() => {
      this.services.longColumns.reach(this.element);
      this.focusTarget()?.focus();
    });
  }

  addCursor(
    name: string,
    url: string,
    hotspotX: number,
    hotspotY: number,
    size: readonly [number, number] | null = null,
  ): void {
    const spec: CursorSpec = { url, hotspot_x: hotspotX, hotspot_y: hotspotY, size };
    this.#cursors ??= new Cursors(this.element);
    this.#cursors.add(name, spec);
  }

  setCursor(name: string | null): void {
    this.#cursors ??= new Cursors(this.element);
    this.#cursors.select(name);
  }
}

const classesByName = new Map<string, string>();

/** What every widget of a class has in `class`. Names are split once for all of them. */
function classesOf(className: string): string {
  const known = classesByName.get(className);
  if (known !== undefined) return known;
  const made = `pgw pgw-${kebab(className)}`;
  classesByName.set(className, made);
  return made;
}

function kebab(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-").toLowerCase();
}
