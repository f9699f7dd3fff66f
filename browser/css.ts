/**
 * Values of a program as CSS: lengths, sides, colours.
 * What CSS cannot read is dropped, so that the present look stays.
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

/** Whether CSS understands `text` as a colour. */
export function isColor(text: string): boolean {
  return CSS.supports("color", text);
}

/**
 * Sets a custom property to a colour. null or an empty string goes back to the style sheet's;
 * a text that is no colour changes nothing.
 */
export function setColorProperty(element: HTMLElement, property: `--${string}`, color: string | null): void {
  if (color === null || color === "") element.style.removeProperty(property);
  else if (isColor(color)) element.style.setProperty(property, color);
}

/** A CSS `url()` of any address. */
export function cssUrl(address: string): string {
  return `url("${address.replace(/[\\"\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}")`;
}
