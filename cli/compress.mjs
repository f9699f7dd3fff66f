/**
 * Writes the files of a page, with their compressed forms beside them.
 */
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Smaller files than this gain nothing from compression. */
const WORTH_COMPRESSING = 512;

/**
 * Writes a file and, beside a text, its .gz and .br.
 *
 * @param {string} path
 * @param {Uint8Array} bytes
 */
export async function writeCompressed(path, bytes) {
  const writes = [writeFile(path, bytes)];
  if (/\.(html|js|css|svg)$/.test(path) && bytes.length >= WORTH_COMPRESSING) {
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writes.push(
      compressGzip(bytes, { level: 9 }).then((zipped) => writeFile(`${path}.gz`, zipped)),
      compressBrotli(bytes, { params }).then((packed) => writeFile(`${path}.br`, packed)),
    );
  }
  await Promise.all(writes);
}

/** The browsers that a page is for, as esbuild names them. */
export const browsers = ["chrome131", "firefox147", "safari26"];
