/**
 * What the browser shows: entries in folders. Where they come from is a matter of those who make a collection.
 */
import type { ColumnSpec, RowValues } from "pgwidgets-ts/sync";

export interface Entry {
  /** Cells of the table by column key; `id` names the entry in its collection. */
  readonly values: RowValues & { readonly id: number };
  /** Names of the folders around it, the outermost first. */
  readonly folder: readonly string[];
  /** Bytes. */
  readonly size: number;
}

export interface Collection {
  readonly title: string;
  readonly columns: ColumnSpec[];
  /** The place of each entry in it is its `id`. */
  readonly entries: readonly Entry[];
  /** What there is to read in an entry: the beginning of its text, a header, why it cannot be read. */
  preview(entry: Entry): Promise<string>;
}

/** The entries in a folder and in those below it. */
export function within(entries: readonly Entry[], folder: readonly string[]): readonly Entry[] {
  if (folder.length === 0) return entries;
  return entries.filter((entry) => folder.every((name, depth) => entry.folder[depth] === name));
}

/** A folder with how many entries it holds, those of the folders in it included. */
export interface Folder {
  count: number;
  readonly folders: Map<string, Folder>;
}

/** The tree of all folders that hold entries. */
export function foldersOf(entries: readonly Entry[]): Folder {
  const root: Folder = { count: 0, folders: new Map() };
  for (const { folder } of entries) {
    let present = root;
    present.count++;
    for (const name of folder) {
      let next = present.folders.get(name);
      if (next === undefined) {
        next = { count: 0, folders: new Map() };
        present.folders.set(name, next);
      }
      next.count++;
      present = next;
    }
  }
  return root;
}
