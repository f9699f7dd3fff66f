/**
 * A line between two parts.
 */
import type { SeparatorNamed, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: SeparatorNamed): Live {
  const line = W.Separator({ ...options });
  const parts = W.VBox({ spacing: 8 });
  parts.addWidget(W.Label("Above the line"));
  parts.addWidget(line);
  parts.addWidget(W.Label("Below the line"));
  return { widget: line, stage: parts, fills: true };
}
