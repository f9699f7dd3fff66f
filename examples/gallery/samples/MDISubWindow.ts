/**
 * A window in a window; its desktop makes it.
 */
import type { SubWindowOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: SubWindowOptions): Live {
  const desktop = W.MDIWidget({ size: [null, 260] });
  const content = W.VBox({ spacing: 8, padding: 12 });
  content.addWidget(W.Label("Move me, or resize me at an edge."));
  const window = desktop.addWidget(content, {
    title: "Sub-window",
    x: 40,
    y: 32,
    width: 280,
    height: 140,
    ...options,
  });
  return { widget: window, stage: desktop, fills: true };
}
