/**
 * The contents of files on their way to the server: chunk by chunk, each announced by a header.
 */
import type { Upstream } from "./mirror.js";

const CHUNK = 512 * 1024;

/** Sends files that a callback has announced under this number. */
export function sendFiles(peer: Upstream, wid: number, transfer: number, files: readonly Uint8Array[]): void {
  files.forEach((data, index) => {
    const count = Math.max(1, Math.ceil(data.length / CHUNK));
    for (let chunk = 0; chunk < count; chunk++) {
      const place = { file_index: index, file_count: files.length, chunk_index: chunk, num_chunks: count };
      peer.receive({ type: "binary-chunk", wid, transfer_id: transfer, ...place, encoding: "binary" });
      peer.receiveBinary(data.subarray(chunk * CHUNK, (chunk + 1) * CHUNK));
    }
  });
}
