/**
 * Emits the shared value types: `types.ts` for the server, `browser/types.ts` in wire form, the types
 * of each face that hold widgets, and `validators.ts` with a zod schema for each.
 */
import type { Model, TypeModel } from "../model.js";
import { isObject } from "../schemas.js";
import { flat, layOut } from "./code.js";
import { type Declaration, type Draft, Imports, runtime } from "./draft.js";
import { ownTypes, usesLibrary } from "./home.js";
import { describedValue } from "./limits.js";
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
  const doc = { description: describedValue(type.description, schema) };
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
  const declarations = ownTypes(model)
    .filter((type) => !type.holdsWidgets)
    .map((type) => declaration(type, writer));
  return {
    path: "types.ts",
    from: source,
    imports: typesOfOthers(model, writer),
    words: fieldWords(model.types),
    declarations: usesLibrary(model) ? declarations : [jsonValue, ...declarations],
  };
}

/** Types that a file of types names without declaring them. */
function typesOfOthers(model: Model, writer: TypeWriter): Imports {
  const imports = new Imports();
  if (!usesLibrary(model)) return imports;
  const own = new Set(ownTypes(model).map((type) => type.name));
  for (const name of writer.types) if (!own.has(name)) imports.type("./types.js", name);
  if (writer.classes.size > 0) imports.type("./types.js", "WidgetRef");
  return imports;
}

/** Types that hold widgets name the classes of a face. */
function faceTypes(model: Model, face: string): Draft | null {
  const holders = ownTypes(model).filter((type) => type.holdsWidgets);
  if (holders.length === 0) return null;
  const writer = new TypeWriter(serverNaming());
  const declarations = holders.map((type) => declaration(type, writer));
  const imports = new Imports();
  const here = new Set(holders.map((type) => type.name));
  const ofFace = new Set(model.types.filter((type) => type.holdsWidgets).map((type) => type.name));
  for (const name of writer.types) {
    if (!here.has(name)) imports.type(ofFace.has(name) ? "./types.js" : "../types.js", name);
  }
  for (const name of writer.classes) imports.type(`./${name}.js`, name);
  return { path: `${face}/types.ts`, from: source, imports, words: fieldWords(holders), declarations };
}

function browserTypes(model: Model): Draft {
  const writer = new TypeWriter({ field: (wire) => wire, widget: () => "WidgetRef" });
  const declarations = ownTypes(model).map((type) => declaration(type, writer));
  const all = usesLibrary(model) ? declarations : [jsonValue, widgetRef, ...declarations];
  const imports = typesOfOthers(model, writer);
  return { path: "browser/types.ts", from: source, imports, declarations: all };
}

function validators(model: Model): Draft {
  const imports = new Imports();
  const writer = new ZodWriter(model.schemas);
  const types = ownTypes(model);
  const lines = types.map(({ name, schema }) => {
    const opening = `export const ${name} = once((): z.ZodType => `;
    return `${opening}${layOut(writer.write(schema), 0, opening.length, 2)});`;
  });
  imports[writer.usesZod ? "value" : "type"]("zod", "z");
  const helpers = runtime("session/validators.js");
  imports.value(helpers, "once");
  for (const name of writer.helpers) imports.value(helpers, name);
  const here = new Set(types.map((type) => type.name));
  for (const name of writer.types) if (!here.has(name)) imports.value("./validators.js", name);
  return {
    path: "validators.ts",
    from: source,
    imports,
    declarations: lines.length === 0 ? [] : [{ kind: "code", text: lines.join("\n") }],
  };
}

export const shared = (model: Model): Draft[] =>
  [
    serverTypes(model),
    ...["sync", "async"].flatMap((face) => faceTypes(model, face) ?? []),
    browserTypes(model),
    validators(model),
  ].filter((draft) => draft.declarations.length > 0 || !usesLibrary(model));
