/**
 * Numbers of spin boxes and sliders: into the range, onto the steps.
 * Made from the `normalize` rules of their definitions; a test holds these against what the server does.
 */
import { clamp, digits, snap, toDigits, withoutNoise } from "../../runtime/protocol/numbers.js";

export interface NumberRules {
  readonly min: number;
  /** Where it is below `min`, `min` is the only value. */
  readonly max: number;
  /** Above 0. */
  readonly step: number;
  /** Whole numbers only; a half goes up. */
  readonly int: boolean;
  /** Digits shown after the point; null: as many as the step has. */
  readonly decimals: number | null;
}

/** What becomes of a value of a spin box: any number of the range. */
export function spinValue(value: number, { min, max, int }: NumberRules): number {
  const inside = clamp(value, min, max);
  return int ? Math.round(inside) : withoutNoise(inside);
}

/** What becomes of a value of a slider: the nearest of the steps that begin at the smallest value. */
export function slideValue(value: number, { min, max, step, int }: NumberRules): number {
  const snapped = snap(clamp(value, min, max), step, min, min, max);
  return toDigits(int ? Math.round(snapped) : snapped, Math.max(digits(step), digits(min)));
}

/** `steps` steps further, without the noise of binary fractions. */
export function stepped(value: number, steps: number, step: number): number {
  return toDigits(value + steps * step, Math.max(digits(value), digits(step)));
}

/** Digits to show: never fewer than the value has, unless the program says how many. */
export function shownDigits(value: number, { step, int, decimals }: NumberRules): number {
  if (decimals !== null) return decimals;
  return int ? 0 : Math.max(digits(step), digits(value));
}
