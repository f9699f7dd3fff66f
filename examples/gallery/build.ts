/**
 * The interface of the gallery: a page of tabs by category, and a window with what the widgets fire.
 */
import type { Session, Widget } from "pgwidgets-ts/sync";
import { Log } from "./log.js";
import { buttons, display, input, ranges } from "./sections/basics.js";
import { editor, table, texts, tree } from "./sections/data.js";
import { desktop, dialogs, knobs, menus } from "./sections/desktop.js";
import { boxes, grids, panes, windows } from "./sections/layout.js";

export function build(session: Session): void {
  const W = session.getWidgets();
  const status = W.StatusBar();
  const log = new Log(W, status);
  const tabs = W.TabWidget();

  const category = (title: string, sections: readonly Widget[]) => {
    const content = W.VBox({ spacing: 16, padding: 20 });
    for (const each of sections) content.addWidget(each, 0);
    const scroll = W.ScrollArea();
    scroll.setWidget(content);
    tabs.addWidget(scroll, { title });
  };
  category("Basics", [buttons(W, log), input(W, log), ranges(W, log), display(W, log)]);
  category("Data", [table(W, log), tree(W, log)]);
  category("Text", [editor(W, log), texts(W, log)]);
  category("Menus and dialogs", [menus(W, log), dialogs(W, log), knobs(W, log)]);
  category("Desktop", [desktop(W, log)]);
  category("Layout", [boxes(W), grids(W), panes(W, log), windows(W, log)]);

  const column = W.VBox();
  column.addWidget(W.Label("pgwidgets-ts", { font: [null, 15, "bold"], padding: [20, 12, 20, 8] }), 0);
  column.addWidget(tabs, 1);
  column.addWidget(status, 0);
  const page = W.Page();
  page.setWidget(column);
  page.show();
  log.window.show();
}
