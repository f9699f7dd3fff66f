/**
 * Bytes on their way to a page in memory: the frames behind the messages that announce them,
 * put together to plain calls with the bytes, in base64, as their first argument.
 */
import type { WireMessage } from "./mirror.js";

interface Transfer {
  readonly opener: WireMessage;
  readonly chunks: (Uint8Array | undefined)[];
}

/** What arrives for a transfer with `shape` and `dtype`. */
export interface ShapedArgument {
  /** In base64, so that they are quickly compared. */
  readonly bytes: string;
  readonly shape: unknown;
  readonly dtype: unknown;
}

export class BinaryInbox {
  readonly #open = new Map<unknown, Transfer>();
  #expected: ((bytes: Uint8Array) => WireMessage | null) | null = null;

  /** Whether a frame of bytes must be the next thing. */
  get expects(): boolean {
    return this.#expected !== null;
  }

  /** Whether nothing is half done. */
  get idle(): boolean {
    return this.#expected === null && this.#open.size === 0;
  }

  /** A message that announces bytes; false for any other one. */
  announced(message: WireMessage): boolean {
    switch (message.type) {
      case "binary-call":
        this.#expected = (bytes) => asCall(message, bytes);
        return true;
      case "binary-call-chunked":
        this.#open.set(message.transfer_id, {
          opener: message,
          chunks: new Array(message.num_chunks as number).fill(undefined),
        });
        return true;
      case "binary-chunk":
        this.#expected = (bytes) => this.#store(message, bytes);
        return true;
      default:
        return false;
    }
  }

  /** A frame of bytes: the call that it completes. */
  take(bytes: Uint8Array): WireMessage | null {
    const expected = this.#expected;
    this.#expected = null;
    if (expected === null) throw new Error("bytes came that nothing had announced");
    return expected(new Uint8Array(bytes));
  }

  #store(message: WireMessage, bytes: Uint8Array): WireMessage | null {
    const transfer = this.#open.get(message.transfer_id);
    if (transfer === undefined) throw new Error("a chunk of no transfer");
    transfer.chunks[message.chunk_index as number] = bytes;
    if (transfer.chunks.some((chunk) => chunk === undefined)) return null;
    this.#open.delete(message.transfer_id);
    return asCall(transfer.opener, Buffer.concat(transfer.chunks as Uint8Array[]));
  }
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

function asCall(opener: WireMessage, bytes: Uint8Array): WireMessage {
  const { dtype, shape } = opener;
  const plain = base64(bytes);
  const first = dtype === undefined ? plain : ({ bytes: plain, shape, dtype } satisfies ShapedArgument);
  return { ...opener, type: "call", args: [first, ...(opener.args as unknown[])] };
}
