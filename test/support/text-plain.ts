/**
 * What positions and lines of a text are, on a plain string: the reference for the model that keeps it in pieces.
 */

/** Start of a line; of those past the last the end of the text. */
export function lineStart(text: string, line: number): number {
  if (line <= 0) return 0;
  const lines = text.split("\n");
  if (line >= lines.length) return text.length;
  return lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
}

/** The first line feed at or behind an offset, else the end. */
export function lineEnd(text: string, offset: number): number {
  const found = text.indexOf("\n", offset);
  return found === -1 ? text.length : found;
}
