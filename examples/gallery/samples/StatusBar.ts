/**
 * Messages at the foot of a window, that go away by themselves.
 */
import type { StatusBarOptions, Widgets } from "pgwidgets-ts/sync";
import { row } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: StatusBarOptions): Live {
  const bar = W.StatusBar({ message: ["Ready", null], size: [280, null], ...options });
  const save = W.Button("Save");
  save.on("activated", () => bar.setMessage("Saved.", 3));
  return { widget: bar, stage: row(W, save, bar) };
}
