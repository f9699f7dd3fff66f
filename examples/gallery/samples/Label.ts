/**
 * A text with colours and a font of its own.
 */
import type { LabelNamed, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: LabelNamed): Live {
  const label = W.Label({
    text: "Text is text: <b>no markup</b> is parsed.",
    color: ["light-dark(#fef3c7, #4a3a17)", ""],
    padding: 8,
    interactive: true,
    ...options,
  });
  return { widget: label };
}
