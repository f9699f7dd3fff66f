/**
 * Colours as numbers: red, green, blue, or hue, saturation, brightness; and as text.
 * Pure functions.
 */

import { channelsOf } from "../../runtime/protocol/colors.js";

/** 0 to 255 each, whole. */
export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** Hue in degrees, 0 to 360; saturation and brightness 0 to 1. */
export interface Hsv {
  readonly h: number;
  readonly s: number;
  readonly v: number;
}

const byte = (value: number) => Math.max(0, Math.min(255, Math.round(value)));

/** Reads six hex digits with or without #, or rgb(r, g, b). Null for anything else. */
export function readColor(text: string): Rgb | null {
  const channels = channelsOf(text);
  if (channels === null) return null;
  const [r, g, b] = channels;
  return { r, g, b };
}

/** As `readColor`, for what a user types: three hex digits will do as well. */
export function readTypedColor(text: string): Rgb | null {
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim());
  return readColor(short === null ? text : short.slice(1).reduce((all, digit) => all + digit + digit, ""));
}

/** # and six lower-case digits. */
export function hexOf({ r, g, b }: Rgb): string {
  return `#${((r << 16) | (g << 8) | b).toString(16).padStart(6, "0")}`;
}

export function toRgb({ h, s, v }: Hsv): Rgb {
  const part = (n: number) => {
    const k = (n + h / 60) % 6;
    return byte(255 * (v - v * s * Math.max(0, Math.min(k, 4 - k, 1))));
  };
  return { r: part(5), g: part(3), b: part(1) };
}

/** Of a grey the hue stays that of `before`, and of black the saturation as well: they have none of their own. */
export function toHsv({ r, g, b }: Rgb, before: Hsv): Hsv {
  const most = Math.max(r, g, b);
  const spread = most - Math.min(r, g, b);
  if (most === 0) return { ...before, v: 0 };
  const v = most / 255;
  if (spread === 0) return { h: before.h, s: 0, v };
  const sixth = most === r ? (g - b) / spread : most === g ? 2 + (b - r) / spread : 4 + (r - g) / spread;
  return { h: (sixth * 60 + 360) % 360, s: spread / most, v };
}
