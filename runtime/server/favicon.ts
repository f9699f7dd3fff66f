/**
 * The icon of the page: the application's own, else the page's, else a small drawn window.
 */

import { UsageError } from "../session/errors.js";
import { FileArguments } from "./files.js";
import { dataUri, mimeOfImage } from "./mime.js";
import { type Asset, assetOf, type Page } from "./page.js";

/** File name of the icon beside the page. */
export const FAVICON = "favicon.ico";

const DRAWN =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
  '<rect x="2" y="4" width="28" height="24" rx="5" fill="#2f6fde"/>' +
  '<path d="M2 12h28v11a5 5 0 0 1-5 5H7a5 5 0 0 1-5-5z" fill="#dfe9fb"/>' +
  '<circle cx="7.5" cy="8" r="1.6" fill="#fff"/><circle cx="12.5" cy="8" r="1.6" fill="#fff"/></svg>';

const BASE64_URI = /^data:([^,]*?);base64,(.*)$/is;

export class Favicon {
  readonly #files: FileArguments;
  #own: Asset | null = null;
  #address: string | null = null;

  constructor(maxBytes: number) {
    this.#files = new FileArguments(maxBytes);
  }

  /**
   * Takes a file, a URL (http:, https: or data:) or the bytes of a picture.
   * Throws UsageError when the file cannot be read or the bytes are no picture.
   */
  set(icon: string | Uint8Array): void {
    if (typeof icon !== "string") {
      const type = mimeOfImage(icon);
      if (!type.startsWith("image/")) {
        throw new UsageError(
          "setFavicon: the bytes are no PNG, ICO, SVG, GIF, JPEG, WebP, AVIF or BMP picture.",
        );
      }
      this.#own = assetOf(type, Buffer.from(icon));
      this.#address = null;
      return;
    }
    const text = this.#files.loadable(icon);
    if (/^https?:/i.test(text)) {
      this.#own = null;
      this.#address = text;
      return;
    }
    const [, type, base64] = BASE64_URI.exec(text) ?? [];
    if (type !== undefined && base64 !== undefined) {
      this.#own = assetOf(type, Buffer.from(base64, "base64"));
      this.#address = null;
    } else if (/^data:/i.test(text)) {
      this.#own = null;
      this.#address = text;
    } else {
      throw new UsageError(`setFavicon: "${icon}" is neither a file nor an http:, https: or data: URL.`);
    }
  }

  /** What is served as the icon beside the page. */
  asset(page: Page | null): Asset {
    return this.#own ?? page?.icon ?? assetOf("image/svg+xml", Buffer.from(DRAWN));
  }

  /** What a page served by the application links to. */
  get address(): string {
    return this.#address ?? FAVICON;
  }

  /** What a page links to that somebody else serves: complete in itself. */
  standalone(page: Page | null): string {
    const { type, body } = this.asset(page);
    return this.#address ?? dataUri(type, body);
  }
}
