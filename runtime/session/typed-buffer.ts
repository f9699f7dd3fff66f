/**
 * Bytes that are an array of numbers: what they hold, in which shape, of which kind.
 * Made by the program; a browser gets the typed array of that kind.
 */
import { UsageError } from "./errors.js";

/** Bytes that one element takes, by its kind. */
const ELEMENTS = {
  uint8: 1,
  uint16: 2,
  uint32: 4,
  int8: 1,
  int16: 2,
  int32: 4,
  float32: 4,
  float64: 8,
} as const;

/** Kind of the elements of a typed array. */
export type ElementType = keyof typeof ELEMENTS;

const KINDS: readonly (readonly [new (...args: never) => object, ElementType])[] = [
  [Uint8Array, "uint8"],
  [Uint8ClampedArray, "uint8"],
  [Uint16Array, "uint16"],
  [Uint32Array, "uint32"],
  [Int8Array, "int8"],
  [Int16Array, "int16"],
  [Int32Array, "int32"],
  [Float32Array, "float32"],
  [Float64Array, "float64"],
];

/** An array of numbers as bytes, such as the pixels of a picture. It holds the array, and copies nothing. */
export class TypedBuffer {
  /** The numbers as bytes, row by row, in little-endian order. */
  readonly data: Uint8Array;
  /** Length of each dimension, the outermost first. */
  readonly shape: number[];
  /** Kind of the elements. */
  readonly dtype: ElementType;

  /**
   * @param data - A typed array; or bytes, whose kind `dtype` tells.
   * @param shape - Length of each dimension. Default: one dimension with all elements.
   * @param dtype - Kind of the elements. Default: that of `data`.
   * Throws a `UsageError` when the length of `data` is not what shape and kind say.
   */
  constructor(data: ArrayBufferView, shape?: readonly number[], dtype?: ElementType) {
    const own = ArrayBuffer.isView(data) ? KINDS.find(([kind]) => data instanceof kind)?.[1] : undefined;
    if (own === undefined) throw new UsageError("TypedBuffer: data: expected a typed array of numbers.");
    this.dtype = dtype ?? own;
    if (!Object.hasOwn(ELEMENTS, this.dtype)) {
      const known = Object.keys(ELEMENTS).join(", ");
      throw new UsageError(`TypedBuffer: dtype: expected one of ${known}.`);
    }
    if (this.dtype !== own && own !== "uint8") {
      throw new UsageError(`TypedBuffer: dtype: the data is ${own}, not ${this.dtype}.`);
    }
    this.data = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    this.shape = [...(shape ?? [Math.floor(data.byteLength / ELEMENTS[this.dtype])])];
    requireLength(this, "TypedBuffer", "data");
  }
}

/** The wire form of a `TypedBuffer`. */
export interface Shaped {
  readonly data: Uint8Array;
  readonly shape: readonly number[];
  readonly dtype: ElementType;
}

/** Whether a value in wire form is an array of numbers as bytes. */
export function isShaped(value: unknown): value is Shaped {
  return (
    typeof value === "object" &&
    value !== null &&
    (value as Partial<Shaped>).data instanceof Uint8Array &&
    Array.isArray((value as Partial<Shaped>).shape) &&
    Object.hasOwn(ELEMENTS, String((value as Partial<Shaped>).dtype))
  );
}

/** Refuses bytes that are not as many as their shape and kind say. */
export function requireLength({ data, shape, dtype }: Shaped, call: string, path: string): void {
  const wrong = shape.find((length) => !Number.isSafeInteger(length) || length < 0);
  if (wrong !== undefined) {
    throw new UsageError(
      `${call}: ${path}: the shape has a length of ${wrong}; expected whole numbers from 0.`,
    );
  }
  const expected = shape.reduce((count, length) => count * length, 1) * ELEMENTS[dtype];
  if (data.byteLength !== expected) {
    throw new UsageError(
      `${call}: ${path}: ${dtype} of shape [${shape.join(", ")}] takes ${expected} bytes, but there are ${data.byteLength}.`,
    );
  }
}
