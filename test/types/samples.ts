/**
 * Sample values of a schema, as TypeScript: one for each branch, literal and shape that it has.
 */
import { camel } from "../../codegen/emit/names.js";
import type { JsonType, SchemaFragment } from "../../codegen/format.js";
import { isAnything, isArray, jsonTypes, reference, type Types } from "../../codegen/schemas.js";

/** Text of a program that has a widget of each class in `w`. */
export function samples(schema: SchemaFragment, types: Types, depth = 0): string[] {
  const ref = reference(schema);
  if (ref?.kind === "widgets") return [`w.${ref.name}`];
  if (ref) return depth > 20 ? ["null"] : samples(types.get(ref.name) ?? {}, types, depth + 1);
  if (isAnything(schema)) return ["null", "5", '{ a: [1, "x", null] }'];
  if (schema.anyOf) return distinct(schema.anyOf.flatMap((branch) => samples(branch, types, depth)));
  if (schema.allOf)
    return [
      object(
        schema.allOf.map((part) => resolved(part, types)),
        types,
        depth,
      ),
    ];
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value));
  if (schema.contentEncoding) return ["new Uint8Array(2)"];
  const kinds = jsonTypes(schema);
  if (kinds.length === 0)
    return isArray(schema) ? arrays(schema, types, depth) : objects(schema, types, depth);
  return distinct(kinds.flatMap((kind) => ofType(kind, schema, types, depth)));
}

const distinct = (all: readonly string[]): string[] => [...new Set(all)];

function ofType(type: JsonType, schema: SchemaFragment, types: Types, depth: number): string[] {
  switch (type) {
    case "array":
      return arrays(schema, types, depth);
    case "object":
      return objects(schema, types, depth);
    case "string":
      return ['"x"'];
    case "boolean":
      return ["true", "false"];
    case "null":
      return ["null"];
    default:
      return [String(Math.max(schema.minimum ?? 0, (schema.exclusiveMinimum ?? -1) + 1))];
  }
}

const first = (schema: SchemaFragment, types: Types, depth: number): string =>
  samples(schema, types, depth + 1)[0] ?? "null";

function arrays(schema: SchemaFragment, types: Types, depth: number): string[] {
  const { prefixItems, items, minItems = 0 } = schema;
  if (prefixItems) {
    const all = prefixItems.map((part) => first(part, types, depth));
    return distinct([`[${all.join(", ")}]`, `[${all.slice(0, minItems).join(", ")}]`]);
  }
  if (!items || depth > 6) return ["[]"];
  return samples(items, types, depth + 1).map((item) => `[${item}]`);
}

function resolved(schema: SchemaFragment, types: Types): SchemaFragment {
  const ref = reference(schema);
  return ref ? resolved(types.get(ref.name) ?? {}, types) : schema;
}

/** With all fields, of the parts that an `allOf` joins. */
function object(pieces: readonly SchemaFragment[], types: Types, depth: number): string {
  const fields = pieces.flatMap((part) =>
    (part.allOf ? part.allOf.map((each) => resolved(each, types)) : [part]).flatMap((each) =>
      Object.entries(each.properties ?? {}),
    ),
  );
  const all = new Map(fields.map(([name, part]) => [camel(name), first(part, types, depth)]));
  return `{ ${[...all].map(([name, value]) => `${JSON.stringify(name)}: ${value}`).join(", ")} }`;
}

function objects(schema: SchemaFragment, types: Types, depth: number): string[] {
  const { properties = {}, required = [], additionalProperties: more } = schema;
  const entries = Object.entries(properties).map(
    ([name, part]) => [name, `${JSON.stringify(camel(name))}: ${first(part, types, depth)}`] as const,
  );
  const extra =
    more === true
      ? ["other: 5"]
      : typeof more === "object" && depth < 6
        ? [`other: ${first(more, types, depth)}`]
        : [];
  const text = (parts: readonly string[]): string => (parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`);
  return distinct([
    text([...entries.map(([, each]) => each), ...extra]),
    text(entries.filter(([name]) => required.includes(name)).map(([, each]) => each)),
  ]);
}
