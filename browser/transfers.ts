/**
 * Bytes on their way to a method: the chunks of each transfer, put together again.
 * Made from the messages that announce them and the binary frames behind those.
 */
import { integer, type ServerMessage, text } from "./wire.js";

const arrays = {
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

type ElementType = keyof typeof arrays;

/** No transfer has more chunks than this; a larger number is a mistake, not a transfer. */
const MOST_CHUNKS = 1 << 20;

interface Transfer {
  readonly opener: ServerMessage;
  readonly chunks: (Uint8Array | undefined)[];
  missing: number;
}

/** A transfer that is complete: the message that opened it, and its bytes. */
export interface Complete {
  readonly opener: ServerMessage;
  /** A Uint8Array, or the typed array that was asked for, with its `shape` as a property of its own. */
  readonly bytes: ArrayBufferView;
}

export class Transfers {
  readonly #open = new Map<unknown, Transfer>();
  /** What the next binary frame is for. */
  #expected: ((bytes: ArrayBuffer) => Complete | null) | null = null;

  /** The next binary frame is the first argument of this call. */
  expectCall(opener: ServerMessage): void {
    this.#expected = (bytes) => ({ opener, bytes: typed(bytes, opener) });
  }

  open(opener: ServerMessage): Complete | null {
    const count = integer(opener, "num_chunks");
    if (count < 0 || count > MOST_CHUNKS) throw new Error(`A transfer of ${count} chunks is not possible`);
    if (count === 0) return { opener, bytes: typed(new ArrayBuffer(0), opener) };
    this.#open.set(opener.transfer_id, { opener, chunks: new Array(count), missing: count });
    return null;
  }

  /** A chunk, or the announcement of one. The transfer, when it was the last one missing. */
  chunk(message: ServerMessage): Complete | null {
    const id = message.transfer_id;
    const index = integer(message, "chunk_index");
    if (text(message, "encoding") === "base64") {
      const bytes = Uint8Array.from(atob(text(message, "data")), (character) => character.charCodeAt(0));
      return this.#store(id, index, bytes);
    }
    this.#expected = (bytes) => this.#store(id, index, new Uint8Array(bytes));
    return null;
  }

  /** A binary frame. The call or transfer that it completes. */
  binary(bytes: ArrayBuffer): Complete | null {
    const expected = this.#expected;
    this.#expected = null;
    if (expected === null) throw new Error("A binary frame came that nothing had announced");
    return expected(bytes);
  }

  clear(): void {
    this.#open.clear();
    this.#expected = null;
  }

  #store(id: unknown, index: number, bytes: Uint8Array): Complete | null {
    const transfer = this.#open.get(id);
    if (transfer === undefined) throw new Error(`Unknown transfer ${String(id)}`);
    if (index < 0 || index >= transfer.chunks.length)
      throw new Error(`Transfer ${String(id)} has no chunk ${index}`);
    if (transfer.chunks[index] === undefined) transfer.missing--;
    transfer.chunks[index] = bytes;
    if (transfer.missing > 0) return null;
    this.#open.delete(id);
    const whole = new Uint8Array(transfer.chunks.reduce((size, chunk) => size + (chunk?.length ?? 0), 0));
    let at = 0;
    for (const chunk of transfer.chunks) {
      if (chunk === undefined) continue;
      whole.set(chunk, at);
      at += chunk.length;
    }
    return { opener: transfer.opener, bytes: typed(whole.buffer, transfer.opener) };
  }
}

function typed(bytes: ArrayBuffer, { dtype, shape }: ServerMessage): ArrayBufferView {
  if (dtype === undefined || dtype === null) return new Uint8Array(bytes);
  const array = arrays[dtype as ElementType];
  if (array === undefined) throw new Error(`Unknown element type ${String(dtype)}`);
  return Array.isArray(shape) ? Object.assign(new array(bytes), { shape }) : new array(bytes);
}
