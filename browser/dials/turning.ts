/**
 * Values and angles of a dial. Angles are in degrees, clockwise from the top.
 * Pure functions; the value goes through the same rules as on the server.
 */
import { clamp, digits, snap, toDigits } from "../../runtime/protocol/numbers.js";
import type { NumberRules } from "../controls/numbers.js";

/** The scale begins at the lower left and goes over the top. What is left is the gap at the bottom. */
export const START = 210;
export const SWEEP = 300;

/** What becomes of a value: inside the range, and a whole multiple of the step. */
export function dialValue(value: number, { min, max, step, int }: NumberRules): number {
  const snapped = snap(clamp(value, min, max), step, 0, min, max);
  return toDigits(int ? Math.round(snapped) : snapped, Math.max(digits(step), digits(min), digits(max)));
}

/** How far a value is on the way from the smallest to the largest, 0 to 1. */
export function shareOf(value: number, { min, max }: NumberRules): number {
  return max > min ? clamp((value - min) / (max - min), 0, 1) : 0;
}

/** The angle that a point has, seen from the middle. */
export function angleAt(dx: number, dy: number): number {
  return ((Math.atan2(dx, -dy) * 180) / Math.PI + 360) % 360;
}

/** The share that an angle stands for; in the gap that of the nearer end, in its very middle 0. */
export function shareAt(angle: number): number {
  const turned = (angle - START + 360) % 360;
  if (turned <= SWEEP) return turned / SWEEP;
  return turned - SWEEP < (360 - SWEEP) / 2 ? 1 : 0;
}

/** The share that a knob at `from` is turned to. It does not go through the gap: there it stays at its end. */
export function turnedShare(from: number, angle: number): number {
  const turned = (angle - START + 360) % 360;
  const through = turned > SWEEP || Math.abs(turned - from * SWEEP) > 180;
  return through ? Math.round(from) : turned / SWEEP;
}

/** A point of a circle around the middle of a square of 100, as two numbers of SVG. */
export function onCircle(angle: number, radius: number): string {
  const turned = (angle * Math.PI) / 180;
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return `${round(50 + radius * Math.sin(turned))} ${round(50 - radius * Math.cos(turned))}`;
}
