/**
 * A titled border around some settings.
 */
import type { FrameOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: FrameOptions): Live {
  const frame = W.Frame({ title: "Exposure", ...options });
  const inside = W.HBox({ spacing: 8, padding: 8 });
  inside.addWidget(W.SpinBox({ min: 1, max: 600, value: 30, tooltip: "Seconds" }));
  inside.addWidget(W.Label("seconds"));
  frame.setWidget(inside);
  return { widget: frame };
}
