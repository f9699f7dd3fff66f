/**
 * Children side by side.
 */
import type { HBoxOptions, Widgets } from "pgwidgets-ts/sync";
import { block } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: HBoxOptions): Live {
  const box = W.HBox({ spacing: 8, ...options });
  box.addWidget(block(W, "natural", "blue"), 0);
  box.addWidget(block(W, "stretch 1", "green"), 1);
  box.addWidget(block(W, "stretch 2", "amber"), 2);
  return { widget: box, fills: true };
}
