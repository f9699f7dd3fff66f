/**
 * The numbers of an array that travels as bytes.
 */
import type { Shaped } from "../../typed-buffer.js";

const views = {
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

/** A view of the bytes, or of a copy where they are not in line for their kind. */
export function numbersOf({ data, dtype }: Shaped): ArrayLike<number> {
  const View = views[dtype];
  const aligned = data.byteOffset % View.BYTES_PER_ELEMENT === 0 ? data : new Uint8Array(data);
  return new View(
    aligned.buffer as ArrayBuffer,
    aligned.byteOffset,
    aligned.byteLength / View.BYTES_PER_ELEMENT,
  );
}
