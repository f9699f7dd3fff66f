/**
 * The page of a shared type: what it is, its fields, and which classes and types use it.
 */
import type { SchemaFragment } from "../../format.js";
import type { ClassModel, Model, TypeModel } from "../../model.js";
import { isObject, typesNamed } from "../../schemas.js";
import { layOutUnion } from "../code.js";
import { describedValue } from "../limits.js";
import { fieldWords } from "../members.js";
import { camel, inCamel } from "../names.js";
import { TypeWriter } from "../type-text.js";
import { besideTypes, block, code, pageHeader, parts, plain, table, typeOf } from "./markdown.js";

/** By type: the classes and the types that name it themselves, in order. */
export interface Uses {
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly types: ReadonlyMap<string, readonly string[]>;
}

/** The schemas that a class has of its own, but for those that only the wire knows. */
export const schemasOf = (it: ClassModel): SchemaFragment[] => [
  ...(it.ownArgs ?? []).map((each) => each.schema),
  ...it.ownOptions.map((each) => each.schema),
  ...it.ownMethods
    .filter((each) => each.definition.kind !== "wire")
    .flatMap((each) => [...each.params.map((param) => param.schema), each.returns ?? {}]),
  ...it.ownCallbacks.flatMap((each) => each.args.map((arg) => arg.schema)),
];

export function usesOf(model: Model): Uses {
  const gathered = (users: readonly (readonly [string, readonly SchemaFragment[]])[]) => {
    const all = new Map<string, string[]>();
    for (const [user, schemas] of users) {
      for (const name of new Set(schemas.flatMap(typesNamed)))
        all.set(name, [...(all.get(name) ?? []), user]);
    }
    return all;
  };
  return {
    types: gathered(model.types.map((type) => [type.name, [type.schema]])),
    classes: gathered(model.classes.map((it) => [it.name, schemasOf(it)] as const)),
  };
}

function fields({ schema }: TypeModel, words: ReadonlySet<string>): string {
  const required = new Set(schema.required);
  const rows = Object.entries(schema.properties ?? {}).map(([wire, part]) => [
    code(camel(wire) + (required.has(wire) ? "" : "?")),
    typeOf(part, besideTypes),
    plain(inCamel(describedValue(part.description, part), words)),
  ]);
  return table(["field", "type", ""], rows);
}

export function typePage(type: TypeModel, model: Model, uses: Uses, command: string): string {
  const { name, schema, origin, description } = type;
  const words = fieldWords(model.types);
  const writer = new TypeWriter({ field: camel, widget: (it) => it });
  const opening = `type ${name} =`;
  const union = layOutUnion(writer.branches(schema), opening.length + 1);
  const isFieldsOnly = isObject(schema) && !schema.anyOf && schema.properties !== undefined;
  const links = (users: readonly string[] | undefined, place: (name: string) => string): string =>
    (users ?? []).map((user) => `[${user}](${place(user)})`).join(", ");
  const classes = links(uses.classes.get(name), besideTypes.ofClass);
  const types = links(uses.types.get(name), besideTypes.ofType);
  return `${parts(
    pageHeader(origin, command),
    `# ${name}`,
    plain(inCamel(describedValue(description, schema), words)),
    isFieldsOnly && schema.additionalProperties === undefined
      ? ""
      : block(`${opening}${union.startsWith("\n") ? "" : " "}${union};`),
    isFieldsOnly ? fields(type, words) : "",
    classes === "" ? "" : `Used by ${classes}.`,
    types === "" ? "" : `Part of ${types}.`,
  )}\n`;
}
