/**
 * Several lines of plain text.
 */
import type { TextAreaNamed, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: TextAreaNamed): Live {
  const area = W.TextArea({
    text: "Several lines of plain text.\nType here.",
    wrap: true,
    size: [null, 110],
    tooltip: "Notes",
    ...options,
  });
  return { widget: area, fills: true };
}
