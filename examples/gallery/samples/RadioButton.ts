/**
 * Three radio buttons of one group.
 */
import type { RadioButtonNamed, Widgets } from "pgwidgets-ts/sync";
import { row } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: RadioButtonNamed): Live {
  const daily = W.RadioButton({ text: "Daily", state: true, ...options });
  const others = ["Weekly", "Never"].map((text) => W.RadioButton({ text, group: daily }));
  return { widget: daily, stage: row(W, daily, ...others), also: others };
}
