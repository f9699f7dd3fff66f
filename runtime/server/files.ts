/**
 * File arguments: turns the name of a file of this machine into text that a browser can load.
 * Only what the program itself passes is ever read.
 */
import { readFileSync, type Stats, statSync } from "node:fs";
import { dirname, isAbsolute, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { messageOf, UsageError } from "../session/errors.js";
import { dataUri, mimeOfName } from "./mime.js";

/** Two letters at least, so that a Windows drive is no scheme. */
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
/** Forms that only a file path has. */
const FILE_FORM = /^(\.{1,2}[/\\]|~|[a-z]:[/\\])|\\/i;
const CACHED_FILES = 64;
const CACHED_BYTES = 256 * 1024;

interface CachedFile {
  readonly changed: number;
  readonly size: number;
  readonly uri: string;
}

/** Reads file arguments; small files that many widgets share (icons) are read and encoded once. */
export class FileArguments {
  readonly #maxBytes: number;
  readonly #cache = new Map<string, CachedFile>();

  /** @param maxBytes size up to which a file is taken */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /**
   * A `data:` URI when `text` names a file of this machine (a path or a `file:` URL); `text` itself when it is
   * a URL, also a relative one. Throws UsageError when it names a file that is missing, too large or cannot be read.
   */
  loadable(text: string): string {
    if (text === "") return text;
    const fileUrl = /^file:/i.test(text);
    if (!fileUrl && (SCHEME.test(text) || text.startsWith("//") || text.startsWith("#"))) return text;
    const path = fileUrl ? pathOf(text) : text;
    const stats = this.#look(path, text);
    if (stats === null) {
      if (fileUrl || isMistypedFile(text)) throw new UsageError(`There is no file "${text}".`);
      return text;
    }
    if (stats.isDirectory()) {
      // "/" and "/icons/" are URL paths as well; only a clear file form can mean the folder.
      if (fileUrl || FILE_FORM.test(text)) throw new UsageError(`"${text}" is a folder, not a file.`);
      return text;
    }
    if (!stats.isFile()) throw new UsageError(`"${text}" is not a regular file.`);
    return this.#encoded(path, text, stats);
  }

  #look(path: string, text: string): Stats | null {
    try {
      return statSync(path, { throwIfNoEntry: false }) ?? null;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "ENOTDIR" || code === "ENAMETOOLONG" || code === "ERR_INVALID_ARG_VALUE") return null;
      throw new UsageError(`The file "${text}" cannot be read: ${messageOf(error)}`);
    }
  }

  #encoded(path: string, text: string, stats: Stats): string {
    if (stats.size > this.#maxBytes) {
      throw new UsageError(
        `The file "${text}" has ${stats.size} bytes; the limit fileBytes allows ${this.#maxBytes}.`,
      );
    }
    const known = this.#cache.get(path);
    if (known?.changed === stats.mtimeMs && known.size === stats.size) return known.uri;
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      throw new UsageError(`The file "${text}" cannot be read: ${messageOf(error)}`);
    }
    const uri = dataUri(mimeOfName(path), bytes);
    this.#cache.delete(path);
    if (bytes.length <= CACHED_BYTES) {
      this.#cache.set(path, { changed: stats.mtimeMs, size: stats.size, uri });
      const [oldest] = this.#cache.keys();
      if (this.#cache.size > CACHED_FILES && oldest !== undefined) this.#cache.delete(oldest);
    }
    return uri;
  }
}

function pathOf(url: string): string {
  try {
    return fileURLToPath(url);
  } catch (error) {
    throw new UsageError(`"${url}" is no URL of a file of this machine: ${messageOf(error)}`);
  }
}

/**
 * A path that is missing here may still be a URL path of a web server. It is taken for a mistyped file when its
 * form says so, or when the folder that it names exists on this machine.
 */
function isMistypedFile(text: string): boolean {
  if (FILE_FORM.test(text)) return true;
  const folder = dirname(text);
  if (folder === "." || (isAbsolute(folder) && folder === parse(folder).root)) return false;
  try {
    return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}
