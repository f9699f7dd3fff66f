/**
 * A collection of the files below a folder of this machine.
 */
import { open, readdir, stat } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import type { Collection, Entry } from "./collection.js";

/** Files that are listed; what lies beyond is left out. */
const MOST = 200_000;
/** Bytes of a file that are shown. */
const PREVIEW = 4096;

/** Lists what lies below a folder. Rejects when the folder cannot be read; what cannot be read in it is left out. */
export async function files(root: string): Promise<Collection> {
  const top = resolve(root);
  const entries: Entry[] = [];
  // The folder itself must be there; what vanishes meanwhile in it is no fault.
  await readdir(top);
  await list(top, [], entries);
  return {
    title: basename(top) || top,
    columns: [
      { label: "Name", key: "name", colwidth: 220 },
      { label: "Kind", key: "kind", colwidth: 90 },
      { label: "Size", key: "size", type: "integer", colwidth: 110 },
      { label: "Changed", key: "changed", colwidth: 170 },
      { label: "Folder", key: "folder" },
    ],
    entries,
    preview: (entry) => beginning(join(top, ...entry.folder, String(entry.values.name))),
  };
}

async function list(top: string, folder: readonly string[], entries: Entry[]): Promise<void> {
  const path = join(top, ...folder);
  const found = await readdir(path, { withFileTypes: true }).catch(() => []);
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const each of found) {
    if (entries.length >= MOST) return;
    // Links are left alone: they may lead out of the folder, or round in circles.
    if (each.isDirectory()) await list(top, [...folder, each.name], entries);
    else if (each.isFile()) {
      const about = await stat(join(path, each.name)).catch(() => null);
      if (about !== null) entries.push(entryOf(entries.length, each.name, folder, about));
    }
  }
}

function entryOf(
  id: number,
  name: string,
  folder: readonly string[],
  { size, mtime }: { readonly size: number; readonly mtime: Date },
): Entry {
  const changed = mtime.toISOString().slice(0, 19).replace("T", " ");
  const kind = extname(name).slice(1) || "file";
  return { folder, size, values: { id, name, kind, size, changed, folder: folder.join("/") } };
}

/** The beginning of a text file. */
async function beginning(path: string): Promise<string> {
  const file = await open(path).catch((error: Error) => error);
  if (file instanceof Error) return `It cannot be read: ${file.message}`;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PREVIEW), 0, PREVIEW, 0);
    const bytes = buffer.subarray(0, bytesRead);
    if (bytes.includes(0)) return `Binary: ${bytes.subarray(0, 32).toString("hex").replace(/../g, "$& ")}…`;
    return `${bytes.toString("utf8")}${bytesRead === PREVIEW ? "\n…" : ""}`;
  } finally {
    await file.close();
  }
}
