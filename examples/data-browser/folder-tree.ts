/**
 * The tree of folders, with how much is in each. Its topmost node is the whole collection.
 */
import type { TreeData, TreeView, Widgets } from "pgwidgets-ts/sync";
import { type Collection, type Folder, foldersOf } from "./collection.js";

export class FolderTree {
  readonly widget: TreeView;
  readonly #title: string;

  constructor(W: Widgets, { title, entries }: Collection) {
    this.#title = title;
    this.widget = W.TreeView({
      columns: [
        { label: "Folder", key: "name" },
        { label: "Entries", key: "count", type: "integer", colwidth: 80 },
      ],
    });
    const root = foldersOf(entries);
    this.widget.setTree({ [title]: node(root) });
    // Two levels are open: the collection and its parts.
    this.widget.collapseAll();
    this.widget.expandItem([title]);
    this.widget.setSelected([title]);
  }

  /** Calls the handler with the names of the folder that the user picks; none for the whole collection. */
  on(_what: "folder", handler: (path: readonly string[]) => unknown): void {
    this.widget.on("selected", ([first]) => {
      if (first !== undefined && first.path[0] === this.#title) return handler(first.path.slice(1));
      return undefined;
    });
  }
}

function node({ count, folders }: Folder): TreeData {
  const inside = [...folders].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    __values__: { count },
    ...Object.fromEntries(inside.map(([name, folder]) => [name, node(folder)])),
  };
}
