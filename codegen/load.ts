/**
 * Makes documents, which know where each of their values stands, from the text of definition files.
 * Faults of the JSON itself are reported here; a document with such a fault is not handed on.
 */
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { Mend, Place, Reporter } from "./diagnostics.js";
import type { Json } from "./format.js";

export type Folder = "bases" | "widgets" | "types";
export type Path = readonly (string | number)[];

/** A definition file as it was found. */
export interface Source {
  /** Path as a fault names it. */
  readonly file: string;
  /** Path as generated files name it: the same on every machine. */
  readonly origin: string;
  readonly folder: Folder;
  readonly text: string;
  /** Of this package, seen from a program that has definitions of its own: known, and not generated again. */
  readonly library?: boolean;
}

export interface Document {
  readonly source: Source;
  readonly value: Json;
  has(path: Path): boolean;
  /** Where the value at a path stands or, with "key", the key that holds it. */
  at(path: Path, part?: "key" | "value"): Place;
}

const escaped = (segment: string | number): string =>
  String(segment).replaceAll("~", "~0").replaceAll("/", "~1");
const toPointer = (path: Path): string => path.map((segment) => `/${escaped(segment)}`).join("");

function placeIn(source: Source, offset: number, pointer: string): Place {
  const before = source.text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = before.split("\n").length;
  return { file: source.file, line, column: offset - lineStart + 1, pointer };
}

/** The deepest value on the way to a path that does exist. */
function nodeOnTheWay(root: Node, path: Path): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return node;
  }
  return root;
}

function reportDuplicateKeys(node: Node, path: Path, source: Source, report: Reporter): void {
  if (node.type === "array") {
    for (const [index, item] of (node.children ?? []).entries()) {
      reportDuplicateKeys(item, [...path, index], source, report);
    }
    return;
  }
  if (node.type !== "object") return;
  const seen = new Set<string>();
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (!key || !value) continue;
    const name = String(key.value);
    const here = [...path, name];
    if (seen.has(name)) report("duplicate-key", placeIn(source, key.offset, toPointer(here)), { key: name });
    seen.add(name);
    reportDuplicateKeys(value, here, source, report);
  }
}

const syntaxWords = (error: ParseError): string =>
  printParseErrorCode(error.error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();

/** Texts of a document, each with the colon behind it that makes it a key. */
const textsAndKeys = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

function keysIn(value: Json): number {
  if (value === null || typeof value !== "object") return 0;
  const parts = Object.values(value);
  const own = Array.isArray(value) ? 0 : parts.length;
  return parts.reduce<number>((sum, part) => sum + keysIn(part), own);
}

/**
 * The value of a text that has no fault; undefined when there may be one.
 * A key that is there twice is one key of the value, but two in the text.
 */
function sound(text: string): Json | undefined {
  // A key that no object can have in the usual way.
  if (text.includes("__proto__")) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    let written = 0;
    for (const [, colon] of text.matchAll(textsAndKeys)) if (colon !== undefined) written++;
    return written === keysIn(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const byteOrderMark = "\ufeff";

/** Where a text stops being JSON, what is wrong there, and how it is mended where that is clear. */
function syntaxFault(text: string, error: ParseError): { offset: number; what: string; mend?: Mend } {
  const { offset } = error;
  const before = text.slice(0, offset).trimEnd();
  if (/^[}\]]/.test(text.slice(offset)) && before.endsWith(",")) {
    const what = "a comma before a closing bracket";
    return { offset: before.length - 1, what, mend: { kind: "remove", length: 1, what } };
  }
  if (/^\/[/*]/.test(text.slice(offset))) return { offset, what: "a comment" };
  if (/^'/.test(text.slice(offset))) return { offset, what: "single quotes" };
  return { offset, what: syntaxWords(error) };
}

/**
 * A document whose tree, which says where things stand, is made when it is first asked for. Checks name the place
 * of much that has no fault, so a place too finds its line when that is read.
 */
function documentOf(source: Source, value: Json, tree: () => Node): Document {
  let root: Node | undefined;
  const made = (): Node => {
    root ??= tree();
    return root;
  };
  const find = (path: Path, part: "key" | "value"): Place => {
    const node = nodeOnTheWay(made(), path);
    const key = part === "key" && node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
    return placeIn(source, (key ?? node).offset, toPointer(path));
  };
  return {
    source,
    value,
    has: (path) => findNodeAtLocation(made(), [...path]) !== undefined,
    at(path, part = "value") {
      let found: Place | undefined;
      const place = (): Place => {
        found ??= find(path, part);
        return found;
      };
      return {
        file: source.file,
        get line() {
          return place().line;
        },
        get column() {
          return place().column;
        },
        pointer: toPointer(path),
      };
    },
  };
}

export function load(source: Source, report: Reporter): Document | null {
  const value = sound(source.text);
  if (value !== undefined) return documentOf(source, value, () => parseTree(source.text) as Node);
  if (source.text.startsWith(byteOrderMark)) {
    const what = "a byte order mark at the start";
    report("json-syntax", placeIn(source, 0, ""), { what }, { mend: { kind: "remove", length: 1, what } });
    return null;
  }
  const errors: ParseError[] = [];
  const root = parseTree(source.text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first || !root) {
    // Whatever follows the first syntax error is mostly its echo.
    const { offset, what, mend } = first
      ? syntaxFault(source.text, first)
      : { offset: 0, what: "the file is empty" };
    report("json-syntax", placeIn(source, offset, ""), { what }, { mend });
    return null;
  }
  reportDuplicateKeys(root, [], source, report);
  return documentOf(source, getNodeValue(root) as Json, () => root);
}
