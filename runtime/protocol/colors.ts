/**
 * Colours of the colour pickers, as server and page read and write them.
 */

/** Red, green and blue, 0 to 255 each. */
export type Channels = readonly [red: number, green: number, blue: number];

/** Reads six hex digits with or without #, or rgb(r, g, b). Null for anything else. */
export function channelsOf(text: string): Channels | null {
  const [, hex] = /^#?([0-9a-f]{6})$/i.exec(text.trim()) ?? [];
  if (hex !== undefined) {
    const value = Number.parseInt(hex, 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  const parts = /^rgb\( *(\d{1,3}) *, *(\d{1,3}) *, *(\d{1,3}) *\)$/.exec(text.trim());
  if (parts === null) return null;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Math.min(255, Number(part)));
  return [red, green, blue];
}

/** The same colour as # and six lower-case hex digits; null for what is none. */
export function hexColor(text: string): string | null {
  const channels = channelsOf(text);
  if (channels === null) return null;
  return `#${channels.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
