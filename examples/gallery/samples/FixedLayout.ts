/**
 * Children at fixed places.
 */
import type { FixedLayoutOptions, Widgets } from "pgwidgets-ts/sync";
import { block } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: FixedLayoutOptions): Live {
  const layout = W.FixedLayout({ size: [280, 132], ...options });
  layout.addWidget(block(W, "at 16, 12", "blue"), 16, 12);
  layout.addWidget(block(W, "at 150, 44", "green"), 150, 44);
  layout.addWidget(block(W, "at 64, 92", "amber"), 64, 92);
  return { widget: layout };
}
