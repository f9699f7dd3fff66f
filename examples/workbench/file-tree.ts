/**
 * The files of the folder as a tree; a double click or Enter opens one.
 */
import type { TreeData, TreeView, Widgets } from "pgwidgets-ts/sync";
import type { Folder } from "./folder.js";

export class FileTree {
  readonly widget: TreeView;
  readonly #folder: Folder;
  #isFilled = false;

  constructor(W: Widgets, folder: Folder) {
    this.#folder = folder;
    this.widget = W.TreeView({ columns: [{ label: folder.name, key: "name" }] });
  }

  /** Calls the handler with the path of a file that the user wants to open. */
  on(_what: "open", handler: (path: string) => unknown): void {
    this.widget.on("activated", (values, path) => (values === null ? undefined : handler(path.join("/"))));
  }

  /** Reads the folder. Its folders are closed at first; later what is open in the tree stays open. */
  async refresh(): Promise<void> {
    this.widget.updateTree(treeOf(await this.#folder.list()));
    if (!this.#isFilled) this.widget.collapseAll();
    this.#isFilled = true;
  }
}

/** Files are leaves with a cell, folders hold nodes; a file cannot be taken for an empty folder. */
export function treeOf(paths: readonly string[]): TreeData {
  const root: TreeData = {};
  for (const path of paths) {
    const names = path.split("/");
    const file = names.pop() ?? "";
    let present = root;
    for (const name of names) {
      present[name] ??= {};
      present = present[name] as TreeData;
    }
    present[file] = { __values__: { name: file } };
  }
  return root;
}
