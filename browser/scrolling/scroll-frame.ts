/**
 * The frame that the scroll areas share: one child in a cell, a bar on each side that has one, a corner between.
 * Made as a grid; which bars show follows from the policies and from what the subclass says about its content.
 */
import "./scroll-frame.css";
import type {
  ScrollFrameArgs,
  ScrollFrameContract,
  ScrollFrameEvents,
} from "../../generated/browser/contracts.js";
import type { ScrollBarPolicy } from "../../generated/browser/types.js";
import { BaseContainer } from "../container.js";
import type { WidgetInit } from "../services.js";
import type { BaseWidget } from "../widget.js";
import { type Axis, ThumbBar } from "./thumb-bar.js";

export abstract class ScrollFrame<E extends ScrollFrameEvents = ScrollFrameEvents>
  extends BaseContainer<E>
  implements ScrollFrameContract
{
  /** What the bars stand around. */
  protected readonly cell: HTMLElement;
  protected readonly horizontal: ThumbBar;
  protected readonly vertical: ThumbBar;
  protected readonly thickness: number;
  #policies: readonly [horizontal: ScrollBarPolicy, vertical: ScrollBarPolicy] = ["auto", "auto"];
  /** The size inside the border, bars included: the last one, and the last one told. */
  #inner: readonly [width: number, height: number] = [0, 0];
  #told: readonly [width: number, height: number] = [0, 0];

  constructor(init: WidgetInit, args: ScrollFrameArgs, cell: HTMLElement, slot: HTMLElement = cell) {
    const element = document.createElement("div");
    super(init, element, slot);
    element.classList.add("pgw-scroll-frame");
    cell.classList.add("pgw-scroll-cell");
    this.cell = cell;
    this.thickness = args.thickness;
    const bar = (axis: Axis) =>
      new ThumbBar(axis, args.thickness, {
        usable: () => this.isEnabled,
        moved: () => this.movedByBar(),
        wheeled: (event) => this.wheeled(event),
      });
    this.horizontal = bar("horizontal");
    this.vertical = bar("vertical");
    const corner = document.createElement("div");
    corner.className = "pgw-scroll-corner";
    element.append(cell, this.vertical.element, this.horizontal.element, corner);
    this.watchSize();
    this.requestRender();
  }

  /** Whether there is something to scroll, [horizontally, vertically]. */
  protected abstract overflows(): readonly [horizontal: boolean, vertical: boolean];

  /** The user has moved a thumb. */
  protected abstract movedByBar(): void;

  /** The wheel turned over a bar. True when that is dealt with; otherwise the thumb moves. */
  protected wheeled(_event: WheelEvent): boolean {
    return false;
  }

  /** Its size inside the border, bars included. */
  protected get inner(): readonly [width: number, height: number] {
    return this.#inner;
  }

  protected get policies(): readonly [horizontal: ScrollBarPolicy, vertical: ScrollBarPolicy] {
    return this.#policies;
  }

  /** Which bars show, [horizontal, vertical]. */
  protected shown(): readonly [horizontal: boolean, vertical: boolean] {
    const [overX, overY] = this.overflows();
    const [policyX, policyY] = this.#policies;
    return [
      policyX === "on" || (policyX === "auto" && overX),
      policyY === "on" || (policyY === "auto" && overY),
    ];
  }

  /** Whether the bars that should show are those that do. */
  protected get barsStand(): boolean {
    const [x, y] = this.shown();
    const { classList } = this.element;
    return classList.contains("pgw-scroll-x") === x && classList.contains("pgw-scroll-y") === y;
  }

  protected override render(): void {
    const [x, y] = this.shown();
    this.element.classList.toggle("pgw-scroll-x", x);
    this.element.classList.toggle("pgw-scroll-y", y);
  }

  override listen(action: string): void {
    super.listen(action);
    if (action === "area-resize") this.#tell();
  }

  protected override sized(_width: number, _height: number): void {
    this.#inner = [this.element.clientWidth, this.element.clientHeight];
    this.measureContent();
    this.#tell();
  }

  /** Its size changed, so that what fits into it may be another. */
  protected measureContent(): void {}

  #tell(): void {
    const [width, height] = this.#inner;
    if (width === this.#told[0] && height === this.#told[1]) return;
    const shows = width > 0 || height > 0;
    const [x, y] = this.shown();
    const bars = [shows && y ? this.thickness : 0, shows && x ? this.thickness : 0];
    if (this.post("area-resize", [width, height, ...bars], false)) this.#told = this.#inner;
  }

  abstract setWidget(child: BaseWidget): void;

  setScrollBarVisibility(
    horizontal: ScrollBarPolicy | null = null,
    vertical: ScrollBarPolicy | null = null,
  ): void {
    const [x, y] = this.#policies;
    this.#policies = [policyOf(horizontal ?? x), policyOf(vertical ?? y)];
    this.requestRender();
  }
}

/** Servers of protocol 0.4 may still say `always` for on and `overflow` for auto, as any other word. */
function policyOf(word: string): ScrollBarPolicy {
  if (word === "on" || word === "off") return word;
  return word === "always" ? "on" : "auto";
}
