/**
 * Lays out expressions: lists, objects and calls on one line where they fit, else an item a line.
 * Made from nested groups, so that generated data reads as if a formatter had gone over it.
 */
import type { Json } from "../format.js";
import { perKey } from "../memo.js";

export const lineWidth = 110;

/** Text, a bracketed list of items, or something with text around it. */
export type Code =
  | string
  | {
      readonly open: string;
      readonly items: readonly Code[];
      readonly close: string;
      readonly separator?: ";";
    }
  | { readonly before: string; readonly code: Code; readonly after: string };

export const list = (items: readonly Code[]): Code => ({ open: "[", items, close: "]" });
export const call = (name: string, ...args: Code[]): Code => ({ open: `${name}(`, items: args, close: ")" });
export const around = (before: string, code: Code, after = ""): Code => ({ before, code, after });

export const isIdentifier = (name: string): boolean => /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name);
export const key = (name: string): string => (isIdentifier(name) ? name : JSON.stringify(name));

/** Entries that are undefined are left out. */
export function object(entries: Readonly<Record<string, Code | undefined>>): Code {
  const items = Object.entries(entries).flatMap(([name, code]) =>
    code === undefined ? [] : [around(`${key(name)}: `, code)],
  );
  return items.length === 0 ? "{}" : { open: "{", items, close: "}" };
}

export function literal(value: Json): Code {
  if (Array.isArray(value)) return list(value.map(literal));
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return object(Object.fromEntries(Object.entries(value).map(([name, part]) => [name, literal(part)])));
}

export const quoted = (value: string): Code => JSON.stringify(value);
export const texts = (values: readonly string[]): Code => list(values.map(quoted));

type Group = Extract<Code, { readonly open: string }>;

/** Asked for again at each level of the nesting. */
const flatGroup = perKey((group: Group): string => {
  const pad = group.open.endsWith("{") ? " " : "";
  return group.open + pad + group.items.map(flat).join(`${group.separator ?? ","} `) + pad + group.close;
});

/** The code on one line, however long. */
export function flat(code: Code): string {
  if (typeof code === "string") return code;
  return "before" in code ? code.before + flat(code.code) + code.after : flatGroup(code);
}

/** A call of one bracketed argument keeps the bracket beside its own: `z.object({`. */
function hugged(code: Code): Code {
  if (typeof code === "string" || "before" in code) return code;
  const [only] = code.items;
  if (code.items.length !== 1 || typeof only !== "object" || !code.open.endsWith("(")) return code;
  const inner = hugged(only);
  if (typeof inner === "string" || "before" in inner) return code;
  return { ...inner, open: code.open + inner.open, close: inner.close + code.close };
}

/** The code as text. `column` is where it starts and `after` how much follows it on its last line. */
export function layOut(code: Code, indent = 0, column = 0, after = 0): string {
  const short = flat(code);
  if (column + short.length + after <= lineWidth || typeof code === "string") return short;
  if ("before" in code) {
    const inner = layOut(code.code, indent, column + code.before.length, after + code.after.length);
    return code.before + inner + code.after;
  }
  const { open, items, close, separator = "," } = hugged(code) as Exclude<Code, string | { before: string }>;
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
