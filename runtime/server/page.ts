/**
 * The built page in memory: every file of its folder with its compressed forms, and index.html made fit for
 * the application that serves it (where its WebSocket is, which icon it has).
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { messageOf, UsageError } from "../session/errors.js";
import { mimeOfName } from "./mime.js";

export interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
  /** Its name changes with its content, so that it can be cached for ever. */
  readonly hashed: boolean;
  /** Compressed forms by content encoding, the best one first. */
  readonly encoded: ReadonlyMap<string, Buffer>;
}

/** Compressed siblings that the build may have made, the best one first. */
const ENCODINGS = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/** `app-5e3f9a1c.js`: a hash of eight characters or more before the extension. */
const HASHED = /-[A-Za-z0-9_]{8,}\.[a-z0-9.]+$/;

export class Page {
  readonly folder: string;
  /** What a policy calls the scripts that stand in index.html itself. */
  readonly inlineScripts: readonly string[];
  readonly #index: string;
  readonly #assets: ReadonlyMap<string, Asset>;

  /** Reads a built page; throws UsageError when there is none in `folder`. */
  constructor(folder: string) {
    this.folder = folder;
    if (!existsSync(join(folder, "index.html"))) {
      throw new UsageError(
        `The page is not built: there is no index.html in "${folder}". Run \`npm run build\`, or give the folder of a built page as \`staticPath\`.`,
      );
    }
    try {
      this.#index = readFileSync(join(folder, "index.html"), "utf8");
      this.#assets = readAssets(folder);
    } catch (error) {
      throw new UsageError(`The page in "${folder}" cannot be read: ${messageOf(error)}`);
    }
    this.inlineScripts = inlineScripts(this.#index);
  }

  /** A file of the page by its path below the folder, with `/` between the parts. */
  asset(path: string): Asset | undefined {
    return this.#assets.get(path);
  }

  /** The page's own icon, when its folder has one. */
  get icon(): Asset | undefined {
    return this.asset("favicon.ico") ?? this.asset("favicon.svg") ?? this.asset("favicon.png");
  }

  /**
   * The text of index.html.
   * @param socket where the WebSocket is: a port of the page's host, a ws: or wss: URL, or "" for `ws` beside the page
   * @param icon address of the icon
   * @param assets put before the names of the page's files; "" when they lie beside it
   */
  html(socket: string, icon: string, assets = ""): string {
    const tags =
      `<meta name="pgwidgets-ws" content="${escaped(socket)}">` + `<link rel="icon" href="${escaped(icon)}">`;
    const html = this.#index
      .replace(/<meta\s[^>]*\bname=["']?pgwidgets-ws\b[^>]*>\s*/gi, "")
      .replace(/<link\s[^>]*\brel=["']?(shortcut )?icon\b[^>]*>\s*/gi, "")
      // Before any script: it may run before the rest of the page has come.
      .replace(/<head\b[^>]*>/i, (head) => head + tags);
    if (assets === "") return html;
    const prefix = escaped(assets.endsWith("/") ? assets : `${assets}/`);
    return html.replace(/\b(src|href)="(?:\.\/)?([^"]+)"/g, (whole, attribute: string, name: string) =>
      this.#assets.has(name) ? `${attribute}="${prefix}${name}"` : whole,
    );
  }
}

/** What a policy calls the scripts that stand in an HTML text itself. */
export function inlineScripts(html: string): readonly string[] {
  const found = html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>(.*?)<\/script>/gis);
  return [...found].map(([, text = ""]) => `'sha256-${sha256(text).digest("base64")}'`);
}

/** Makes one asset of bytes that are in memory. */
export function assetOf(type: string, body: Buffer, hashed = false): Asset {
  return { type, body, etag: etagOf(body), hashed, encoded: new Map() };
}

/** Folder of the page that the package's own build makes. */
export function builtPageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const above = dirname(folder);
    if (above === folder) break;
    folder = above;
  }
  return join(folder, "dist", "browser");
}

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length).replaceAll("\\", "/").replace(/^\/+/, ""), readFileSync(path));
  }
  const assets = new Map<string, Asset>();
  for (const [path, body] of files) {
    const compressedForm = ENCODINGS.some(
      ([, ext]) => path.endsWith(ext) && files.has(path.slice(0, -ext.length)),
    );
    if (path === "index.html" || compressedForm) continue;
    const encoded = new Map<string, Buffer>();
    for (const [encoding, ext] of ENCODINGS) {
      const form = files.get(path + ext);
      if (form !== undefined && form.length < body.length) encoded.set(encoding, form);
    }
    const hashed = HASHED.test(path);
    // Where the name says which content it is, the content need not be gone through once more.
    const etag = etagOf(hashed ? path : body);
    assets.set(path, { type: mimeOfName(path), body, etag, hashed, encoded });
  }
  return assets;
}

function etagOf(body: string | Buffer): string {
  return `"${sha256(body).digest("base64url").slice(0, 22)}"`;
}

function sha256(data: string | Buffer) {
  return createHash("sha256").update(data);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
