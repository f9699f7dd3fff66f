/**
 * How far something is.
 */
import type { ProgressBarOptions, Widgets } from "pgwidgets-ts/sync";
import { row } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ProgressBarOptions): Live {
  const bar = W.ProgressBar({ value: 0.42, size: [280, null], ...options });
  const step = W.Button("Go on");
  step.on("activated", () => bar.setValue((Math.round(bar.getValue() * 100 + 10) % 101) / 100));
  return { widget: bar, stage: row(W, bar, step) };
}
