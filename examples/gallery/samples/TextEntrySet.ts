/**
 * A line of text with a button that enters it.
 */
import type { TextEntrySetNamed, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: TextEntrySetNamed): Live {
  return {
    widget: W.TextEntrySet({ text: "50 Ω", label: "Apply", length: 18, tooltip: "Impedance", ...options }),
  };
}
