/**
 * A number to type or to step through.
 */
import type { SpinBoxOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: SpinBoxOptions): Live {
  return { widget: W.SpinBox({ min: 0, max: 100, value: 42, tooltip: "Count", ...options }) };
}
