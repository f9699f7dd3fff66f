/**
 * The base of the boxes: children in one line, a row or a column, with stretch, gap and alignment.
 * Made from the contract of the BoxLayout definition; the sharing out of room is the flex layout of the platform.
 */
import "./box-layout.css";
import type { BoxLayoutContract, BoxLayoutEvents } from "../../../generated/browser/contracts.js";
import { BaseContainer } from "../../container.js";
import type { Placement } from "../../layout.js";
import type { WidgetInit } from "../../services.js";
import { px } from "../../units.js";
import type { BaseWidget } from "../../widget.js";
import { applyYielding, tellYielding, type Yielding, yieldingOf } from "./yielding.js";

/** Words for the place across the line, by its direction, and what they are in the style sheet. */
const ACROSS: Readonly<Record<"row" | "column", Readonly<Record<string, string>>>> = {
  row: { top: "flex-start", center: "center", bottom: "flex-end" },
  column: { left: "flex-start", center: "center", right: "flex-end" },
};

/** Texts without a ground or a menu, and lines. */
const PLAIN = ".pgw-text:not(.pgw-filled, .pgw-drops-down), .pgw-separator";

export abstract class BoxLayout<E extends BoxLayoutEvents = BoxLayoutEvents>
  extends BaseContainer<E>
  implements BoxLayoutContract, Yielding
{
  readonly #main: "row" | "column";
  /** The children that give way when a row is short of room. */
  readonly #yielding = new Set<BaseWidget>();
  /** The children that hold more than text. */
  readonly #beyondText = new Set<BaseWidget>();
  /** The children whose text stands in the middle of a fixed height. */
  readonly #controls = new Set<BaseWidget>();
  #ofControls = false;

  constructor(init: WidgetInit, main: "row" | "column") {
    super(init, document.createElement("div"));
    this.#main = main;
    this.element.classList.add(`pgw-box-${main}`);
  }

  get yields(): boolean {
    return this.#yielding.size > 0;
  }

  get onlyText(): boolean {
    return this.#beyondText.size === 0;
  }

  addWidget(child: BaseWidget, stretch: number | null = 0): void {
    this.adopt(child, this.#placement(stretch));
  }

  insertWidget(index: number, child: BaseWidget, stretch: number | null = 0): void {
    let place = index;
    const present = this.children.indexOf(child);
    if (present >= 0 && present !== index) {
      if (present < index) place--;
      this.remove(child);
    }
    this.adopt(child, this.#placement(stretch), place);
  }

  setSpacing(spacing = 0): void {
    this.element.style.gap = spacing === 0 ? "" : px(spacing);
  }

  /** With a word of the other direction the children fill the box, as without any. */
  setAlign(align: string): void {
    this.element.style.alignItems = ACROSS[this.#main][align] ?? "";
  }

  /** What a child holds, or how it stands, has changed. */
  childYielding(child: BaseWidget): void {
    this.#note(child, true);
  }

  #note(child: BaseWidget, present: boolean): void {
    const { yields, onlyText } = this;
    const of = yieldingOf(child);
    toggle(this.#yielding, child, present && of.yields);
    toggle(this.#beyondText, child, present && !of.onlyText);
    toggle(this.#controls, child, present && isControl(child));
    // Text beside controls stands as high as theirs.
    const ofControls = this.#main === "row" && this.#controls.size > 0;
    if (ofControls !== this.#ofControls) {
      this.#ofControls = ofControls;
      this.element.classList.toggle("pgw-line-of-controls", ofControls);
    }
    if (this.yields === yields && this.onlyText === onlyText) return;
    this.requestLayout();
    tellYielding(this);
  }

  #placement(stretch: number | null): Placement {
    return { main: this.#main, stretch: Math.max(0, stretch ?? 0) };
  }

  protected override applyLayout(): void {
    super.applyLayout();
    applyYielding(this, this.own, this.placement);
  }

  protected override insertElement(child: BaseWidget, before: BaseWidget | null): void {
    super.insertElement(child, before);
    if (this.#main === "column")
      this.services.longColumns.took(this.element, child.element, this.numChildren());
    this.childYielding(child);
  }

  protected override childLeft(child: BaseWidget): void {
    super.childLeft(child);
    this.services.longColumns.left(this.element, child.element);
    this.#note(child, false);
  }
}

/** Everything but plain texts, lines and what only holds others. */
export function isControl(widget: BaseWidget): boolean {
  return !(widget instanceof BaseContainer) && !widget.element.matches(PLAIN);
}

function toggle<T>(set: Set<T>, item: T, on: boolean): void {
  if (on) set.add(item);
  else set.delete(item);
}
