/**
 * Calls as they travel: as text, or, when their first argument is bytes, as a text that announces them
 * and the bytes right behind it. One frame, or chunks where that would be too large.
 */
import { toBase64 } from "./base64.js";
import type { WidgetNode } from "./node.js";
import type { Call } from "./render.js";
import { isShaped, type Shaped } from "./typed-buffer.js";

/** What goes over a connection: texts, and bytes behind the text that announces them. */
export type Item = string | Uint8Array;

/** A message, and what must follow right behind it. */
export interface Form {
  readonly message: { readonly [field: string]: unknown };
  readonly tail: readonly Item[];
}

const KiB = 1024;
/** Bytes that go in one frame; what is larger goes in chunks. */
const ONE_FRAME = 1024 * KiB;
const CHUNK = 512 * KiB;
const NOTHING: readonly Item[] = [];

/** @param made - The widget that the call makes in the browser. */
export function callForm(
  node: WidgetNode,
  [method, args]: Call,
  silent: boolean,
  made: WidgetNode | null = null,
): Form {
  const { wid } = node;
  const first = args[0];
  const extra = { ...(silent && { silent: true }), ...(made !== null && { result_wid: made.wid }) };
  const plain = first instanceof Uint8Array;
  if (!plain && !isShaped(first)) {
    const texts = args.some((arg) => arg instanceof Uint8Array) ? args.map(asText) : args;
    return { message: { type: "call", wid, method, args: texts, ...extra }, tail: NOTHING };
  }
  const rest = args.slice(1).map(asText);
  if (plain && first.byteLength <= ONE_FRAME) {
    return { message: { type: "binary-call", wid, method, args: rest, ...extra }, tail: [first] };
  }
  const message = { wid, method, args: rest, ...extra };
  return chunked(node, message, plain ? { data: first } : first);
}

function chunked(
  node: WidgetNode,
  message: object,
  { data, shape, dtype }: Pick<Shaped, "data"> & Partial<Shaped>,
): Form {
  const count = Math.max(1, Math.ceil(data.byteLength / CHUNK));
  const transfer = { transfer_id: node.session.outbox.nextTransfer(), num_chunks: count };
  const tail: Item[] = [];
  for (let i = 0; i < count; i++) {
    const header = { type: "binary-chunk", ...transfer, chunk_index: i, encoding: "binary" };
    tail.push(JSON.stringify(header), data.subarray(i * CHUNK, (i + 1) * CHUNK));
  }
  const kind = dtype === undefined ? {} : { shape, dtype };
  return { message: { type: "binary-call-chunked", ...message, ...transfer, ...kind }, tail };
}

/** Bytes elsewhere than in front travel as their definition notes them. */
function asText(arg: unknown): unknown {
  return arg instanceof Uint8Array ? toBase64(arg) : arg;
}
