/**
 * Separator: a thin line that divides a layout.
 * Made from its contract; it is as long as its box, whatever the alignment there.
 */
import "./separator.css";
import type { SeparatorArgs, SeparatorContract } from "../../generated/browser/contracts.js";
import { isColor } from "../css.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { px } from "../units.js";
import { BaseWidget } from "../widget.js";
import type { Yielding } from "./bases/yielding.js";

class Separator extends BaseWidget implements SeparatorContract, Yielding {
  /** It is in the way of nothing. */
  readonly yields = false;
  readonly onlyText = true;

  constructor(init: WidgetInit, args: SeparatorArgs) {
    super(init, document.createElement("div"));
    this.element.setAttribute("role", "separator");
    this.setOrientation(args.orientation);
  }

  setOrientation(orientation: "horizontal" | "vertical" | null = "horizontal"): void {
    const vertical = orientation === "vertical";
    this.element.classList.toggle("pgw-vertical", vertical);
    this.element.setAttribute("aria-orientation", vertical ? "vertical" : "horizontal");
  }

  /** The line is the border that it has: how thick it is. */
  override setBorderWidth(width: number): void {
    this.element.style.setProperty("--separator-width", px(width));
  }

  override setBorderColor(color: string | null): void {
    if (color === null) this.element.style.removeProperty("--separator-line");
    else if (isColor(color)) this.element.style.setProperty("--separator-line", color);
  }
}

defineWidget("Separator", Separator);
