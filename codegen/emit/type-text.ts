/**
 * Writes schema fragments as TypeScript types.
 * One writer per file; it remembers which shared types and classes it named, for the imports.
 */
import type { Json, JsonType, SchemaFragment } from "../format.js";
import { perKey } from "../memo.js";
import { isAnything, isArray, jsonTypes, reference } from "../schemas.js";
import { around, type Code, flat, group, isGroup, key, list } from "./code.js";
import { describedValue } from "./limits.js";

/** How a face of the output names things. */
export interface Naming {
  /** A field of a value, by its wire name. */
  readonly field: (wire: string) => string;
  /** A widget of a class. */
  readonly widget: (className: string) => string;
}

const isSimple = (code: Code): boolean =>
  isGroup(code) || (typeof code === "string" && /^[\w.]+$/.test(code));

/** Branches that read the same are there once. */
const distinct = (branches: readonly Code[]): Code[] => [
  ...new Map(branches.map((it) => [flat(it), it])).values(),
];
const literals = (values: readonly Json[]): Code[] => values.map((value) => JSON.stringify(value));

/** Branches as one piece, in brackets where it is a union. */
function single(branches: readonly Code[]): Code {
  const [only] = branches;
  if (branches.length === 1 && only !== undefined && isSimple(only)) return only;
  return `(${branches.map(flat).join(" | ")})`;
}

/** Branches as the type of a field. */
function whole(branches: readonly Code[]): Code {
  const [only] = branches;
  return branches.length === 1 && only !== undefined ? only : branches.map(flat).join(" | ");
}

const arrayOf = (branches: readonly Code[]): Code => around("", single(branches), "[]");

export interface Field {
  readonly name: string;
  readonly type: Code;
  readonly optional: boolean;
  readonly description: string | undefined;
}

interface Written {
  readonly text: string;
  readonly types: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
}
/** What many files say, such as the members that classes inherit, is written once. */
const writtenIn = perKey((naming: Naming) =>
  perKey((schema: SchemaFragment): Written => {
    const writer = new TypeWriter(naming);
    const text = writer.branches(schema).map(flat).join(" | ");
    return { text, types: writer.types, classes: writer.classes };
  }),
);

export class TypeWriter {
  readonly types = new Set<string>();
  readonly classes = new Set<string>();
  readonly #naming: Naming;

  constructor(naming: Naming) {
    this.#naming = naming;
  }

  /** The type on one line. */
  write(schema: SchemaFragment): string {
    const { text, types, classes } = writtenIn(this.#naming)(schema);
    for (const name of types) this.types.add(name);
    for (const name of classes) this.classes.add(name);
    return text;
  }

  /** The branches of a union, or the one type. */
  branches(schema: SchemaFragment): Code[] {
    return distinct(this.#all(schema));
  }

  /** Fields of an object type. */
  fields(schema: SchemaFragment): Field[] {
    const required = new Set(schema.required);
    return Object.entries(schema.properties ?? {}).map(([wire, part]) => {
      const optional = !required.has(wire);
      const branches = this.branches(part);
      return {
        name: key(this.#naming.field(wire)),
        type: whole(optional ? [...branches, "undefined"] : branches),
        optional,
        description: describedValue(part.description, part) || undefined,
      };
    });
  }

  #all(schema: SchemaFragment): Code[] {
    const ref = reference(schema);
    if (ref?.kind === "types") {
      this.types.add(ref.name);
      return [ref.name];
    }
    if (ref) {
      this.classes.add(ref.name);
      return [this.#naming.widget(ref.name)];
    }
    if (isAnything(schema)) return [this.#json()];
    if (schema.anyOf) return schema.anyOf.flatMap((branch) => this.#all(branch));
    if (schema.const !== undefined) return literals([schema.const]);
    if (schema.enum) return literals(schema.enum);
    if (schema.contentEncoding) return ["Uint8Array"];
    const types = jsonTypes(schema);
    if (types.length === 0) return [isArray(schema) ? this.#array(schema) : this.#object(schema)];
    return types.map((type) => this.#ofType(type, schema));
  }

  #ofType(type: JsonType, schema: SchemaFragment): Code {
    if (type === "array") return this.#array(schema);
    if (type === "object") return this.#object(schema);
    return type === "integer" ? "number" : type;
  }

  #array(schema: SchemaFragment): Code {
    const { prefixItems, items, minItems = 0 } = schema;
    if (!prefixItems) return arrayOf(items ? this.branches(items) : [this.#json()]);
    const parts = prefixItems.map((part, index) => {
      const branches = this.branches(part);
      return index < minItems ? whole(branches) : around("", single(branches), "?");
    });
    const rest = items ? [around("...", arrayOf(this.branches(items)))] : [];
    return list([...parts, ...rest]);
  }

  #object(schema: SchemaFragment): Code {
    const fields = this.fields(schema);
    const { additionalProperties: more } = schema;
    const items = fields.map((it) => around(`${it.name}${it.optional ? "?" : ""}: `, it.type));
    if (more === true || (typeof more !== "object" && items.length === 0)) {
      items.push(around("[key: string]: ", this.#json()));
    }
    if (typeof more === "object") {
      // An index signature must take in the named fields too.
      const types = distinct([...this.branches(more), ...fields.map((it) => it.type)]);
      items.push(around("[key: string]: ", whole(types)));
    }
    return group("{", items, "}", ";");
  }

  #json(): string {
    this.types.add("JsonValue");
    return "JsonValue";
  }
}
