/**
 * The messages of the wire that a browser sends, as schemas: nothing that comes in is believed.
 * Apart from messages.ts, so that a compiler that reads a program need not read zod.
 */
import { z } from "zod";
import type { UploadChunkMessage } from "./messages.js";

const wid = z.int().min(0);

/** Answer to a request. To `init` it carries the credentials of the session that the page last belonged to. */
export const resultMessage = z.object({
  type: z.enum(["result", "ack"]),
  id: z.int().optional(),
  value: z.unknown().optional(),
  wid: wid.optional(),
  next_wid: wid.optional(),
  session_id: z.string().max(200).nullish(),
  token: z.string().max(200).nullish(),
  features: z.array(z.string().max(50)).max(50).optional(),
});
export const errorMessage = z.object({
  type: z.literal("error"),
  id: z.int().optional(),
  error: z.string().max(10_000),
  wid: wid.optional(),
  method: z.string().max(200).optional(),
});
export const callbackMessage = z.object({
  type: z.literal("callback"),
  wid,
  action: z.string().max(200),
  args: z.array(z.unknown()).max(100),
  /** Number of this connection's user inputs so far (feature `input`). */
  n: z.int().min(0).optional(),
  /** Text frames that the page had worked off since `session-info`, itself included, when its user acted. */
  m: z.int().min(0).optional(),
});
export const viewportMessage = z.object({
  type: z.literal("viewport"),
  width: z.number().min(0),
  height: z.number().min(0),
});
export const uploadChunkMessage = z.object({
  type: z.literal("binary-chunk"),
  wid,
  transfer_id: z.int().min(1),
  file_index: z.int().min(0),
  file_count: z.int().min(1),
  chunk_index: z.int().min(0),
  num_chunks: z.int().min(1),
  encoding: z.enum(["binary", "base64"]),
  data: z.string().optional(),
  error: z.string().max(1000).optional(),
}) satisfies z.ZodType<UploadChunkMessage>;

/** What a browser may send. */
export const browserMessage = z.discriminatedUnion("type", [
  resultMessage,
  errorMessage,
  callbackMessage,
  viewportMessage,
  uploadChunkMessage,
]);
export type BrowserMessage = z.infer<typeof browserMessage>;
export type CallbackMessage = z.infer<typeof callbackMessage>;
export type ResultMessage = z.infer<typeof resultMessage>;
