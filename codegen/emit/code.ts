/**
 * Lays out expressions: lists, objects and calls on one line where they fit, else an item a line.
 * Made from nested groups, so that generated data reads as if a formatter had gone over it.
 */
import type { Json } from "../format.js";

export const lineWidth = 110;

/** Text, a bracketed list of items, or something with text around it. */
export type Code = string | Group | Around;

interface Group {
  readonly open: string;
  readonly items: readonly Code[];
  readonly close: string;
  readonly separator: "," | ";";
  /** The whole on one line. */
  readonly flat: string;
}

interface Around {
  readonly before: string;
  readonly code: Code;
  readonly after: string;
  /** The whole on one line. */
  readonly flat: string;
}

/** The code on one line, however long. */
export const flat = (code: Code): string => (typeof code === "string" ? code : code.flat);

/** Items in brackets; those of objects and types stand apart from their braces. */
export function group(
  open: string,
  items: readonly Code[],
  close: string,
  separator: "," | ";" = ",",
): Group {
  const pad = open.endsWith("{") ? " " : "";
  let text = open + pad;
  for (const [index, item] of items.entries())
    text += index === 0 ? flat(item) : `${separator} ${flat(item)}`;
  return { open, items, close, separator, flat: text + pad + close };
}

export const isGroup = (code: Code): code is Group => typeof code === "object" && "open" in code;

export const list = (items: readonly Code[]): Code => group("[", items, "]");
export const call = (name: string, ...args: Code[]): Code => group(`${name}(`, args, ")");
export const around = (before: string, code: Code, after = ""): Code => ({
  before,
  code,
  after,
  flat: before + flat(code) + after,
});

export const isIdentifier = (name: string): boolean => /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name);
export const key = (name: string): string => (isIdentifier(name) ? name : JSON.stringify(name));

/** Entries that are undefined are left out. */
export function object(entries: Readonly<Record<string, Code | undefined>>): Code {
  const items: Code[] = [];
  for (const name of Object.keys(entries)) {
    const code = entries[name];
    if (code !== undefined) items.push(around(`${key(name)}: `, code));
  }
  return items.length === 0 ? "{}" : group("{", items, "}");
}

export function literal(value: Json): Code {
  if (Array.isArray(value)) return list(value.map(literal));
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return object(Object.fromEntries(Object.entries(value).map(([name, part]) => [name, literal(part)])));
}

export const quoted = (value: string): Code => JSON.stringify(value);
export const texts = (values: readonly string[]): Code => list(values.map(quoted));

/** A call of one bracketed argument keeps the bracket beside its own: `z.object({`. */
function hugged(code: Group): Omit<Group, "flat"> {
  const [only] = code.items;
  if (code.items.length !== 1 || only === undefined || !isGroup(only) || !code.open.endsWith("("))
    return code;
  const { open, items, close, separator } = hugged(only);
  return { open: code.open + open, items, close: close + code.close, separator };
}

/** The code as text. `column` is where it starts and `after` how much follows it on its last line. */
export function layOut(code: Code, indent = 0, column = 0, after = 0): string {
  const short = flat(code);
  if (column + short.length + after <= lineWidth || typeof code === "string") return short;
  if ("before" in code) {
    const inner = layOut(code.code, indent, column + code.before.length, after + code.after.length);
    return code.before + inner + code.after;
  }
  const { open, items, close, separator } = hugged(code);
  const inside = " ".repeat(indent + 2);
  const lines = items.map((item) => `${inside}${layOut(item, indent + 2, indent + 2, 1)}${separator}\n`);
  return `${open}\n${lines.join("")}${" ".repeat(indent)}${close}`;
}

/** The branches of a union type: on one line where they fit, else a branch a line. */
export function layOutUnion(branches: readonly Code[], column: number): string {
  const short = branches.map(flat).join(" | ");
  const [only] = branches;
  if (column + short.length + 1 <= lineWidth) return short;
  if (branches.length === 1 && only !== undefined) return layOut(only, 0, column, 1);
  return branches.map((branch) => `\n  | ${layOut(branch, 4, 4, 1)}`).join("");
}
