import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Folders and files" });
  const tree = W.TreeView({
    columns: [
      { label: "Name", key: "name" },
      { label: "Size", key: "size", type: "integer", halign: "right" },
    ],
    sortable: true,
  });
  tree.setTree({
    src: { "main.ts": { size: 1200 }, "parts.ts": { size: 5400 } },
    "README.md": { size: 900 },
  });
  tree.expandItem(["src"]);
  tree.on("activated", (_values, path) => top.setTitle(path.join("/")));
  top.setWidget(tree);
  top.show();
}
