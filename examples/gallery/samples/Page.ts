/**
 * A root that fills the page. This one covers the gallery until it is closed.
 */
import type { PageOptions, Widgets } from "pgwidgets-ts/sync";
import { row } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: PageOptions): Live {
  const page = W.Page({ visible: false, ...options });
  const close = W.Button("Back to the gallery");
  close.on("activated", () => page.hide());
  const inside = W.VBox({ spacing: 12, padding: 24 });
  inside.addWidget(W.Label("A page fills all that there is.", { font: [null, 15, "bold"] }));
  inside.addWidget(row(W, close));
  page.setWidget(inside);
  const open = W.Button("Show the page");
  open.on("activated", () => page.show());
  return { widget: page, stage: row(W, open) };
}
