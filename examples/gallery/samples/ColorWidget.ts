/**
 * A colour, chosen by eye or by number.
 */
import type { ColorWidgetOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ColorWidgetOptions): Live {
  return { widget: W.ColorWidget({ color: "#16a34a", ...options }), fills: true };
}
