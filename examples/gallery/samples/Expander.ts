/**
 * A section that folds away.
 */
import type { ExpanderOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ExpanderOptions): Live {
  const expander = W.Expander({ title: "Advanced", shadow: true, ...options });
  const inside = W.VBox({ spacing: 8, padding: 12 });
  inside.addWidget(W.CheckBox("Keep a log"));
  inside.addWidget(W.CheckBox("Send reports"));
  expander.setWidget(inside);
  return { widget: expander, fills: true };
}
