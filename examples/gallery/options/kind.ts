/**
 * Which editor a value of a schema wants. Pure: from a fragment of a definition to a plain description.
 */
import type { Json, SchemaFragment } from "../../../codegen/format.js";
import { followed, isArray, joined, jsonTypes, reference, type Types } from "../../../codegen/schemas.js";

export type Kind =
  | { readonly kind: "boolean" }
  | { readonly kind: "choice"; readonly values: readonly Json[] }
  | {
      readonly kind: "number";
      readonly whole: boolean;
      readonly min: number | null;
      readonly max: number | null;
    }
  /** `strict`: not everything that can be typed is a value, so that it counts once it is entered. */
  | { readonly kind: "text"; readonly strict: boolean }
  | { readonly kind: "colour"; readonly empty: "" | null | undefined }
  | { readonly kind: "tuple"; readonly parts: readonly Kind[] }
  /** Something, or null for nothing. */
  | { readonly kind: "optional"; readonly of: Kind }
  /** Whatever else JSON can say. */
  | { readonly kind: "json" }
  /** Widgets and bytes: shown, not edited. */
  | { readonly kind: "fixed" };

/** The types whose values are colours. */
const colours = new Set(["Color", "HexColor", "HexColorInput"]);

export function kindOf(schema: SchemaFragment, types: Types): Kind {
  const ref = reference(schema);
  if (ref?.kind === "widgets") return { kind: "fixed" };
  if (ref !== null && colours.has(ref.name)) return { kind: "colour", empty: undefined };
  if (ref !== null) return kindOf(followed(schema, types), types);
  if (schema.allOf !== undefined) return kindOf(joined(schema, types), types);
  if (schema.anyOf !== undefined) return kindOfUnion(schema.anyOf, types);
  if (schema.enum !== undefined) return { kind: "choice", values: schema.enum };
  if (schema.contentEncoding !== undefined) return { kind: "fixed" };
  if (schema.prefixItems !== undefined) return kindOfTuple(schema.prefixItems, types);
  return kindOfTypes(schema);
}

function kindOfTuple(items: readonly SchemaFragment[], types: Types): Kind {
  const parts = items.map((each) => kindOf(each, types));
  if (parts.some(({ kind }) => kind === "fixed")) return { kind: "fixed" };
  return parts.some(({ kind }) => kind === "json" || kind === "tuple")
    ? { kind: "json" }
    : { kind: "tuple", parts };
}

/** Of several forms the first that has an editor; null beside it makes it optional. */
function kindOfUnion(branches: readonly SchemaFragment[], types: Types): Kind {
  const empty = branches.find((each) => each.const !== undefined || jsonTypes(each).includes("null"));
  const rest = branches.filter((each) => each.const === undefined && !isNull(each));
  const kinds = rest.map((each) => kindOf(each, types));
  const first = kinds.find(({ kind }) => kind !== "json") ?? kinds[0];
  if (first === undefined) return { kind: "choice", values: branches.map((each) => each.const ?? null) };
  if (kinds.some(({ kind }) => kind === "fixed")) return { kind: "fixed" };
  if (empty === undefined) return first;
  if (first.kind === "colour") return { kind: "colour", empty: branches.some(isNull) ? null : "" };
  return optional(first);
}

const isNull = (schema: SchemaFragment): boolean => {
  const types = jsonTypes(schema);
  return schema.const === null || (types.length === 1 && types[0] === "null");
};

function optional(of: Kind): Kind {
  if (of.kind === "choice" && !of.values.includes(null))
    return { kind: "choice", values: [null, ...of.values] };
  return of.kind === "optional" || of.kind === "choice" || of.kind === "fixed" || of.kind === "json"
    ? of
    : { kind: "optional", of };
}

function kindOfTypes(schema: SchemaFragment): Kind {
  const types = jsonTypes(schema);
  const type = types.find((each) => each !== "null");
  const plain = isArray(schema) ? ({ kind: "json" } as const) : kindOfType(type, schema);
  return types.includes("null") ? optional(plain) : plain;
}

function kindOfType(type: string | undefined, schema: SchemaFragment): Kind {
  if (type === "boolean") return { kind: "boolean" };
  if (type === "number" || type === "integer") {
    const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema;
    return {
      kind: "number",
      whole: type === "integer",
      min:
        minimum ??
        (exclusiveMinimum === undefined ? null : exclusiveMinimum + (type === "integer" ? 1 : 0.01)),
      max:
        maximum ??
        (exclusiveMaximum === undefined ? null : exclusiveMaximum - (type === "integer" ? 1 : 0.01)),
    };
  }
  if (type === "string") {
    return { kind: "text", strict: schema.pattern !== undefined || (schema.minLength ?? 0) > 0 };
  }
  return { kind: "json" };
}

/** A value to begin with where there is none yet. */
export function firstValue(kind: Kind): Json {
  switch (kind.kind) {
    case "boolean":
      return false;
    case "choice":
      return kind.values.find((each) => each !== null) ?? null;
    case "number":
      return Math.max(kind.min ?? 0, Math.min(kind.max ?? Number.POSITIVE_INFINITY, kind.whole ? 1 : 0));
    case "text":
      return "";
    case "colour":
      return kind.empty ?? "#808080";
    case "tuple":
      return kind.parts.map(firstValue);
    default:
      return null;
  }
}

/** Whether an editor of this kind can show a value. */
export function fits(kind: Kind, value: unknown): boolean {
  switch (kind.kind) {
    case "boolean":
      return typeof value === "boolean";
    case "choice":
      return kind.values.some((each) => each === value);
    case "number":
      return typeof value === "number";
    case "text":
      return typeof value === "string";
    case "colour":
      return typeof value === "string" || value === null;
    case "tuple":
      return (
        Array.isArray(value) &&
        value.length === kind.parts.length &&
        kind.parts.every((part, i) => fits(part, value[i]))
      );
    case "optional":
      return value === null || value === undefined || fits(kind.of, value);
    default:
      return true;
  }
}
