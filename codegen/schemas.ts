/**
 * Questions about schema fragments, answered with the shared types at hand.
 * Fragments are followed through references, so an answer holds for what a value really is.
 */
import type { Json, JsonType, SchemaFragment } from "./format.js";
import { perKey } from "./memo.js";

/** Shared types by name. */
export type Types = ReadonlyMap<string, SchemaFragment>;

/** `{ kind: "types", name: "Color" }` for `#/types/Color`. */
export function reference(schema: SchemaFragment): { kind: "types" | "widgets"; name: string } | null {
  const { $ref } = schema;
  if ($ref === undefined) return null;
  const kind = $ref.startsWith("#/types/") ? "types" : $ref.startsWith("#/widgets/") ? "widgets" : null;
  const name = kind === null ? "" : $ref.slice(kind.length + 3);
  return kind === null || name === "" ? null : { kind, name };
}

/** Fragments directly inside one. */
export function parts(schema: SchemaFragment): SchemaFragment[] {
  const { anyOf = [], allOf = [], prefixItems = [], properties = {}, items, additionalProperties } = schema;
  return [
    ...anyOf,
    ...allOf,
    ...prefixItems,
    ...Object.values(properties),
    ...(items ? [items] : []),
    ...(typeof additionalProperties === "object" ? [additionalProperties] : []),
  ];
}

/** Whether something holds for a fragment or for anything inside it, at any depth. */
export function anywhere(
  schema: SchemaFragment,
  types: Types,
  holds: (part: SchemaFragment) => boolean,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (holds(schema)) return true;
  const ref = reference(schema);
  if (ref?.kind === "types") {
    const target = types.get(ref.name);
    if (!target || seen.has(ref.name)) return false;
    return anywhere(target, types, holds, new Set([...seen, ref.name]));
  }
  return parts(schema).some((part) => anywhere(part, types, holds, seen));
}

const isWidget = (part: SchemaFragment): boolean => reference(part)?.kind === "widgets";
const holdersAmong = perKey((types: Types) =>
  perKey((schema: SchemaFragment) => anywhere(schema, types, isWidget)),
);

/** Whether its values may hold references to widgets. */
export const holdsWidgets = (schema: SchemaFragment, types: Types): boolean => holdersAmong(types)(schema);

/** Names of the shared types that a fragment names itself, not through others. */
export const typesNamed: (schema: SchemaFragment) => readonly string[] = perKey((schema) => {
  const ref = reference(schema);
  return [...(ref?.kind === "types" ? [ref.name] : []), ...parts(schema).flatMap(typesNamed)];
});

/** Names of the classes that a fragment names itself. */
export function classesNamed(schema: SchemaFragment): string[] {
  const ref = reference(schema);
  return [...(ref?.kind === "widgets" ? [ref.name] : []), ...parts(schema).flatMap(classesNamed)];
}

export const jsonTypes = (schema: SchemaFragment): readonly JsonType[] =>
  schema.type === undefined ? [] : Array.isArray(schema.type) ? schema.type : [schema.type];

/** Whether null is one of its values. */
export function takesNull(schema: SchemaFragment, types: Types): boolean {
  const ref = reference(schema);
  if (ref) {
    const target = ref.kind === "types" ? types.get(ref.name) : undefined;
    return target !== undefined && takesNull(target, types);
  }
  if (schema.anyOf) return schema.anyOf.some((branch) => takesNull(branch, types));
  if (schema.enum) return schema.enum.includes(null);
  if (schema.const !== undefined) return schema.const === null;
  return schema.type === undefined ? isAnything(schema) : jsonTypes(schema).includes("null");
}

/** `{}`: every JSON value. */
export const isAnything = (schema: SchemaFragment): boolean =>
  Object.keys(schema).every((key) => key === "description" || key === "examples");

export const isObject = (schema: SchemaFragment): boolean =>
  schema.type === "object" || schema.properties !== undefined || schema.additionalProperties !== undefined;
export const isArray = (schema: SchemaFragment): boolean =>
  schema.type === "array" || schema.items !== undefined || schema.prefixItems !== undefined;

const joinedAmong = perKey((types: Types) => perKey((schema: SchemaFragment) => join(schema, types)));

/** The same fragment with every `allOf` of objects joined into one object; itself where there is none. */
export const joined = (schema: SchemaFragment, types: Types): SchemaFragment => joinedAmong(types)(schema);

const hasParts = (schema: SchemaFragment): boolean =>
  schema.anyOf !== undefined ||
  schema.prefixItems !== undefined ||
  schema.properties !== undefined ||
  typeof schema.items === "object" ||
  typeof schema.additionalProperties === "object";

function join(schema: SchemaFragment, types: Types): SchemaFragment {
  if (!schema.allOf && !hasParts(schema)) return schema;
  const inside = <T extends SchemaFragment | boolean | undefined>(part: T): T =>
    (typeof part === "object" ? joined(part, types) : part) as T;
  const { allOf, ...rest } = schema;
  if (!allOf) {
    return {
      ...rest,
      ...(rest.anyOf && { anyOf: rest.anyOf.map(inside) }),
      ...(rest.prefixItems && { prefixItems: rest.prefixItems.map(inside) }),
      ...(rest.items !== undefined && { items: inside(rest.items) }),
      ...(rest.properties && {
        properties: Object.fromEntries(
          Object.entries(rest.properties).map(([key, part]) => [key, inside(part)]),
        ),
      }),
      ...(rest.additionalProperties !== undefined && {
        additionalProperties: inside(rest.additionalProperties),
      }),
    };
  }
  const sources = [...allOf, rest].map((part) => joined(followed(part, types), types));
  const additional = sources.map((part) => part.additionalProperties).filter((part) => part !== undefined);
  return {
    type: "object",
    properties: Object.assign({}, ...sources.map((part) => part.properties ?? {})),
    required: [...new Set(sources.flatMap((part) => part.required ?? []))],
    ...(additional.length > 0 && { additionalProperties: additional.at(-1) }),
    ...(schema.description !== undefined && { description: schema.description }),
  };
}

/** What a reference to a shared type stands for, to the end of a chain of them. */
export function followed(schema: SchemaFragment, types: Types): SchemaFragment {
  const seen = new Set<string>();
  let here = schema;
  for (let ref = reference(here); ref?.kind === "types" && !seen.has(ref.name); ref = reference(here)) {
    seen.add(ref.name);
    here = types.get(ref.name) ?? {};
  }
  return here;
}

/** The schema of a part of a value, or null when no value can have that part. */
export function partAt(
  schema: SchemaFragment,
  segments: readonly string[],
  types: Types,
): SchemaFragment | null {
  const [segment, ...rest] = segments;
  if (segment === undefined) return schema;
  const here = joined(followed(schema, types), types);
  if (isAnything(here)) return {};
  if (here.anyOf) {
    const found = here.anyOf.map((branch) => partAt(branch, segments, types)).filter((part) => part !== null);
    return found.length > 1 ? { anyOf: found } : (found[0] ?? null);
  }
  if (/^[0-9]+$/.test(segment) && isArray(here)) {
    const item =
      here.prefixItems?.[Number(segment)] ??
      (here.items === undefined && here.prefixItems ? null : here.items);
    return item ? partAt(item, rest, types) : null;
  }
  const own = here.properties?.[segment];
  if (own) return partAt(own, rest, types);
  const { additionalProperties } = here;
  return typeof additionalProperties === "object" ? partAt(additionalProperties, rest, types) : null;
}

/** `limits/0` as the state and the way into its value. */
export function splitPointer(pointer: string): { state: string; segments: string[] } {
  const [state = "", ...segments] = pointer.split("/");
  return { state, segments };
}

export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A part of a value. */
export function valueAt(value: Json | undefined, segments: readonly string[]): Json | undefined {
  let here = value;
  for (const segment of segments) {
    if (here === null || typeof here !== "object") return undefined;
    here = (here as { [key: string]: Json })[segment];
  }
  return here;
}
