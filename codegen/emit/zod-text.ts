/**
 * Writes schema fragments as zod schemas that read the wire form and write it back.
 * Fields with other names in TypeScript become codecs; widgets and bytes are checked by the runtime's helpers.
 */
import type { Json, JsonType, SchemaFragment } from "../format.js";
import { perKey } from "../memo.js";
import { anywhere, isAnything, isArray, jsonTypes, reference, type Types } from "../schemas.js";
import { around, type Code, call, flat, list, literal, object, quoted } from "./code.js";
import { camel } from "./names.js";

const number = (value: number): string => String(value);
const hasOtherNames = (schema: SchemaFragment): boolean =>
  Object.keys(schema.properties ?? {}).some((wire) => camel(wire) !== wire);

/** Whether its values look different on the wire and in TypeScript. */
export const renames = (schema: SchemaFragment, types: Types): boolean =>
  anywhere(schema, types, hasOtherNames);

const recursive = perKey((types: Types): ReadonlySet<string> => {
  const holdsItself = (name: string, schema: SchemaFragment): boolean =>
    anywhere(schema, types, (part) => reference(part)?.name === name && reference(part)?.kind === "types");
  return new Set([...types].filter(([name, schema]) => holdsItself(name, schema)).map(([name]) => name));
});

/** Whether a shared type can hold itself. */
const isRecursive = (name: string, types: Types): boolean => recursive(types).has(name);

function chained(code: Code, ...checks: (string | false)[]): Code {
  const calls = checks.filter((check) => check !== false).join("");
  return calls === "" ? code : around("", code, calls);
}

export class ZodWriter {
  /** Shared types that it named. */
  readonly types = new Set<string>();
  /** Helpers of the runtime that it needs. */
  readonly helpers = new Set<string>();
  usesZod = false;
  readonly #schemas: Types;

  constructor(schemas: Types) {
    this.#schemas = schemas;
  }

  write(schema: SchemaFragment): Code {
    const ref = reference(schema);
    if (ref?.kind === "widgets") return this.#helper("widgetRef", quoted(ref.name));
    if (ref) {
      this.types.add(ref.name);
      return isRecursive(ref.name, this.#schemas) ? this.#z("lazy", ref.name) : `${ref.name}()`;
    }
    if (isAnything(schema)) return this.#helper("json");
    if (schema.anyOf) return this.#union(schema.anyOf);
    if (schema.const !== undefined) return this.#z("literal", literal(schema.const));
    if (schema.enum) return this.#enum(schema.enum);
    if (schema.contentEncoding) return this.#helper("bytes");
    const types = jsonTypes(schema);
    if (types.length === 0) return this.#ofType(isArray(schema) ? "array" : "object", schema);
    if (types.length === 1) return this.#ofType(types[0] as JsonType, schema);
    return this.#union(types.map((type) => ({ ...schema, type })));
  }

  optional(schema: SchemaFragment): Code {
    return around("", this.write(schema), ".optional()");
  }

  #z(name: string, ...args: Code[]): Code {
    this.usesZod = true;
    return call(`z.${name}`, ...args);
  }

  #helper(name: string, ...args: Code[]): Code {
    this.helpers.add(name);
    return call(name, ...args);
  }

  #enum(values: readonly Json[]): Code {
    const isText = values.every((value) => typeof value === "string");
    return this.#z(isText ? "enum" : "literal", list(values.map(literal)));
  }

  #union(branches: readonly SchemaFragment[]): Code {
    const isNull = (branch: SchemaFragment): boolean => branch.type === "null" || branch.const === null;
    const others = branches.filter((branch) => !isNull(branch)).map((branch) => this.write(branch));
    if (others.length === 0) return this.#z("null");
    const code = others.length === 1 ? (others[0] as Code) : this.#z("union", list(others));
    return branches.some(isNull) ? around("", code, ".nullable()") : code;
  }

  #ofType(type: JsonType, schema: SchemaFragment): Code {
    switch (type) {
      case "string":
        return chained(
          this.#z("string"),
          schema.minLength !== undefined && `.min(${schema.minLength})`,
          schema.maxLength !== undefined && `.max(${schema.maxLength})`,
          schema.pattern !== undefined && `.regex(new RegExp(${JSON.stringify(schema.pattern)}, "u"))`,
        );
      case "number":
      case "integer":
        return chained(
          this.#z(type === "integer" ? "int" : "number"),
          schema.minimum !== undefined && `.min(${number(schema.minimum)})`,
          schema.maximum !== undefined && `.max(${number(schema.maximum)})`,
          schema.exclusiveMinimum !== undefined && `.gt(${number(schema.exclusiveMinimum)})`,
          schema.exclusiveMaximum !== undefined && `.lt(${number(schema.exclusiveMaximum)})`,
        );
      case "array":
        return this.#array(schema);
      case "object":
        return this.#object(schema);
      default:
        return this.#z(type);
    }
  }

  #array(schema: SchemaFragment): Code {
    const { prefixItems, items, minItems = 0, maxItems, uniqueItems } = schema;
    if (prefixItems) {
      const parts = prefixItems.map((part, index) =>
        index < minItems ? this.write(part) : this.optional(part),
      );
      return this.#z("tuple", list(parts), ...(items ? [this.write(items)] : []));
    }
    if (uniqueItems) this.helpers.add("unique");
    return chained(
      this.#z("array", items ? this.write(items) : this.#helper("json")),
      minItems > 0 && `.min(${minItems})`,
      maxItems !== undefined && `.max(${maxItems})`,
      uniqueItems === true && `.refine(unique, "no item twice")`,
    );
  }

  #object(schema: SchemaFragment): Code {
    const { properties = {}, required = [], additionalProperties: more } = schema;
    const fields = Object.entries(properties);
    const rest =
      typeof more === "object"
        ? this.write(more)
        : more === true || fields.length === 0
          ? this.#helper("json")
          : null;
    if (fields.length === 0 && rest !== null && more !== false)
      return this.#z("record", this.#z("string"), rest);
    const shape = object(
      Object.fromEntries(
        fields.map(([wire, part]) => [
          camel(wire),
          required.includes(wire) ? this.write(part) : this.optional(part),
        ]),
      ),
    );
    const plain = this.#z(more === false ? "strictObject" : "object", shape);
    const whole = rest === null || more === false ? plain : around("", plain, `.catchall(${flat(rest)})`);
    if (!hasOtherNames(schema)) return whole;
    const names = fields
      .filter(([wire]) => camel(wire) !== wire)
      .map(([wire]) => [wire, quoted(camel(wire))]);
    return this.#helper("renamed", whole, object(Object.fromEntries(names)));
  }
}
