/**
 * A box to tick.
 */
import type { CheckBoxNamed, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: CheckBoxNamed): Live {
  return { widget: W.CheckBox({ text: "Remember the window positions", state: true, ...options }) };
}
