/**
 * The interface: folders at the left, the table in the middle, details at the right, a filter above, status below.
 */
import type { SelectedRow, Session, TableView, Widgets } from "pgwidgets-ts/sync";
import { panesOrTabs } from "../shared/panes-or-tabs.js";
import { type Collection, type Entry, within } from "./collection.js";
import { Details } from "./details.js";
import { compile } from "./filter.js";
import { FolderTree } from "./folder-tree.js";
import { bytes, count } from "./words.js";

/** Seconds after the last key until the filter is applied: a word is typed as a whole. */
const PAUSE = 0.15;
/** Page width in CSS pixels below which there is one pane at a time. */
const NARROW = 700;
/** Seconds for which the status says what was done. */
const NOTICE = 3;

export function build(session: Session, collection: Collection): void {
  const W = session.getWidgets();
  const keys = collection.columns.flatMap((column) => (typeof column === "object" ? (column.key ?? []) : []));
  const status = W.StatusBar();
  const details = new Details(W, collection);
  const table = entriesTable(W, collection);
  const folders = new FolderTree(W, collection);

  const query = W.TextEntry("", { tooltip: "Filter", expanding: [true, false] });
  const clear = W.Button("Clear");
  const copy = W.Button("Copy", { tooltip: "Copy the selected rows" });

  let folder: readonly string[] = [];
  let shown: readonly Entry[] = [];

  const entryOf = ({ values }: SelectedRow) => collection.entries[Number(values?.id)] as Entry;
  const tell = (selected: readonly Entry[]) => {
    const parts = [`${count(shown.length, "entry", "entries")} of ${count(collection.entries.length)}`];
    if (selected.length > 0) {
      const size = selected.reduce((sum, entry) => sum + entry.size, 0);
      parts.push(`${count(selected.length)} selected, ${bytes(size)}`);
    }
    status.setText(parts.join(" · "));
  };
  const select = (rows: readonly SelectedRow[]) => {
    const selected = rows.map(entryOf);
    copy.setEnabled(selected.length > 0);
    tell(selected);
    return details.show(selected);
  };
  const refresh = () => {
    shown = within(collection.entries, folder).filter(compile(query.getText(), keys));
    table.setData(shown.map(({ values }) => values));
    return select([]);
  };

  folders.on("folder", (path) => {
    folder = path;
    return refresh();
  });
  const notice = session.makeTimer(NOTICE);
  notice.on("expired", () => tell(table.getSelected().map(entryOf)));
  const typing = session.makeTimer(PAUSE);
  typing.on("expired", refresh);
  query.on("modified", () => typing.start());
  query.on("activated", () => {
    typing.stop();
    return refresh();
  });
  clear.on("activated", () => {
    query.setText("");
    query.setFocus();
    return refresh();
  });
  table.on("selected", select);
  table.on("copy", (text) => {
    const rows = text.split("\n").filter(Boolean).length;
    status.setText(`Copied ${count(rows, "row", "rows")}.`);
    notice.start();
  });
  copy.on("activated", () => table.copySelection());

  const bar = W.HBox({ spacing: 8, padding: 8, align: "center" });
  bar.addWidget(W.Label("Filter"), 0);
  bar.addWidget(query, 1);
  for (const each of [clear, copy]) bar.addWidget(each, 0);
  const page = W.Page();
  const panes = panesOrTabs(W, page, NARROW, [
    { title: "Folders", widget: folders.widget, width: 250 },
    { title: "Entries", widget: table, width: 660 },
    { title: "Details", widget: details.widget, width: 270 },
  ]);
  const column = W.VBox();
  column.addWidget(bar, 0);
  column.addWidget(panes.widget, 1);
  column.addWidget(status, 0);
  page.setWidget(column);
  page.show();
  void refresh();
}

function entriesTable(W: Widgets, { columns }: Collection): TableView {
  return W.TableView({
    columns,
    sortable: true,
    selectionMode: "multiple",
    cellCursor: false,
    showGrid: false,
    alternateRowColors: true,
  });
}
