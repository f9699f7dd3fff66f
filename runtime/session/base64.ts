/**
 * Bytes as base64 text and back, for values that travel inside JSON.
 * The session knows neither Node nor DOM, so it has an alphabet of its own.
 */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));
const PADDING = 61;
/** By character code, 255 for what is no letter of the alphabet. */
const VALUES = new Uint8Array(128).fill(255);
for (let i = 0; i < CODES.length; i++) VALUES[CODES[i] as number] = i;
/** Characters that are put together at once: more would not fit on the stack. */
const PIECE = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING);
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    codes[at] = CODES[word >> 18] as number;
    codes[at + 1] = CODES[(word >> 12) & 63] as number;
    if (left > 1) codes[at + 2] = CODES[(word >> 6) & 63] as number;
    if (left > 2) codes[at + 3] = CODES[word & 63] as number;
    at += 4;
  }
  let text = "";
  for (let i = 0; i < codes.length; i += PIECE) {
    text += String.fromCharCode(...codes.subarray(i, i + PIECE));
  }
  return text;
}

/** How many bytes a text stands for, if it is base64. */
export function base64Length(text: string): number {
  return Math.floor((text.replace(/=+$/, "").length * 3) / 4);
}

/** The bytes of a text; null when it is not base64. Padding may be missing. */
export function fromBase64(text: string): Uint8Array | null {
  const letters = text.replace(/={1,2}$/, "");
  if (letters.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < letters.length; i++) {
    const value = VALUES[letters.charCodeAt(i)] ?? 255;
    if (value === 255) return null;
    word = ((word << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (word >> bits) & 255;
  }
  return bytes;
}
