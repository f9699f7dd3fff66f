/**
 * Emits the shared value types: `types.ts` for the server, without those that hold widgets, which stand with the
 * classes of each face; `browser/types.ts` in wire form; and `validators.ts` with a zod schema for each.
 */
import type { Model } from "../model.js";
import { layOut } from "./code.js";
import { type Declaration, type Draft, Imports, runtime } from "./draft.js";
import { ownTypes, usesLibrary } from "./home.js";
import { fieldWords } from "./members.js";
import { camel } from "./names.js";
import { type Naming, TypeWriter } from "./type-text.js";
import { declarationOf } from "./value-type.js";
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

const serverNaming = (): Naming => ({ field: camel, widget: (name) => name });

function serverTypes(model: Model): Draft {
  const writer = new TypeWriter(serverNaming());
  const declarations = ownTypes(model)
    .filter((type) => !type.holdsWidgets)
    .map((type) => declarationOf(type, writer));
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

function browserTypes(model: Model): Draft {
  const writer = new TypeWriter({ field: (wire) => wire, widget: () => "WidgetRef" });
  const declarations = ownTypes(model).map((type) => declarationOf(type, writer));
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
  [serverTypes(model), browserTypes(model), validators(model)].filter(
    (draft) => draft.declarations.length > 0 || !usesLibrary(model),
  );
