/**
 * A window in the page.
 */
import type { TopLevelOptions, Widgets } from "pgwidgets-ts/sync";
import { row } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: TopLevelOptions): Live {
  const window = W.TopLevel({
    title: "Window",
    minimizable: true,
    maximizable: true,
    lowerable: true,
    size: [340, 180],
    position: [160, 140],
    ...options,
  });
  const inside = W.VBox({ spacing: 8, padding: 12 });
  inside.addWidget(W.Label("Move me, resize me, or press the right button on my title bar."), 1);
  inside.addWidget(W.TextEntry({ text: "Text of the window", tooltip: "Text" }), 0);
  window.setWidget(inside);
  window.on("close", () => window.hide());
  const open = W.Button("Open the window");
  open.on("activated", () => {
    window.show();
    window.raise();
  });
  return { widget: window, stage: row(W, open) };
}
