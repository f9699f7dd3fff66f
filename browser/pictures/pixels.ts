/**
 * Numbers as pixels: a typed array with a shape becomes what a canvas can hold.
 * Integers use their whole range from dark to light, fractions 0 to 1.
 */

type Numbers =
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Float32Array
  | Float64Array;

/** A typed array as it comes from the server. */
export type Pixels = Numbers & { readonly shape: readonly number[] };

/** What an argument of bytes can be, as it arrives. */
export function isPixels(data: unknown): data is Pixels {
  return ArrayBuffer.isView(data) && Array.isArray((data as { readonly shape?: unknown }).shape);
}

/** [height, width] is grey; a third length counts channels: 1 grey, 2 grey and alpha, 3 RGB, 4 RGBA. */
export function imageData(pixels: Pixels): ImageData {
  const { shape } = pixels;
  const [height = 0, width = 0, channels = 1] = shape;
  if (shape.length < 2 || shape.length > 3 || channels < 1 || channels > 4) {
    throw new Error(
      `Pixels have the shape [height, width] or [height, width, 1 to 4], not [${shape.join(", ")}]`,
    );
  }
  if (width === 0 || height === 0) throw new Error("A picture without pixels cannot be shown");
  const levels = levelsOf(pixels);
  if (channels === 4) return new ImageData(levels, width, height);
  const data = new Uint8ClampedArray(width * height * 4);
  const isGrey = channels < 3;
  const hasAlpha = channels === 2;
  for (let from = 0, to = 0; to < data.length; from += channels, to += 4) {
    const red = levels[from] as number;
    data[to] = red;
    data[to + 1] = isGrey ? red : (levels[from + 1] as number);
    data[to + 2] = isGrey ? red : (levels[from + 2] as number);
    data[to + 3] = hasAlpha ? (levels[from + 1] as number) : 255;
  }
  return new ImageData(data, width, height);
}

/** Each number as 0 to 255. */
function levelsOf(pixels: Numbers): Uint8ClampedArray<ArrayBuffer> {
  if (pixels instanceof Uint8Array) {
    return new Uint8ClampedArray(pixels.buffer as ArrayBuffer, pixels.byteOffset, pixels.length);
  }
  const levels = new Uint8ClampedArray(pixels.length);
  const [scale, shift] = scaleOf(pixels);
  for (let i = 0; i < levels.length; i++) levels[i] = (pixels[i] as number) * scale + shift;
  return levels;
}

/** What a number is multiplied with, and what is added then. */
function scaleOf(pixels: Numbers): readonly [scale: number, shift: number] {
  if (pixels instanceof Float32Array || pixels instanceof Float64Array) return [255, 0];
  const isSigned =
    pixels instanceof Int8Array || pixels instanceof Int16Array || pixels instanceof Int32Array;
  const scale = 255 / (2 ** (8 * pixels.BYTES_PER_ELEMENT) - 1);
  return [scale, isSigned ? 2 ** (8 * pixels.BYTES_PER_ELEMENT - 1) * scale : 0];
}
