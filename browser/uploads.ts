/**
 * Files on their way to the server: announced by a callback, then sent chunk by chunk, no faster than the
 * network takes them. Made from what users drop and choose; a file is read only as it is sent.
 */
import type { FileInfo } from "../generated/browser/types.js";
import type { Outbox, Source } from "./outbox.js";
import type { NamedFile, Refusal } from "./refused-uploads.js";
import { say } from "./strings.js";

/** A file, and why it cannot be read if that is known already. */
export interface OutgoingFile {
  readonly file: File;
  readonly error?: string;
}

/** Bytes of one chunk, as the protocol has it. */
const CHUNK = 512 * 1024;
/** A chunk is sent while fewer bytes than this wait for the network, so that clicks never wait for many. */
const WAITING = 64 * 1024;
/** A page that is not seen has slow clocks and no clicks. */
const WAITING_UNSEEN = 8 * 1024 * 1024;
/** Uploads that are remembered when all of them is sent. */
const REMEMBERED = 100;
/** Milliseconds between looks at the network. */
const PAUSE = 4;

/** An upload, also for a while after its last chunk: the server may say only then that it does not take it. */
interface Started {
  readonly files: readonly NamedFile[];
  ended: boolean;
}

export class Uploads {
  readonly #outbox: Outbox;
  /** By number, the oldest first. */
  readonly #started = new Map<number, Started>();
  #last = 0;

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  /** Reports `action` with `payload` and the names of the files, and sends the files. False when it may not. */
  send(source: Source, action: string, payload: object, files: readonly OutgoingFile[]): boolean {
    const id = ++this.#last;
    const announcement = { ...payload, files: files.map(({ file }) => infoOf(file)), transfer_id: id };
    if (!this.#outbox.post(source, action, [announcement], "every", true)) return false;
    const started = { files: files.map(({ file: { name, size } }) => ({ name, size })), ended: false };
    this.#started.set(id, started);
    void this.#run(source.wid, id, files, started).finally(() => this.#finish(started));
    return true;
  }

  /** The server does not take this one: its user is told why. */
  refused(id: unknown, refusal: Refusal): void {
    const started = this.#started.get(id as number);
    if (started === undefined) return;
    this.#started.delete(id as number);
    started.ended = true;
    const told = import("./refused-uploads.js").then(({ tellRefused }) =>
      tellRefused(refusal, started.files),
    );
    told.catch(reportError);
  }

  /** The connection has gone: what was under way is lost. */
  clear(): void {
    for (const started of this.#started.values()) started.ended = true;
    this.#started.clear();
  }

  #finish(started: Started): void {
    started.ended = true;
    let spare = this.#started.size - REMEMBERED;
    for (const [id, each] of this.#started) {
      if (spare <= 0) return;
      if (!each.ended) continue;
      this.#started.delete(id);
      spare--;
    }
  }

  async #run(wid: number, id: number, files: readonly OutgoingFile[], started: Started): Promise<void> {
    for (const [index, { file, error: known }] of files.entries()) {
      const count = Math.max(1, Math.ceil(file.size / CHUNK));
      let error = known ?? null;
      for (let chunk = 0; chunk < count; chunk++) {
        const bytes = error === null ? await read(file, chunk) : null;
        await this.#room(started);
        if (started.ended) return;
        if (typeof bytes === "string") error = bytes;
        const header = {
          type: "binary-chunk",
          wid,
          transfer_id: id,
          file_index: index,
          file_count: files.length,
          chunk_index: chunk,
          num_chunks: count,
        };
        if (bytes instanceof ArrayBuffer) this.#outbox.sendBytes({ ...header, encoding: "binary" }, bytes);
        else this.#outbox.send({ ...header, encoding: "base64", data: "", error });
      }
    }
  }

  async #room(started: Started): Promise<void> {
    while (!started.ended && this.#outbox.buffered > (document.hidden ? WAITING_UNSEEN : WAITING)) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

export function infoOf(file: File): FileInfo {
  const type = file.type === "" ? "application/octet-stream" : file.type;
  return { name: file.name, size: file.size, type, encoding: "bytes" };
}

/** A chunk of a file, or why it cannot be read. */
async function read(file: File, chunk: number): Promise<ArrayBuffer | string> {
  const from = chunk * CHUNK;
  const to = Math.min(from + CHUNK, file.size);
  try {
    // A part without bytes would be had without a look at the file.
    const part = file.size === 0 ? file : file.slice(from, to);
    const bytes = await part.arrayBuffer();
    return bytes.byteLength === to - from ? bytes : say("fileChanged");
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
