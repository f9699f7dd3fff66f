/**
 * Where the lines of a text area are, in CSS pixels of what it scrolls.
 * Made by measuring: from its own height where lines do not wrap, else from a copy of the text as wide as it is.
 */

/** From where to where a line goes; the wrapped parts of a line count as one. */
export interface LinePlace {
  readonly top: number;
  readonly bottom: number;
}

/** What makes a copy wrap where the text area does, besides what it inherits. */
const COPIED = ["tab-size", "text-indent", "word-spacing", "word-break", "overflow-wrap", "line-break"];

/** The place of a line, counted from 0 and by line feeds; of the last one when there are fewer. */
export function linePlace(area: HTMLTextAreaElement, line: number, wraps: boolean): LinePlace {
  const style = getComputedStyle(area);
  const above = Number.parseFloat(style.paddingTop);
  const sides = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
  if (wraps) return wrappedPlace(area, line, style, above, area.clientWidth - sides);
  const lines = lineCount(area.value);
  const at = Math.min(line, lines - 1);
  // Of what overflows: otherwise there is nowhere to scroll to.
  const height = (area.scrollHeight - above - Number.parseFloat(style.paddingBottom)) / lines;
  return { top: above + at * height, bottom: above + (at + 1) * height };
}

function wrappedPlace(
  area: HTMLTextAreaElement,
  line: number,
  style: CSSStyleDeclaration,
  above: number,
  width: number,
): LinePlace {
  const text = area.value;
  const start = startOf(text, line);
  const next = text.indexOf("\n", start);
  const copy = document.createElement("div");
  copy.className = "pgw-text-copy";
  for (const name of COPIED) copy.style.setProperty(name, style.getPropertyValue(name));
  copy.style.width = `${width}px`;
  const before = document.createElement("div");
  const present = document.createElement("div");
  before.textContent = text.slice(0, start);
  present.textContent = text.slice(start, next < 0 ? undefined : next) || "\u200b";
  copy.append(before, present);
  area.after(copy);
  const top = above + before.getBoundingClientRect().height;
  const bottom = top + present.getBoundingClientRect().height;
  copy.remove();
  return { top, bottom };
}

/** Where a line begins in the text, or the last one. */
function startOf(text: string, line: number): number {
  let start = 0;
  for (let i = 0; i < line; i++) {
    const end = text.indexOf("\n", start);
    if (end < 0) break;
    start = end + 1;
  }
  return start;
}

/** How many lines a text has. One that ends with a line feed has an empty line behind it. */
export function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** The last lines of a text. */
export function lastLines(text: string, count: number): string {
  let at = text.length;
  for (let i = 0; i < count; i++) {
    if (at === 0) return text;
    at = text.lastIndexOf("\n", at - 1);
    if (at < 0) return text;
  }
  return text.slice(at + 1);
}
