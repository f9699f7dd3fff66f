/**
 * AbstractScrollArea: two bars around a child that scrolls itself. The bars report, the program moves the child.
 * Made from its contract; the length of the thumbs is what the program says.
 */
import "./abstract-scroll-area.css";
import type {
  AbstractScrollAreaArgs,
  AbstractScrollAreaContract,
  AbstractScrollAreaEvents,
} from "../../generated/browser/contracts.js";
import { defineWidget } from "../registry.js";
import { ScrollFrame } from "../scrolling/scroll-frame.js";
import type { WidgetInit } from "../services.js";
import { say } from "../strings.js";
import { type Sides, sides } from "../units.js";
import type { BaseWidget } from "../widget.js";

class AbstractScrollArea extends ScrollFrame<AbstractScrollAreaEvents> implements AbstractScrollAreaContract {
  constructor(init: WidgetInit, args: AbstractScrollAreaArgs) {
    const cell = document.createElement("div");
    super(init, args, cell);
    cell.classList.add("pgw-abstract-scroll-cell");
    this.horizontal.makeFocusable(say("horizontalScrollBar"));
    this.vertical.makeFocusable(say("verticalScrollBar"));
  }

  setWidget(child: BaseWidget): void {
    this.adoptOnly(child, { main: "column", fill: [true, true] });
  }

  setThumbPercent(hPct: number, vPct: number): void {
    this.horizontal.length = hPct;
    this.vertical.length = vPct;
    this.requestRender();
  }

  getThumbPercent(): [number, number] {
    return [this.horizontal.length, this.vertical.length];
  }

  setScrollPercent(hPct: number, vPct: number): void {
    this.horizontal.at = hPct;
    this.vertical.at = vPct;
  }

  getScrollPercent(): [number, number] {
    return [this.horizontal.at, this.vertical.at];
  }

  /** Padding keeps the child off the border and the bars. */
  override setPadding(padding: Sides): void {
    this.cell.style.padding = sides(padding);
  }

  protected override overflows(): readonly [boolean, boolean] {
    return [this.horizontal.length < 1, this.vertical.length < 1];
  }

  protected override movedByBar(): void {
    this.emit("scrolled", this.horizontal.at, this.vertical.at);
  }

  protected override controls(): readonly HTMLElement[] {
    return [this.vertical.element, this.horizontal.element];
  }
}

defineWidget("AbstractScrollArea", AbstractScrollArea);
