/**
 * One upload: the files that a browser announced, and the chunks of them that have arrived.
 * Made from the announcement; it believes no number that it can check.
 */

/** A chunk as its header describes it. */
export interface ChunkHeader {
  readonly file_index: number;
  readonly file_count: number;
  readonly chunk_index: number;
  readonly num_chunks: number;
}

/** A browser said something of its upload that cannot be. */
export class UploadFault extends Error {}

/** Chunks are at least this large on average, so that what is kept for each costs little beside its bytes. */
const LEAST_CHUNK = 1024;

interface IncomingFile {
  readonly size: number;
  /** By index; null before the first one and after the last. */
  chunks: Map<number, Uint8Array> | null;
  /** How many there will be, 0 before the first one. */
  count: number;
  received: number;
  data: Uint8Array | null;
  /** Why its browser could not read it. */
  error: string | null;
}

export class Upload {
  readonly total: number;
  readonly #files: readonly IncomingFile[];
  #missing: number;
  #transferred = 0;

  /** @param sizes - Bytes of each file. */
  constructor(sizes: readonly number[]) {
    const fresh = { chunks: null, count: 0, received: 0, data: null, error: null };
    this.#files = sizes.map((size) => ({ size, ...fresh }));
    this.total = sizes.reduce((sum, size) => sum + size, 0);
    this.#missing = sizes.length;
  }

  /** Bytes that have arrived, of all files. */
  get transferred(): number {
    return this.#transferred;
  }

  /** Whether every file is there, or is known to be unreadable. */
  get complete(): boolean {
    return this.#missing === 0;
  }

  /** Contents by file; with `error` where the browser could not read it. */
  results(): { readonly data: Uint8Array | null; readonly error: string | null }[] {
    return this.#files.map(({ data, error }) => ({ data, error }));
  }

  /** How many bytes the chunk of this header may have at most. Throws when the header cannot be true. */
  room(header: ChunkHeader): number {
    const file = this.#fileOf(header);
    if (file.error !== null) return 0;
    const { chunk_index: index, num_chunks: count } = header;
    if (count > Math.max(1, Math.ceil(file.size / LEAST_CHUNK))) {
      throw new UploadFault(`${count} chunks are too many for ${file.size} bytes.`);
    }
    if (file.count !== 0 && count !== file.count) {
      throw new UploadFault(`file ${header.file_index} had ${file.count} chunks, and has ${count} now.`);
    }
    if (index >= count) throw new UploadFault(`there is no chunk ${index} of ${count}.`);
    if (file.data !== null || file.chunks?.has(index) === true) {
      throw new UploadFault(`chunk ${index} of file ${header.file_index} came twice.`);
    }
    return file.size - file.received;
  }

  /** Takes a chunk. Throws when it is not what was announced. */
  add(header: ChunkHeader, bytes: Uint8Array): void {
    const room = this.room(header);
    const file = this.#fileOf(header);
    if (file.error !== null) return;
    if (bytes.byteLength > room) {
      throw new UploadFault(`file ${header.file_index} is longer than ${file.size} bytes.`);
    }
    file.count = header.num_chunks;
    file.chunks ??= new Map();
    file.chunks.set(header.chunk_index, owned(bytes));
    file.received += bytes.byteLength;
    this.#transferred += bytes.byteLength;
    if (file.chunks.size < file.count) return;
    if (file.received !== file.size) {
      throw new UploadFault(`file ${header.file_index} has ${file.received} bytes instead of ${file.size}.`);
    }
    file.data = joined(file.chunks, file.count, file.size);
    file.chunks = null;
    this.#missing--;
  }

  /** The browser cannot read a file: nothing of it is kept. */
  unreadable(header: ChunkHeader, error: string): void {
    const file = this.#fileOf(header);
    if (file.error !== null || file.data !== null) return;
    file.error = error;
    file.chunks = null;
    this.#missing--;
  }

  #fileOf({ file_index: index, file_count: count }: ChunkHeader): IncomingFile {
    const file = this.#files[index];
    if (file === undefined || count !== this.#files.length) {
      throw new UploadFault(`there is no file ${index} of ${count}.`);
    }
    return file;
  }
}

/** Bytes that are a part of something larger would keep all of it in memory. */
function owned(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength < bytes.buffer.byteLength ? new Uint8Array(bytes) : bytes;
}

function joined(chunks: ReadonlyMap<number, Uint8Array>, count: number, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (let i = 0; i < count; i++) {
    const chunk = chunks.get(i);
    if (chunk === undefined) continue;
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
