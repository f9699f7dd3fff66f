/**
 * Pages with tabs that close and move.
 */
import type { TabWidgetOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: TabWidgetOptions): Live {
  const tabs = W.TabWidget({ closable: true, reorderable: true, size: [null, 160], ...options });
  for (const title of ["Overview", "Details", "History"]) {
    tabs.addWidget(W.Label(`The page ${title.toLowerCase()}.`, { padding: 16 }), { title });
  }
  return { widget: tabs, fills: true };
}
