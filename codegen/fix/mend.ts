/**
 * Mends the faults of a definition that have one clear answer, by edits of its text; the rest stays as it is written.
 */
import { applyEdits, type Edit, modify } from "jsonc-parser";
import type { Diagnostic } from "../diagnostics.js";

export interface Mended {
  readonly text: string;
  /** What was done, in the order of the places. */
  readonly done: readonly { readonly fault: Diagnostic; readonly says: string }[];
}

function offsetOf(text: string, { line, column }: Diagnostic): number {
  let offset = 0;
  for (let passed = 1; passed < line; passed++) offset = text.indexOf("\n", offset) + 1;
  return offset + column - 1;
}

/** The text, number or word that begins at an offset. */
function tokenAt(text: string, offset: number): string {
  const token = /"(?:[^"\\\n]|\\.)*"|[\w.+-]+/y;
  token.lastIndex = offset;
  return token.exec(text)?.[0] ?? "";
}

const lineBreak = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

function editsOf(text: string, fault: Diagnostic, schema: string): readonly [readonly Edit[], string] | null {
  const { mend } = fault;
  if (mend === undefined) return null;
  const offset = offsetOf(text, fault);
  switch (mend.kind) {
    case "replace": {
      const token = tokenAt(text, offset);
      return [[{ offset, length: token.length, content: mend.text }], `${token} is ${mend.text} now`];
    }
    case "remove":
      return [[{ offset, length: mend.length, content: "" }], `removed ${mend.what}`];
    case "insert-schema": {
      const formattingOptions = { tabSize: 2, insertSpaces: true, eol: lineBreak(text) };
      const edits = modify(text, ["$schema"], schema, { formattingOptions, getInsertionIndex: () => 0 });
      return [edits, `added "$schema": ${JSON.stringify(schema)}`];
    }
  }
}

/** `schema` is the value for a missing `$schema`. Edits that touch one another are left for another round. */
export function mend(text: string, faults: readonly Diagnostic[], schema: string): Mended {
  const edits: Edit[] = [];
  const done: { fault: Diagnostic; says: string }[] = [];
  const isFree = (edit: Edit): boolean =>
    edits.every(
      (other) => edit.offset > other.offset + other.length || other.offset > edit.offset + edit.length,
    );
  for (const fault of faults) {
    const found = editsOf(text, fault, schema);
    if (found === null) continue;
    const [wanted, says] = found;
    if (!wanted.every(isFree)) continue;
    edits.push(...wanted);
    done.push({ fault, says });
  }
  return { text: applyEdits(text, edits), done };
}
