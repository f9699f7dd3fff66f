/**
 * Values of a program as CSS: colours and addresses.
 * What CSS cannot read is dropped, so that the present look stays.
 */

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

/** Takes in the style sheet of a part of the page that is loaded later. */
export function adoptStyles(styles: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}
