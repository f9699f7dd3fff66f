/**
 * Plain values: when two are the same, and how widgets in them travel.
 */
import { UsageError } from "./errors.js";
import { NODE, type WidgetNode } from "./node.js";

/** Whether two plain values hold the same; widgets are compared by identity. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
  }
  if (Array.isArray(b) || !isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  );
}

/** A copy that its owner may change; widgets and bytes stay the same objects. */
export function copied<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copied) as T;
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)])) as T;
}

export function isPlain(value: object): value is Record<string, unknown> {
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === Object.prototype || prototype === null;
}

/** The node of a widget object; null for anything else. */
export function nodeOf(value: unknown): WidgetNode | null {
  return typeof value === "object" && value !== null
    ? ((value as { [NODE]?: WidgetNode })[NODE] ?? null)
    : null;
}

/** The wire form of a value: widgets become references, those that have ended null. */
export function encoded(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const node = nodeOf(value);
  if (node !== null) return node.destroyed ? null : { __wid__: node.wid };
  if (Array.isArray(value)) return value.map(encoded);
  if (!isPlain(value)) return value;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) result[key] = encoded(value[key]);
  return result;
}

/** Calls `visit` for each widget inside a value, at any depth. */
export function eachWidget(value: unknown, visit: (node: WidgetNode, path: string) => void, path = ""): void {
  if (typeof value !== "object" || value === null) return;
  const node = nodeOf(value);
  if (node !== null) visit(node, path);
  else if (Array.isArray(value))
    for (const [i, item] of value.entries()) eachWidget(item, visit, `${path}[${i}]`);
  else if (isPlain(value)) {
    for (const key of Object.keys(value)) eachWidget(value[key], visit, path === "" ? key : `${path}.${key}`);
  }
}

/** Refuses widgets of another session and widgets that have ended. */
export function requireLiving(session: object, call: string, value: unknown, path: string): void {
  if (typeof value !== "object" || value === null) return;
  eachWidget(
    value,
    (node, at) => {
      if (node.destroyed) throw new UsageError(`${call}: ${at}: ${node} has been destroyed.`);
      if (node.session !== session)
        throw new UsageError(`${call}: ${at}: ${node} belongs to another session.`);
    },
    path,
  );
}

/** Remembers which widgets a new value of a state names. */
export function noteReferences(node: WidgetNode, value: unknown): void {
  eachWidget(value, (named) => {
    const extra = named.more();
    extra.referrers ??= new Set();
    extra.referrers.add(node);
  });
}
