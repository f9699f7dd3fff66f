/**
 * The uploads of one browser: announced by a callback, brought by chunks, handed over when all is there.
 * They hang on its connection, so that those of two pages never mix, and end with it.
 */
import type { UploadChunkMessage } from "../protocol/messages.js";
import { base64Length, fromBase64 } from "./base64.js";
import { decode } from "./codec.js";
import type { WidgetNode } from "./node.js";
import type { Peer } from "./peer.js";
import type { SessionCore } from "./session.js";
import { Upload, UploadFault } from "./upload.js";
import type { WidgetClass } from "./widget-class.js";

/** What uploads may cost. */
export interface UploadLimits {
  /** Uploads under way at once on one connection. */
  readonly uploads: number;
  /** Files in one upload. */
  readonly uploadFiles: number;
  /** Bytes of one file. */
  readonly uploadFileBytes: number;
  /** Bytes of all files that one connection has under way. */
  readonly uploadBytes: number;
  /** Longest pause between two chunks of an upload, in milliseconds. */
  readonly uploadTime: number;
}

/** The first argument of a callback that brings files, in wire form. */
interface Announcement {
  readonly transfer_id?: number;
  readonly files: readonly FileEntry[];
}
interface FileEntry {
  readonly name: string;
  readonly size: number;
}

interface Running {
  readonly id: number;
  readonly node: WidgetNode;
  readonly action: string;
  readonly announcement: Announcement;
  readonly upload: Upload;
  /** Takes the first argument with the contents of the files in it. */
  readonly arrived: (announcement: Announcement) => void;
  cancelTimer: () => void;
}

/** What an upload would go past, and why that is too much. */
interface Excess {
  readonly limit: keyof UploadLimits;
  readonly most: number;
  readonly reason: string;
}

/** Given up transfers whose chunks may still be on their way; of more than these the oldest are forgotten. */
const REMEMBERED = 1000;

/** The callbacks by which a program follows an upload, by the action that brings it. */
function companions(action: string): { start: string; progress: string; failed: string } {
  const stem = action.endsWith("-end") ? action.slice(0, -"end".length) : "";
  return { start: `${stem}start`, progress: `${stem}progress`, failed: `${stem}failed` };
}

/**
 * The action that a browser must report so that handlers of this one have something to hear; null when no
 * browser has a part in it.
 */
export function reportedAs(cls: WidgetClass, action: string): string | null {
  if (cls.callbacks.get(action)?.source !== "server") return action;
  for (const [name, table] of cls.callbacks) {
    if (table.upload === true && Object.values(companions(name)).includes(action)) return name;
  }
  return null;
}

export class Uploads {
  readonly #session: SessionCore;
  readonly #peer: Peer;
  readonly #running = new Map<number, Running>();
  readonly #dropped = new Set<number>();
  /** Takes the next binary frame, which a header has announced. */
  #expected: ((bytes: Uint8Array) => void) | null = null;

  constructor(session: SessionCore, peer: Peer) {
    this.#session = session;
    this.#peer = peer;
  }

  /** How many are under way. */
  get size(): number {
    return this.#running.size;
  }

  /**
   * A callback that may bring files has come, its arguments valid. What it announces is checked against the
   * limits before anything is kept; `arrived` is called when all of it is there, at once when there is nothing
   * to wait for.
   */
  announced(
    node: WidgetNode,
    action: string,
    first: unknown,
    arrived: (announcement: Announcement) => void,
  ): void {
    const given = first as Announcement;
    if (!Array.isArray(given.files)) {
      arrived(given);
      return;
    }
    const announcement = {
      ...given,
      files: given.files.map((file) => ({ ...file, name: baseName(file.name) })),
    };
    const id = announcement.transfer_id;
    if (id === undefined || announcement.files.length === 0) {
      this.#tell(node, companions(action).start, announcement);
      arrived(announcement);
      return;
    }
    const running = this.#running.get(id);
    if (running !== undefined) {
      this.#fail(running, `its number ${id} was given to another one.`, "fault");
      return;
    }
    this.#dropped.delete(id);
    const sizes = announcement.files.map((file) => file.size);
    const begun: Running = {
      id,
      node,
      action,
      announcement,
      upload: new Upload(sizes),
      arrived,
      cancelTimer: () => {},
    };
    const excess = this.#excess(sizes);
    if (excess !== null) {
      this.#fail(begun, excess.reason, "refusal", excess);
      return;
    }
    this.#running.set(id, begun);
    this.#startTimer(begun);
    this.#tell(node, companions(action).start, announcement);
  }

  /** The transfer that a callback announced has nobody to go to: its chunks are passed over. */
  ignore(args: readonly unknown[]): void {
    const id = (args[0] as { readonly transfer_id?: unknown } | null | undefined)?.transfer_id;
    if (typeof id === "number" && !this.#running.has(id)) this.#remember(id);
  }

  /** The header of a chunk, or a whole chunk as text. */
  chunk(message: UploadChunkMessage): void {
    const { transfer_id: id, error } = message;
    const isText = message.encoding === "base64";
    // Of a chunk that nobody wants the bytes have no meaning either.
    if (!isText) this.#expected = () => {};
    const running = this.#running.get(id);
    if (running === undefined) {
      if (!this.#dropped.has(id)) this.#session.faulty(this.#peer, `There is no upload ${id}.`, {});
      return;
    }
    this.#guarded(running, () => {
      if (running.node.wid !== message.wid) throw new UploadFault("it belongs to another widget.");
      if (error !== undefined) {
        running.upload.unreadable(message, error);
        this.#advance(running, message);
        return;
      }
      const room = running.upload.room(message);
      if (!isText) {
        this.#expected = (bytes) => this.#guarded(running, () => this.#take(running, message, bytes));
        return;
      }
      const text = message.data ?? "";
      // Looked at before it is decoded: it must not cost more than it may.
      const bytes = base64Length(text) > room ? null : fromBase64(text);
      if (bytes === null) throw new UploadFault("a chunk is not the base64 that was announced.");
      this.#take(running, message, bytes);
    });
  }

  /** A binary frame: the chunk whose header came before it. */
  binary(bytes: Uint8Array): void {
    const expected = this.#expected;
    this.#expected = null;
    if (expected === null) this.#session.faulty(this.#peer, "Binary data that no message announced.", {});
    else expected(bytes);
  }

  /** The browser has gone. */
  end(): void {
    this.#expected = null;
    for (const running of [...this.#running.values()]) this.#fail(running, "the browser left.", "end");
  }

  #take(running: Running, message: UploadChunkMessage, bytes: Uint8Array): void {
    // Given up while the chunk was on its way.
    if (this.#running.get(running.id) !== running) return;
    running.upload.add(message, bytes);
    this.#advance(running, message);
  }

  #advance(running: Running, message: UploadChunkMessage): void {
    const { id, node, action, upload, announcement } = running;
    if (node.destroyed) {
      this.#close(running);
      this.#remember(id);
      return;
    }
    if (upload.complete) this.#close(running);
    else this.#startTimer(running);
    this.#tell(node, companions(action).progress, {
      transfer_id: id,
      file_index: message.file_index,
      chunk_index: message.chunk_index,
      num_chunks: message.num_chunks,
      transferred_bytes: upload.transferred,
      total_bytes: upload.total,
      complete: upload.complete,
    });
    if (!upload.complete) return;
    // The rest of an unreadable file may follow.
    this.#remember(id);
    const results = upload.results();
    const files = announcement.files.map((file, i) => {
      const { data = null, error = null } = results[i] ?? {};
      return { ...file, data, ...(error !== null && { error }) };
    });
    running.arrived({ ...announcement, files });
  }

  /** What it would go past; null when it may come. */
  #excess(sizes: readonly number[]): Excess | null {
    const { limits } = this.#session;
    const past = (limit: keyof UploadLimits, what: (most: number) => string): Excess => {
      const most = limits[limit];
      return { limit, most, reason: `${what(most)} (limit ${limit}).` };
    };
    if (this.#running.size >= limits.uploads)
      return past("uploads", (most) => `${most} are under way already`);
    if (sizes.length > limits.uploadFiles)
      return past("uploadFiles", (most) => `${sizes.length} files are more than ${most}`);
    const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
    if (largest > limits.uploadFileBytes)
      return past("uploadFileBytes", (most) => `a file of ${largest} bytes is larger than ${most}`);
    let total = sizes.reduce((sum, size) => sum + size, 0);
    for (const running of this.#running.values()) total += running.upload.total;
    if (total <= limits.uploadBytes) return null;
    return past("uploadBytes", (most) => `${total} bytes are more than ${most}`);
  }

  #startTimer(running: Running): void {
    const { uploadTime } = this.#session.limits;
    const reason = `nothing came for ${uploadTime / 1000} s (limit uploadTime).`;
    running.cancelTimer();
    running.cancelTimer = this.#session.host.setTimer(uploadTime, () =>
      this.#fail(running, reason, "refusal", { limit: "uploadTime", most: uploadTime }),
    );
  }

  #guarded(running: Running, task: () => void): void {
    try {
      task();
    } catch (error) {
      if (!(error instanceof UploadFault)) throw error;
      this.#fail(running, error.message, "fault");
    }
  }

  /** Drops an upload whole, and says so to the log, to the program and, while it is there, to the browser. */
  #fail(
    running: Running,
    reason: string,
    kind: "fault" | "refusal" | "end",
    past: Omit<Excess, "reason"> | null = null,
  ): void {
    const { id, node, action, announcement } = running;
    this.#close(running);
    if (kind !== "end") {
      this.#remember(id);
      const error = `The upload ${id} was dropped: ${reason}`;
      const details = { wid: node.wid, transfer_id: id };
      if (kind === "fault") this.#session.faulty(this.#peer, error, details);
      else {
        // What the page tells its user of it.
        const limit = past === null ? {} : { limit: past.limit, most: past.most };
        this.#peer.send(JSON.stringify({ type: "error", error, ...details, ...limit }));
      }
    }
    if (node.destroyed || this.#session.isDestroyed) return;
    const what = announcement.files.length === 1 ? "a file" : `${announcement.files.length} files`;
    const message = `Session ${this.#session.id}: ${node} "${action}": an upload of ${what} was dropped: ${reason}`;
    this.#session.host.logger.error(message);
    this.#tell(node, companions(action).failed, {
      error: reason,
      files: announcement.files,
      transfer_id: id,
    });
  }

  #close(running: Running): void {
    running.cancelTimer();
    if (this.#running.get(running.id) === running) this.#running.delete(running.id);
  }

  #remember(id: number): void {
    this.#dropped.delete(id);
    this.#dropped.add(id);
    if (this.#dropped.size <= REMEMBERED) return;
    for (const oldest of this.#dropped) {
      this.#dropped.delete(oldest);
      return;
    }
  }

  /** Runs the handlers of a callback that the server itself tells, with one value in wire form. */
  #tell(node: WidgetNode, action: string, value: object): void {
    if (node.handlers?.has(action) !== true) return;
    const [validator] = node.cls.callbackValidators(action);
    if (validator !== undefined) this.#session.handlers.fire(node, action, [decode(validator, value)]);
  }
}

/** A name that is a name only, whatever a browser says: no folder, nothing that a terminal would obey. */
function baseName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  const plain = last.replace(/[\u0000-\u001f\u007f]/g, "");
  return plain === "" || plain === "." || plain === ".." ? "file" : plain;
}
