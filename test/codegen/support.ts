/**
 * Definitions for tests of the generator, written inline and run through the pipeline in memory.
 * The place where a fault must be found is marked with `@@` in the text.
 */
import { expect } from "vitest";
import type { Code, Diagnostic } from "../../codegen/diagnostics.js";
import type { Folder, Source } from "../../codegen/load.js";
import { understand } from "../../codegen/understand.js";

export const MARK = "@@";

/** Text by path below the schema folder: `widgets/Gauge.json`. */
export type Files = Readonly<Record<string, string>>;

export const sources = (files: Files): Source[] =>
  Object.entries(files).map(([path, text]) => ({
    file: `schema/${path}`,
    origin: `schema/${path}`,
    folder: path.split("/")[0] as Folder,
    text: text.replace(MARK, ""),
  }));

/** A widget class: the members are JSON text, such as `"state": { ... }`. */
export function widget(name: string, members = "", base: string | null = null): string {
  return `{
  "$schema": "../definition.schema.json",
  "name": "${name}",
  "extends": ${JSON.stringify(base)},
  "category": "display",
  "description": "A ${name}."${members === "" ? "" : `,\n${members}`}
}`;
}

/** A class named Gauge, alone in its file. */
export const gauge = (members = ""): Files => ({ "widgets/Gauge.json": widget("Gauge", members) });

/** A shared type, with the schema as JSON text. */
export const type = (name: string, schema: string): string => `{
  "$schema": "../definition.schema.json",
  "name": "${name}",
  "description": "A ${name}.",
  "schema": ${schema}
}`;

/** A state of a number that starts at 0. */
export const level = `"level": { "schema": { "type": "number" }, "default": 0, "description": "The level." }`;

export const description = `"description": "It is so."`;
/** The schema of a number, with a description. */
export const numeric = `"schema": { "type": "number" }, ${description}`;
/** The one method of a class. */
export const method = (name: string, says: string): string =>
  `"methods": { "${name}": { ${says}, ${description} } }`;
/** A class with the state `level`. */
export const stated = (members: string): Files => gauge(`"state": { ${level} },\n${members}`);

/** All that a test says about a diagnostic. */
export interface Expected {
  readonly code: Code;
  readonly pointer: string;
  readonly nearest?: string;
  readonly found?: string;
  readonly expected?: string;
}

function placeOfMark(files: Files): { file: string; line: number; column: number } {
  const [path, text] = Object.entries(files).find(([, each]) => each.includes(MARK)) ?? [];
  if (path === undefined || text === undefined) throw new Error("no place is marked");
  const lines = text.slice(0, text.indexOf(MARK)).split("\n");
  return { file: `schema/${path}`, line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

/** The definitions have this one fault, at the mark, and no other. */
export function expectFault(files: Files, expected: Expected): void {
  const { faults } = understand(sources(files));
  const gist = ({ code, pointer, file, line, column, ...rest }: Diagnostic) => ({
    code,
    pointer,
    file,
    line,
    column,
    ...("nearest" in expected && { nearest: rest.nearest }),
    ...("found" in expected && { found: rest.found }),
    ...("expected" in expected && { expected: rest.expected }),
  });
  expect(faults.map(gist)).toEqual([{ ...expected, ...placeOfMark(files) }]);
}

export interface FaultCase {
  readonly title: string;
  readonly files: Files;
  readonly expected: Expected;
}

/** Gathers cases in groups; the group and the code are part of a title. */
export function faultCases() {
  const cases: FaultCase[] = [];
  let prefix = "";
  return {
    cases,
    group(name: string, define: () => void): void {
      prefix = name;
      define();
    },
    fault(title: string, files: Files, expected: Expected): void {
      cases.push({ title: `${prefix}: ${expected.code}: ${title}`, files, expected });
    },
  };
}
