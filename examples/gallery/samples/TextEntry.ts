/**
 * A line of text with a history of what was entered.
 */
import type { TextEntryNamed, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: TextEntryNamed): Live {
  return {
    widget: W.TextEntry({ text: "Ada Lovelace", linehistory: 5, length: 24, tooltip: "Name", ...options }),
  };
}
