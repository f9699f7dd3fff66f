/**
 * Three buttons of one group: at most one of them is pressed.
 */
import type { ToggleButtonNamed, Widgets } from "pgwidgets-ts/sync";
import { row } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ToggleButtonNamed): Live {
  const left = W.ToggleButton({ text: "Left", state: true, ...options });
  const others = ["Centre", "Right"].map((text) => W.ToggleButton({ text, group: left }));
  return { widget: left, stage: row(W, left, ...others), also: others };
}
