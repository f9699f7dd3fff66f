/**
 * Buttons that are all as wide as the widest one.
 */
import type { ButtonBoxOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ButtonBoxOptions): Live {
  const box = W.ButtonBox({ halign: "right", spacing: 8, ...options });
  for (const text of ["OK", "Cancel", "Restore defaults"]) box.addWidget(W.Button(text));
  return { widget: box, fills: true };
}
