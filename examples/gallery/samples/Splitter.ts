/**
 * Three panes with handles between them.
 */
import type { SplitterOptions, Widgets } from "pgwidgets-ts/sync";
import { block } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: SplitterOptions): Live {
  const splitter = W.Splitter({ size: [null, 160], ...options });
  splitter.addWidget(block(W, "Folders", "blue"));
  splitter.addWidget(block(W, "Messages", "green"));
  splitter.addWidget(block(W, "Preview", "amber"));
  return { widget: splitter, fills: true };
}
