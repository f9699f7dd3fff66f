/**
 * Reads text frames of a browser: JSON within the limits, or the fault to report.
 */
import type { Limits } from "./limits.js";

export type Frame =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: string };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

/** Parses a frame. Depth and count of values are checked first, before anything is made of it. */
export function readFrame(text: string, limits: Pick<Limits, "jsonDepth" | "jsonElements">): Frame {
  // Every level and every element takes two characters at least, so short frames cannot break a limit.
  if (text.length > 2 * Math.min(limits.jsonDepth, limits.jsonElements)) {
    const fault = excess(text, limits);
    if (fault !== null) return { ok: false, fault };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, fault: "The frame is not JSON." };
  }
}

function excess(text: string, limits: Pick<Limits, "jsonDepth" | "jsonElements">): string | null {
  let depth = 0;
  let elements = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfString(text, i);
    else if (code === COMMA) elements++;
    else if (isOpening(code)) {
      elements++;
      depth++;
      if (depth > limits.jsonDepth) return `The frame is nested deeper than ${limits.jsonDepth} levels.`;
    } else if (isClosing(code)) depth--;
    if (elements > limits.jsonElements) return `The frame holds more than ${limits.jsonElements} values.`;
  }
  return null;
}

/** `[` and `{`. */
function isOpening(code: number): boolean {
  return code === 0x5b || code === 0x7b;
}

/** `]` and `}`. */
function isClosing(code: number): boolean {
  return code === 0x5d || code === 0x7d;
}

/** Index of the quote that ends the string that begins at `start`; the last index when none does. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length - 1;
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return at;
  }
}
