/**
 * ScrollBar: a bar with a thumb, for a program that scrolls something itself.
 * Made from its contract; pointer, wheel and keys are those of the bars of the scroll areas.
 */
import "./scroll-bar.css";
import type { ScrollBarArgs, ScrollBarContract, ScrollBarEvents } from "../../generated/browser/contracts.js";
import type { Placement } from "../layout.js";
import { defineWidget } from "../registry.js";
import { ThumbBar } from "../scrolling/thumb-bar.js";
import type { WidgetInit } from "../services.js";
import { say } from "../strings.js";
import { BaseWidget } from "../widget.js";

class ScrollBar extends BaseWidget<ScrollBarEvents> implements ScrollBarContract {
  readonly #bar: ThumbBar;

  constructor(init: WidgetInit, { orientation, thickness }: ScrollBarArgs) {
    super(init, document.createElement("div"));
    this.#bar = new ThumbBar(
      orientation,
      thickness,
      {
        usable: () => this.isEnabled,
        moved: (at) => this.emit("activated", at),
        wheeled: () => false,
      },
      this.element,
    );
    this.#bar.makeFocusable(say("scrollBar"));
  }

  setScrollPercent(pct: number): void {
    this.#bar.at = pct;
  }

  getScrollPercent(): number {
    return this.#bar.at;
  }

  setThumbPercent(pct: number): void {
    this.#bar.length = pct;
  }

  getThumbPercent(): number {
    return this.#bar.length;
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    this.#bar.name(this.getTooltip() || say("scrollBar"));
  }

  override place(placement: Placement | null): void {
    super.place(placement);
    // Across a line, in a cell or at a fixed place it fills its parent; along a line it has a length of its own.
    const along = placement?.main === (this.#bar.axis === "horizontal" ? "row" : "column");
    this.element.classList.toggle("pgw-fills", placement !== null && !along);
  }
}

defineWidget("ScrollBar", ScrollBar);
