/**
 * Children below each other.
 */
import type { VBoxOptions, Widgets } from "pgwidgets-ts/sync";
import { block } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: VBoxOptions): Live {
  const box = W.VBox({ spacing: 8, ...options });
  box.addWidget(block(W, "one", "blue"));
  box.addWidget(block(W, "two", "green"));
  box.addWidget(block(W, "three", "amber"));
  return { widget: box, fills: true };
}
