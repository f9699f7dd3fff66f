/**
 * Arithmetic of numbers with limits and steps: what a server stores and what a page shows are the same.
 */

/** Into a range; where it is empty the lower end wins. */
export function clamp(value: number, min: number | undefined, max: number | undefined): number {
  const below = max === undefined ? value : Math.min(value, max);
  return min === undefined ? below : Math.max(below, min);
}

/** Onto the nearest step counted from an origin, and inside the range: the last step before its end. */
export function snap(value: number, step: number, origin: number, min?: number, max?: number): number {
  if (!(step > 0)) return value;
  let steps = Math.round((value - origin) / step);
  const at = (count: number) => toDigits(origin + count * step, Math.max(digits(step), digits(origin)));
  if (max !== undefined && at(steps) > max) steps = Math.floor((max - origin) / step + 1e-9);
  if (min !== undefined && at(steps) < min) steps = Math.ceil((min - origin) / step - 1e-9);
  return clamp(at(steps), min, max);
}

/** Digits after the point that a number has when it is written out. */
export function digits(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const fraction = mantissa.split(".")[1]?.length ?? 0;
  return Math.min(100, Math.max(0, fraction - Number(exponent)));
}

/** With at most so many digits after the point: without the noise of binary fractions. */
export function toDigits(value: number, count: number): number {
  return Number.isInteger(value) ? value : Number(value.toFixed(Math.min(count, 100)));
}

/** With the 15 digits that every decimal number keeps as a binary one: 0.1 + 0.2 is 0.3. */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(15));
}
