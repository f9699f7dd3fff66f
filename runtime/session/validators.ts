/**
 * What generated validators are made of beside zod: widgets, bytes, JSON, and objects whose fields have
 * other names on the wire. All of it reads the wire form and, encoding, writes it.
 */
import { z } from "zod";

/** For what a program generates: it imports nothing but this package. */
export { z };

/** Marks widget objects, so that validators know them without knowing their classes. */
export const WIDGET: unique symbol = Symbol.for("pgwidgets.widget");

/** What a widget object says of itself. */
export interface WidgetBrand {
  /** Whether it is of this class or of one derived from it. */
  isA(className: string): boolean;
}

/** Whether a value is a widget object of a class, or of one derived from it. */
export function isWidget(value: unknown, className: string): boolean {
  if (value === null || typeof value !== "object" || !(WIDGET in value)) return false;
  return (value as { [WIDGET]: WidgetBrand })[WIDGET].isA(className);
}

/** A schema that is made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const refs = new Map<string, z.ZodType>();

/** A widget object of a class. */
export function widgetRef(className: string): z.ZodType {
  const known = refs.get(className);
  if (known) return known;
  const schema = z.custom((value) => isWidget(value, className), { error: `expected a ${className}` });
  refs.set(className, schema);
  return schema;
}

/** Raw bytes. What a program gives is copied, so that it may use its array again at once. */
export const bytes = once((): z.ZodType => {
  const some = z.custom<Uint8Array>((value) => value instanceof Uint8Array, { error: "expected bytes" });
  return z.codec(some, some, { decode: (value) => value, encode: (value) => new Uint8Array(value) });
});

type Fields = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Fields => {
  if (value === null || typeof value !== "object") return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
};

/** Values nested deeper than this are refused: no program means them, and checking them costs the stack. */
const deepest = 100;

function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  return isPlain(value) && Object.values(value).every((item) => isJson(item, depth + 1));
}

/** Any value that JSON can say. */
export const json = once(
  (): z.ZodType => z.custom((value) => isJson(value, 0), { error: "expected a JSON value" }),
);

/** Whether no item of a list is there twice. */
export function unique(items: readonly unknown[]): boolean {
  return new Set(items.map((item) => JSON.stringify(item))).size === items.length;
}

/** The same fields under other names; fields that are undefined are left out, so that they never travel. */
function withNames(fields: Fields, names: ReadonlyMap<string, string>): Record<string, unknown> {
  const renamed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) renamed[names.get(name) ?? name] = value;
  }
  return renamed;
}

const wireObject = once(() => z.custom<Fields>(isPlain, { error: "expected an object" }));

/**
 * An object some of whose fields have other names on the wire.
 * `object` describes it by TypeScript names; `names` gives the TypeScript name of a wire name.
 */
export function renamed(object: z.ZodType, names: Readonly<Record<string, string>>): z.ZodType {
  const toTypeScript = new Map(Object.entries(names));
  const toWire = new Map(Object.entries(names).map(([wire, name]) => [name, wire]));
  return z.codec(wireObject(), object as z.ZodType<unknown, Fields>, {
    decode: (wire) => {
      const isFree = ([name]: [string, unknown]): boolean => !toWire.has(name);
      return withNames(Object.fromEntries(Object.entries(wire).filter(isFree)), toTypeScript);
    },
    encode: (fields) => withNames(fields, toWire),
  });
}
