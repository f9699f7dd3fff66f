/**
 * Walks all schema fragments of a universe, with the place of each.
 * A fragment comes before those inside it.
 */
import type { SchemaFragment } from "../format.js";
import type { Document, Path } from "../load.js";
import { perKey } from "../memo.js";
import type { Universe } from "../resolve.js";

/** A way into a document, put together when it is asked for: for a fault. */
interface Way {
  readonly before: Way | null;
  readonly segment: string | number;
}

function pathOf(way: Way | null): Path {
  const path: (string | number)[] = [];
  for (let at = way; at !== null; at = at.before) path.unshift(at.segment);
  return path;
}

export class Found {
  readonly schema: SchemaFragment;
  readonly document: Document;
  /** Part of a shared type, not of a class. */
  readonly isShared: boolean;
  readonly #way: Way | null;

  constructor(schema: SchemaFragment, way: Way | null, document: Document, isShared: boolean) {
    this.schema = schema;
    this.#way = way;
    this.document = document;
    this.isShared = isShared;
  }

  get path(): Path {
    return pathOf(this.#way);
  }
}

type Visit = (schema: SchemaFragment, way: Way) => void;

function inside(schema: SchemaFragment, way: Way, visit: Visit): void {
  visit(schema, way);
  for (const list of ["anyOf", "allOf", "prefixItems"] as const) {
    const parts = schema[list];
    if (parts === undefined) continue;
    const before = { before: way, segment: list };
    for (const [index, part] of parts.entries()) inside(part, { before, segment: index }, visit);
  }
  if (schema.properties !== undefined) {
    const before = { before: way, segment: "properties" };
    for (const name of Object.keys(schema.properties)) {
      inside(schema.properties[name] as SchemaFragment, { before, segment: name }, visit);
    }
  }
  for (const one of ["items", "additionalProperties"] as const) {
    const part = schema[one];
    if (typeof part === "object") inside(part, { before: way, segment: one }, visit);
  }
}

/** Every object under one of these keys is a fragment; nothing else in a definition uses the keys. */
const schemaKeys = new Set(["schema", "returns"]);

function roots(value: object, way: Way | null, visit: Visit): void {
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries()) {
      if (part !== null && typeof part === "object") roots(part, { before: way, segment: index }, visit);
    }
    return;
  }
  for (const [name, part] of Object.entries(value)) {
    if (part === null || typeof part !== "object" || valueKeys.has(name)) continue;
    const here = { before: way, segment: name };
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
    roots(definition, null, (schema, way) => all.push(new Found(schema, way, document, false)));
  }
  for (const { document, definition } of types.values()) {
    const way = { before: null, segment: "schema" };
    inside(definition.schema, way, (schema, here) => all.push(new Found(schema, here, document, true)));
  }
  return all;
});
