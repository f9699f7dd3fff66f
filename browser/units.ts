/**
 * Numbers of the wire as CSS lengths.
 * Pure text, so that layout can be worked out without a page.
 */

/** Four sides as the wire has them: one number, or [left, top, right, bottom]. */
export type Sides = number | readonly [left: number, top: number, right: number, bottom: number];

export function px(value: number): string {
  return `${value}px`;
}

/** A CSS shorthand (top, right, bottom, left) for four sides; empty for null. */
export function sides(value: Sides | null): string {
  if (value === null) return "";
  if (typeof value === "number") return px(value);
  const [left, top, right, bottom] = value;
  return `${px(top)} ${px(right)} ${px(bottom)} ${px(left)}`;
}
