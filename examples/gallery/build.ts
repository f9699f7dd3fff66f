/**
 * The interface of the gallery: a page with all sections, and a window with what they fire.
 */
import type { Session } from "pgwidgets-ts/sync";
import { Log } from "./log.js";
import { buttons, display, input, layout, ranges, windows } from "./sections.js";

export function build(session: Session): void {
  const W = session.getWidgets();
  const status = W.StatusBar();
  const log = new Log(W, status);

  const content = W.VBox({ spacing: 16, padding: 20 });
  content.addWidget(W.Label("pgwidgets-ts", { font: [null, 18, "bold"] }), 0);
  for (const part of [buttons, input, ranges, display]) content.addWidget(part(W, log), 0);
  content.addWidget(layout(W), 0);
  content.addWidget(windows(W, log), 0);

  const scroll = W.ScrollArea();
  scroll.setWidget(content);
  const column = W.VBox();
  column.addWidget(scroll, 1);
  column.addWidget(status, 0);
  const page = W.Page();
  page.setWidget(column);
  page.show();
  log.window.show();
}
