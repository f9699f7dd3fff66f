/**
 * A tree of files with columns.
 */
import type { TreeViewOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: TreeViewOptions): Live {
  const tree = W.TreeView({
    columns: [
      { label: "Name", key: "name", colwidth: 220 },
      { label: "Kind", key: "kind", colwidth: 120 },
      { label: "Size", key: "size", type: "integer", colwidth: 90 },
    ],
    sortable: true,
    alternateRowColors: true,
    size: [null, 280],
    ...options,
  });
  const file = (kind: string, size: number) => ({ kind, size });
  tree.setTree({
    browser: {
      widgets: { "button.ts": file("TypeScript", 3100), "button.css": file("CSS", 1900) },
      "main.ts": file("TypeScript", 900),
    },
    runtime: { session: { "outbox.ts": file("TypeScript", 14_200), "state.ts": file("TypeScript", 6100) } },
    "README.md": file("Markdown", 2800),
  });
  tree.expandItem(["browser"]);
  tree.expandItem(["browser", "widgets"]);
  return { widget: tree, fills: true };
}
