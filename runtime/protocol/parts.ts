/**
 * Bytes that are made of parts: joined to travel as one, and cut again.
 */

/** The parts one behind the other. */
export function joinedParts(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** The parts again, by the bytes of each; they are views of `whole`. */
export function partsOf(whole: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  let end = 0;
  return sizes.map((size) => {
    end += size;
    return whole.subarray(end - size, end);
  });
}
