/**
 * A code frame: the lines around a fault, with its place marked.
 */
import type { Place } from "./diagnostics.js";
import { paint } from "./paint.js";

/** Lines shown before and behind the one with the fault. */
const AROUND = 2;
/** Longer lines are cut around the fault, so that the mark stays in view. */
const WIDTH = 100;

/** Behind a column: to the end of the key, text or number that begins there; 1 where nothing of the kind does. */
function extent(line: string, column: number): number {
  const rest = line.slice(column - 1);
  return Math.max(1, /^("(?:[^"\\]|\\.)*"?|[\w.+-]+)/.exec(rest)?.[0].length ?? 1);
}

/** `text` is that of the file. Tabs count as one column and are shown as one space. */
export function frame(
  text: string,
  { line, column }: Pick<Place, "line" | "column">,
  colour: boolean,
): string {
  const lines = text.split(/\r?\n/);
  const first = Math.max(1, line - AROUND);
  const last = Math.min(lines.length, line + AROUND);
  const gutter = String(last).length;
  const cut = Math.max(0, column - WIDTH + 20);
  const shown: string[] = [];
  for (let number = first; number <= last; number++) {
    const full = (lines[number - 1] ?? "").replaceAll("\t", " ");
    const part = full.slice(cut, cut + WIDTH);
    const isFault = number === line;
    const start = `${isFault ? ">" : " "} ${String(number).padStart(gutter)} | `;
    shown.push((paint(start, isFault ? "red" : "grey", colour) + part).trimEnd());
    if (!isFault) continue;
    const length = Math.min(extent(full, column), WIDTH - (column - 1 - cut));
    const mark = " ".repeat(column - 1 - cut) + paint("^".repeat(Math.max(1, length)), "red", colour);
    shown.push(`${paint(`  ${" ".repeat(gutter)} | `, "grey", colour)}${mark}`);
  }
  return shown.join("\n");
}
