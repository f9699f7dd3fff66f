/**
 * The folder that the workbench was started for: it lists, reads and writes the texts in it, and nothing outside it.
 */
import { readdir, readFile, realpath, writeFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** Files that are listed. */
const MOST = 5000;
/** Folders that hold no texts of the user's own. */
const SKIPPED = new Set(["node_modules", ".git"]);
const utf8 = new TextDecoder("utf-8", { fatal: true });

export class Folder {
  readonly name: string;
  readonly #root: string;

  private constructor(root: string) {
    this.#root = root;
    this.name = basename(root) || root;
  }

  /** Rejects when there is no such folder. */
  static async open(path: string): Promise<Folder> {
    const root = await realpath(resolve(path));
    await readdir(root);
    return new Folder(root);
  }

  /** Paths of the files in it, in order; a slash between the names. */
  async list(): Promise<readonly string[]> {
    const found: string[] = [];
    const walk = async (folder: string): Promise<void> => {
      const entries = await readdir(join(this.#root, folder), { withFileTypes: true }).catch(() => []);
      entries.sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const entry of entries) {
        const { name } = entry;
        if (found.length >= MOST || SKIPPED.has(name)) continue;
        const path = folder === "" ? name : `${folder}/${name}`;
        if (entry.isDirectory()) await walk(path);
        else if (entry.isFile()) found.push(path);
      }
    };
    await walk("");
    return found;
  }

  /** Rejects when it cannot be read or is no text. */
  async read(path: string): Promise<string> {
    const bytes = await readFile(await this.#inside(path));
    try {
      return utf8.decode(bytes);
    } catch {
      throw new Error(`${path} is no text in UTF-8.`);
    }
  }

  /** Rejects when it lies outside the folder, or cannot be written. */
  async write(path: string, text: string): Promise<void> {
    await writeFile(await this.#inside(path), text);
  }

  /** The place of a file, links followed: a link must not lead out of the folder. */
  async #inside(path: string): Promise<string> {
    const wanted = resolve(this.#root, path);
    const place = await realpath(wanted).catch(async () => {
      const parent = await realpath(dirname(wanted)).catch(() => {
        throw new Error(`There is no folder ${dirname(path)}.`);
      });
      return join(parent, basename(wanted));
    });
    const inner = relative(this.#root, place);
    if (inner === "" || inner === ".." || inner.startsWith(`..${sep}`) || isAbsolute(inner)) {
      throw new Error(`${path} lies outside the folder.`);
    }
    return place;
  }
}
