/**
 * Messages at the foot of a window, that go away by themselves.
 */
import type { StatusBarOptions, Widgets } from "pgwidgets-ts/sync";
import { row } from "../parts.js";
import type { Live } from "../sample.js";

/** How long a message stays. */
const SECONDS = 3;

export default function make(W: Widgets, options: StatusBarOptions): Live {
  const bar = W.StatusBar({ message: ["Ready", null], size: [280, null], ...options });
  const save = W.Button("Save");
  // A message that has gone leaves an empty bar; the program says what stands there then.
  const back = W.Timer({ duration: SECONDS });
  back.on("expired", () => bar.setText("Ready"));
  save.on("activated", () => {
    bar.setMessage("Saved.", SECONDS);
    back.start();
  });
  return { widget: bar, stage: row(W, save, bar), also: [back] };
}
