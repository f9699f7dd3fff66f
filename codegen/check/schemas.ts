/**
 * Walks all schema fragments of a universe, with the place of each.
 * A fragment comes before those inside it.
 */
import type { SchemaFragment } from "../format.js";
import type { Document, Path } from "../load.js";
import { perKey } from "../memo.js";
import type { Universe } from "../resolve.js";

export interface Found {
  readonly schema: SchemaFragment;
  readonly path: Path;
  readonly document: Document;
  /** Part of a shared type, not of a class. */
  readonly isShared: boolean;
}

type Visit = (schema: SchemaFragment, path: Path) => void;

function inside(schema: SchemaFragment, path: Path, visit: Visit): void {
  visit(schema, path);
  for (const list of ["anyOf", "allOf", "prefixItems"] as const) {
    for (const [index, part] of (schema[list] ?? []).entries()) inside(part, [...path, list, index], visit);
  }
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    inside(part, [...path, "properties", name], visit);
  }
  for (const one of ["items", "additionalProperties"] as const) {
    const part = schema[one];
    if (typeof part === "object") inside(part, [...path, one], visit);
  }
}

/** Every object under one of these keys is a fragment; nothing else in a definition uses the keys. */
const schemaKeys = new Set(["schema", "returns"]);

function roots(value: unknown, path: Path, visit: Visit): void {
  if (value === null || typeof value !== "object") return;
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries()) roots(part, [...path, index], visit);
    return;
  }
  for (const [name, part] of Object.entries(value)) {
    if (part === null || typeof part !== "object" || valueKeys.has(name)) continue;
    const here = [...path, name];
    if (schemaKeys.has(name)) inside(part as SchemaFragment, here, visit);
    else roots(part, here, visit);
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

/** Worked out once: several checks go over them. */
export const schemasOf = perKey(({ classes, types }: Universe): readonly Found[] => {
  const all: Found[] = [];
  for (const { document, definition } of classes.values()) {
    roots(definition, [], (schema, path) => all.push({ schema, path, document, isShared: false }));
  }
  for (const { document, definition } of types.values()) {
    inside(definition.schema, ["schema"], (schema, path) =>
      all.push({ schema, path, document, isShared: true }),
    );
  }
  return all;
});
