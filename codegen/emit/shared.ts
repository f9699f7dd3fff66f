/**
 * Emits the shared value types: `types.ts` for the server, `browser/types.ts` in wire form, the types
 * of each face that hold widgets, and `validators.ts` with a zod schema for each.
 */
import type { Model, TypeModel } from "../model.js";
import { isObject } from "../schemas.js";
import { flat, layOut } from "./code.js";
import { type Declaration, type Draft, Imports, runtime } from "./draft.js";
import { fieldWords } from "./members.js";
import { camel } from "./names.js";
import { type Naming, TypeWriter } from "./type-text.js";
import { ZodWriter } from "./zod-text.js";

const source = "schema/types";

const jsonValue: Declaration = {
  kind: "code",
  text: `/** Any value that JSON can say. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };`,
};
const widgetRef: Declaration = {
  kind: "code",
  text: `/** A widget, by its number. */
export interface WidgetRef {
  readonly wid: number;
}`,
};

function declaration(type: TypeModel, writer: TypeWriter): Declaration {
  const { name, schema } = type;
  const doc = { description: type.description };
  const hasOnlyFields = isObject(schema) && schema.properties !== undefined && !schema.additionalProperties;
  if (!hasOnlyFields || schema.anyOf) return { kind: "alias", name, branches: writer.branches(schema), doc };
  const properties = writer.fields(schema).map(({ description, type: code, ...field }) => ({
    ...field,
    type: flat(code),
    ...(description !== undefined && { doc: { description } }),
  }));
  return { kind: "interface", name, doc, properties };
}

const serverNaming = (): Naming => ({ field: camel, widget: (name) => name });

function serverTypes(model: Model): Draft {
  const writer = new TypeWriter(serverNaming());
  const declarations = model.types
    .filter((type) => !type.holdsWidgets)
    .map((type) => declaration(type, writer));
  return {
    path: "types.ts",
    from: source,
    imports: new Imports(),
    words: fieldWords(model.types),
    declarations: [jsonValue, ...declarations],
  };
}

/** Types that hold widgets name the classes of a face. */
function faceTypes(model: Model, face: string): Draft | null {
  const holders = model.types.filter((type) => type.holdsWidgets);
  if (holders.length === 0) return null;
  const writer = new TypeWriter(serverNaming());
  const declarations = holders.map((type) => declaration(type, writer));
  const imports = new Imports();
  const here = new Set(holders.map((type) => type.name));
  for (const name of writer.types) if (!here.has(name)) imports.type("../types.js", name);
  for (const name of writer.classes) imports.type(`./${name}.js`, name);
  return { path: `${face}/types.ts`, from: source, imports, words: fieldWords(holders), declarations };
}

function browserTypes(model: Model): Draft {
  const writer = new TypeWriter({ field: (wire) => wire, widget: () => "WidgetRef" });
  const declarations = model.types.map((type) => declaration(type, writer));
  const all = [jsonValue, widgetRef, ...declarations];
  return { path: "browser/types.ts", from: source, imports: new Imports(), declarations: all };
}

function validators(model: Model): Draft {
  const imports = new Imports();
  const writer = new ZodWriter(model.schemas);
  const lines = model.types.map(({ name, schema }) => {
    const opening = `export const ${name} = once((): z.ZodType => `;
    return `${opening}${layOut(writer.write(schema), 0, opening.length, 2)});`;
  });
  imports[writer.usesZod ? "value" : "type"]("zod", "z");
  const helpers = runtime("session/validators.js");
  imports.value(helpers, "once");
  for (const name of writer.helpers) imports.value(helpers, name);
  return {
    path: "validators.ts",
    from: source,
    imports,
    declarations: [{ kind: "code", text: lines.join("\n") }],
  };
}

export const shared = (model: Model): Draft[] => [
  serverTypes(model),
  ...["sync", "async"].flatMap((face) => faceTypes(model, face) ?? []),
  browserTypes(model),
  validators(model),
];
