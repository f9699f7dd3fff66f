/**
 * A page in memory whose user drops and chooses files: says what a page says, in its order, or lies.
 */
import type { Widget } from "../../generated/sync/bases.js";
import type { Mirror } from "../../runtime/testing/mirror.js";

export interface SentFile {
  readonly name: string;
  readonly data: Uint8Array;
  /** The size that is announced. Default: the true one. */
  readonly size?: number;
}

const CHUNK = 512 * 1024;
const where = { x: 1, y: 2, viewport_x: 3, viewport_y: 4 };
const pointer = { type: "drop", time_stamp: 1, ...where, button_trigger: 0, button_mask: 0, modifiers: [] };

/** What a drop says beside its files. */
export const dropped = { ...pointer, types: ["Files"], text: null, url: null, html: null };

export class Uploader {
  readonly #page: Mirror;
  readonly #wid: number;
  readonly #action: string;
  readonly id: number;
  readonly #files: readonly SentFile[];
  readonly #chunk: number;

  constructor(
    page: Mirror,
    widget: Pick<Widget, "wid">,
    action: "drop-end" | "activated",
    id: number,
    files: readonly SentFile[],
    chunk = CHUNK,
  ) {
    this.#page = page;
    this.#wid = widget.wid;
    this.#action = action;
    this.id = id;
    this.#files = files;
    this.#chunk = chunk;
  }

  announce(extra: object = {}): this {
    const files = this.#files.map(({ name, data, size = data.length }) => ({
      name,
      size,
      type: "text/plain",
      encoding: "bytes",
    }));
    const payload = this.#action === "drop-end" ? { ...dropped, files } : { files };
    this.#page.fire(this.#wid, this.#action, { ...payload, transfer_id: this.id, ...extra });
    return this;
  }

  count(file: number): number {
    return Math.max(1, Math.ceil((this.#files[file]?.data.length ?? 0) / this.#chunk));
  }

  /** One chunk; `fields` replaces some of its header. */
  chunk(file: number, index: number, fields: object = {}, bytes?: Uint8Array): this {
    const header = {
      type: "binary-chunk",
      wid: this.#wid,
      transfer_id: this.id,
      file_index: file,
      file_count: this.#files.length,
      chunk_index: index,
      num_chunks: this.count(file),
      encoding: "binary",
      ...fields,
    };
    const own = this.#files[file]?.data.subarray(index * this.#chunk, (index + 1) * this.#chunk);
    this.#page.peer?.receive(header);
    if (header.encoding === "binary") this.#page.peer?.receiveBinary(bytes ?? own ?? new Uint8Array());
    return this;
  }

  /** Every chunk of every file, in order. */
  chunks(): this {
    for (const file of this.#files.keys())
      for (let index = 0; index < this.count(file); index++) this.chunk(file, index);
    return this;
  }
}
