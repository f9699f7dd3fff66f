/**
 * A desktop with three windows.
 */
import type { MDIWidgetOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: MDIWidgetOptions): Live {
  const desktop = W.MDIWidget({ size: [null, 320], ...options });
  for (const [i, title] of ["Spectrum", "Notes", "Status"].entries()) {
    const content = W.VBox({ spacing: 8, padding: 12 });
    content.addWidget(W.Label(`The ${title.toLowerCase()} window.`));
    content.addWidget(W.TextEntry({ text: title, tooltip: `Notes on ${title}` }));
    desktop.addWidget(content, { title, x: 16 + 80 * i, y: 20 + 60 * i, width: 230, height: 120 });
  }
  return { widget: desktop, fills: true };
}
