/**
 * Faults of definitions: the table of their codes, and the reporter that is typed by it.
 * A faulty definition makes diagnostics; an exception in the generator is a bug of ours.
 */
import { paint } from "./paint.js";

/** Where a fault is. Lines and columns count from 1; the pointer is an RFC 6901 JSON pointer. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
}

/** How a fault is mended, where there is one clear answer. */
export type Mend =
  /** The key or value at the place becomes this JSON text. */
  | { readonly kind: "replace"; readonly text: string }
  /** So many characters go from the place on. */
  | { readonly kind: "remove"; readonly length: number; readonly what: string }
  | { readonly kind: "insert-schema" };

/** What helps to mend a fault: all optional, shown when there. */
export interface Details {
  readonly found?: string;
  readonly expected?: string;
  readonly nearest?: string | undefined;
  /** For `--fix`. */
  readonly mend?: Mend | undefined;
}

export interface Diagnostic extends Place, Details {
  readonly code: Code;
  readonly message: string;
  readonly hint: string;
}

interface Kind<P> {
  readonly says: (about: P) => string;
  readonly hint: string;
}
const kind = <P>(says: (about: P) => string, hint = ""): Kind<P> => ({ says, hint });

/** Every code with its message and, where the message does not say it, how to mend the fault. */
export const codes = {
  "json-syntax": kind(
    (a: { what: string }) => `not valid JSON: ${a.what}`,
    "JSON has no comments, no comma before a closing bracket, and double quotes only.",
  ),
  "duplicate-key": kind((a: { key: string }) => `the key "${a.key}" is there twice`),
  "unknown-model": kind(
    (a: { name: string }) => `the runtime has no model "${a.name}"`,
    "A model is a part of the runtime; runtime/session/models holds them.",
  ),
  "abstract-class": kind(
    (a: { name: string }) => `${a.name} is abstract: none can be made`,
    "Name a class that can be created.",
  ),
  "unknown-key": kind((a: { key: string }) => `"${a.key}" is no key of this object`),
  "missing-key": kind((a: { key: string }) => `the key "${a.key}" is missing`),
  "wrong-type": kind((_: object) => "a value of the wrong type"),
  "wrong-value": kind((_: object) => "a value that is not allowed here"),
  "bad-name": kind((a: { name: string }) => `"${a.name}" is not a name that can be used here`),
  "bad-text": kind((_: object) => "a text that is not of the required form"),
  "out-of-range": kind((_: object) => "too small, too large, too short or too long"),
  "file-name": kind(
    (a: { name: string; file: string }) => `${a.name} is defined in a file named ${a.file}`,
    "A definition X stands in X.json.",
  ),
  "duplicate-name": kind((a: { name: string; other: string }) => `the name ${a.name} is taken by ${a.other}`),
  "reserved-name": kind(
    (a: { name: string; by: string }) => `"${a.name}" cannot be used as a name: it is ${a.by}`,
    "Choose another name; it is never changed silently.",
  ),
  "name-clash": kind(
    (a: { name: string; other: string; property: string }) =>
      `"${a.name}" and "${a.other}" are both ${a.property} in TypeScript`,
  ),
  "unknown-base": kind((a: { name: string }) => `there is no class ${a.name} to extend`),
  "inheritance-cycle": kind((a: { chain: string }) => `a class that extends itself: ${a.chain}`),
  "unknown-type": kind(
    (a: { name: string }) => `there is no type ${a.name}`,
    "Types are the files of types/.",
  ),
  "unknown-class": kind((a: { name: string }) => `there is no class ${a.name}`),
  "unused-type": kind(
    (a: { name: string }) => `no definition uses the type ${a.name}`,
    "Use it or remove the file.",
  ),
  "bad-schema": kind((a: { why: string }) => a.why),
  "unknown-state": kind((a: { name: string; owner: string }) => `${a.owner} has no state "${a.name}"`),
  "beyond-state": kind(
    (a: { pointer: string; state: string }) => `"${a.pointer}" leads to no part of the state ${a.state}`,
  ),
  "unknown-argument": kind(
    (a: { pointer: string }) => `"${a.pointer}" leads to no argument of this callback`,
  ),
  "unknown-parameter": kind((a: { name: string }) => `"${a.name}" is no parameter of this method`),
  "unknown-member": kind(
    (a: { what: string; name: string; owner: string }) => `${a.owner} has no ${a.what} "${a.name}"`,
  ),
  "override-kind": kind(
    (a: { name: string; base: string; was: string; is: string }) =>
      `"${a.name}" is a ${a.was} in ${a.base} and cannot become a ${a.is}`,
  ),
  "override-mismatch": kind(
    (a: { name: string; base: string; why: string }) =>
      `"${a.name}" cannot stand in for that of ${a.base}: ${a.why}`,
    "What overrides a member can be used wherever the base's member could.",
  ),
  "alias-mismatch": kind(
    (a: { why: string }) => a.why,
    "An alias has the kind and the parameters of its method.",
  ),
  "incomplete-method": kind((a: { why: string }) => a.why),
  "bad-default": kind((a: { why: string }) => `the value does not fit its schema: ${a.why}`),
  "missing-default": kind(
    (a: { name: string }) => `the state "${a.name}" has no default`,
    "A state has a value from the start: give default, default_from, or a schema that takes null.",
  ),
  "default-mismatch": kind(
    (a: { name: string; state: string }) =>
      `"${a.name}" and the state ${a.state} that it sets start with different values`,
  ),
  "type-mismatch": kind(
    (a: { what: string; state: string }) => `${a.what} has another type than the state ${a.state}`,
  ),
  "required-after-optional": kind(
    (a: { name: string }) => `"${a.name}" is required but follows an optional one`,
  ),
  "no-effect": kind((a: { why: string }) => a.why),
} as const;

export type Code = keyof typeof codes;
export type About<C extends Code> = (typeof codes)[C] extends Kind<infer P> ? P : never;

/** Reports a fault: `report("unknown-type", place, { name }, { nearest })`. */
export type Reporter = <C extends Code>(code: C, place: Place, about: About<C>, details?: Details) => void;

const ofCode = <C extends Code>(code: C): Kind<About<C>> => codes[code] as unknown as Kind<About<C>>;

const inOrder = (a: Diagnostic, b: Diagnostic): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  a.line - b.line ||
  a.column - b.column ||
  (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** Gathers faults; `sorted` gives them by file, line and column, each once. */
export function gather(): { readonly report: Reporter; sorted(): readonly Diagnostic[] } {
  const all = new Map<string, Diagnostic>();
  return {
    report(code, place, about, details = {}) {
      const { says, hint } = ofCode(code);
      const message = says(about);
      all.set([place.file, place.line, place.column, code, message].join("\0"), {
        code,
        message,
        hint,
        ...place,
        ...details,
      });
    },
    sorted: () => [...all.values()].sort(inOrder),
  };
}

/** A diagnostic as text: a line that editors can jump to, then what helps to mend it. */
export function show(diagnostic: Diagnostic, colour = false): string {
  const { file, line, column, code, message, pointer, found, expected, nearest, hint } = diagnostic;
  const lines = [
    `${paint(`${file}:${line}:${column}`, "bold", colour)} ${paint(code, "red", colour)} ${message}`,
  ];
  if (pointer !== "") lines.push(`  at        ${pointer}`);
  if (found !== undefined) lines.push(`  found     ${found}`);
  if (expected !== undefined) lines.push(`  expected  ${expected}`);
  if (nearest !== undefined) lines.push(`  did you mean ${paint(nearest, "green", colour)}?`);
  if (hint !== "") lines.push(`  ${hint}`);
  return lines.join("\n");
}
