/**
 * Confines the text of a style element to what stands beside and below it.
 * Made by letting the browser read the rules first, so that a stray brace cannot end the confinement.
 */

/** Rules that name something for all of the page; they cannot stand inside others. */
const NAMING = [CSSKeyframesRule, CSSFontFaceRule, CSSPropertyRule, CSSCounterStyleRule];

/** The same rules, for the parent of the style element and what is in it. */
export function scopedStyle(css: string): string {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const naming: string[] = [];
  const scoped: string[] = [];
  for (const rule of sheet.cssRules) {
    (NAMING.some((kind) => rule instanceof kind) ? naming : scoped).push(rule.cssText);
  }
  return `${naming.join("\n")}\n@scope {\n${scoped.join("\n")}\n}`;
}
