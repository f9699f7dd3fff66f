/**
 * Pointers into plain values: `limits/0` names a part of a state, `/0/width` a part of a list of arguments.
 */

export interface ParsedPointer {
  readonly name: string;
  readonly path: readonly string[];
}

const parsed = new Map<string, ParsedPointer>();

/** Reads `value` or `limits/0`. The same pointer is read once. */
export function parsePointer(pointer: string): ParsedPointer {
  let known = parsed.get(pointer);
  if (known === undefined) {
    const [name = "", ...path] = pointer.split("/");
    known = { name, path };
    parsed.set(pointer, known);
  }
  return known;
}

/** The part of a value at a path; undefined where there is none. */
export function partAt(value: unknown, path: readonly string[]): unknown {
  let part = value;
  for (const key of path) {
    if (part === null || typeof part !== "object" || !Object.hasOwn(part, key)) return undefined;
    part = (part as Record<string, unknown>)[key];
  }
  return part;
}

/** A copy of a value with one part replaced; lists and objects on the way are made where they are missing. */
export function withPart(value: unknown, path: readonly string[], part: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return part;
  if (Array.isArray(value)) {
    const copy = [...value];
    copy[Number(key)] = withPart(copy[Number(key)], rest, part);
    return copy;
  }
  const record = (value ?? {}) as Record<string, unknown>;
  return { ...record, [key]: withPart(record[key], rest, part) };
}

/** The argument that `/0/width` names. */
export function argumentAt(args: readonly unknown[], pointer: string): unknown {
  return partAt(args, parsePointer(pointer).path);
}
