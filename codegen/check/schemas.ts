/**
 * Walks all schema fragments of a universe, with the place of each.
 * A fragment comes before those inside it.
 */
import type { SchemaFragment } from "../format.js";
import type { Document, Path } from "../load.js";
import type { Universe } from "../resolve.js";

export interface Found {
  readonly schema: SchemaFragment;
  readonly path: Path;
  readonly document: Document;
  /** Part of a shared type, not of a class. */
  readonly isShared: boolean;
}

function* inside(schema: SchemaFragment, path: Path): Generator<[SchemaFragment, Path]> {
  yield [schema, path];
  for (const list of ["anyOf", "allOf", "prefixItems"] as const) {
    for (const [index, part] of (schema[list] ?? []).entries()) yield* inside(part, [...path, list, index]);
  }
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    yield* inside(part, [...path, "properties", name]);
  }
  for (const one of ["items", "additionalProperties"] as const) {
    const part = schema[one];
    if (typeof part === "object") yield* inside(part, [...path, one]);
  }
}

/** Every object under one of these keys is a fragment; nothing else in a definition uses the keys. */
const schemaKeys = new Set(["schema", "returns"]);

function* roots(value: unknown, path: Path): Generator<[SchemaFragment, Path]> {
  if (value === null || typeof value !== "object") return;
  for (const [name, part] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(name) : name];
    if (schemaKeys.has(name) && !Array.isArray(value)) yield [part as SchemaFragment, here];
    else if (!valueKeys.has(name)) yield* roots(part, here);
  }
}

/** What stands under these keys is a value of the program's, not a part of the definition. */
const valueKeys = new Set([
  "default",
  "value",
  "constant",
  "without_browser",
  "to",
  "is",
  "is_not",
  "toggle",
]);

export function* schemasOf({ classes, types }: Universe): Generator<Found> {
  for (const { document, definition } of classes.values()) {
    for (const [root, at] of roots(definition, [])) {
      for (const [schema, path] of inside(root, at)) yield { schema, path, document, isShared: false };
    }
  }
  for (const { document, definition } of types.values()) {
    for (const [schema, path] of inside(definition.schema, ["schema"])) {
      yield { schema, path, document, isShared: true };
    }
  }
}
