/**
 * A countdown on the server.
 */
import type { TimerOptions, Widgets } from "pgwidgets-ts/sync";
import { hint, row } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: TimerOptions): Live {
  const timer = W.Timer({ duration: 3, ...options });
  const state = hint(W, "It is not running.");
  timer.on("expired", () => state.setText("It has expired."));
  timer.on("cancelled", () => state.setText("It was cancelled."));
  const start = W.Button("Start");
  start.on("activated", () => {
    timer.start();
    state.setText(`It runs for ${timer.getDuration()} s.`);
  });
  const cancel = W.Button("Cancel");
  cancel.on("activated", () => timer.cancel());
  return { widget: timer, stage: row(W, start, cancel, state) };
}
