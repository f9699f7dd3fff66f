/**
 * What a class shows on a face, beyond its methods: the options by TypeScript name, with their types,
 * and how they differ from those of its base.
 */
import type { Json, SchemaFragment } from "../format.js";
import { perKey } from "../memo.js";
import type { ClassModel, InitModel, ParamModel, StateModel, TypeModel } from "../model.js";
import { flat, literal } from "./code.js";
import type { Property } from "./draft.js";
import { describedValue } from "./limits.js";
import { camel, reservedWords } from "./names.js";
import { type Naming, TypeWriter } from "./type-text.js";

const shown = (value: Json): string => flat(literal(value));
const withDefault = (description: string, start: Json | undefined): string =>
  start === undefined ? description : `${description} Default: ${shown(start)}.`;

/** Reserved words get an underscore where a name stands alone. */
export const local = (wire: string): string => {
  const name = camel(wire);
  return reservedWords.has(name) ? `${name}_` : name;
};

export function initDescription(it: InitModel): string {
  const { follows } = it;
  const description = describedValue(it.description, it.schema);
  return follows === undefined
    ? withDefault(description, it.default)
    : `${description} Default: that of ${camel(follows)}.`;
}

export const paramDescription = (it: ParamModel): string =>
  withDefault(describedValue(it.description, it.schema), it.keep ? undefined : it.default);

interface Item {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}
const list = (items: readonly Item[]): string =>
  items.map((it) => `${local(it.name)}${it.optional ? "?" : ""}: ${it.type}`).join(", ");

/** Labelled elements: those that may be left out at the end are optional. */
export const tuple = (items: readonly Item[]): string => `[${list(items)}]`;

/** A handler of an action with these arguments. What it gives does not matter. */
export const handler = (items: readonly Item[]): string => `(${list(items)}) => unknown`;

/** What can be given by name, with the schemas that its type was written from. */
export interface Given extends Property {
  readonly schemas: readonly SchemaFragment[];
}

function given(wire: string, schemas: readonly SchemaFragment[], type: string, description: string): Given {
  return { name: camel(wire), type: `${type} | undefined`, optional: true, doc: { description }, schemas };
}

function givenState(state: StateModel, writer: TypeWriter): Given {
  const { name, setter, schema } = state;
  const params = setter?.form === "value" || setter?.form === "list" ? setter.method.params : [];
  const schemas = params.length > 0 ? params.map((param) => param.schema) : [schema];
  const [only] = schemas;
  const limited = schemas.length === 1 && only ? only : {};
  const description = withDefault(describedValue(state.definition.description, limited), state.default);
  const types = schemas.map((each) => writer.write(each));
  const type = tuple(params.map((param, index) => ({ ...param, type: types[index] ?? "never" })));
  return given(name, schemas, setter?.form === "list" ? type : (types[0] ?? "never"), description);
}

const ofNaming = perKey((naming: Naming) => perKey((it: ClassModel) => propertiesOf(it, naming)));
const statesIn = perKey((naming: Naming) =>
  perKey((state: StateModel) => givenState(state, new TypeWriter(naming))),
);
const optionsIn = perKey((naming: Naming) =>
  perKey((option: InitModel) => givenOption(option, new TypeWriter(naming))),
);

/** Everything that can be given by name beside the args: options, and states that have a setter. */
export const optionProperties = (it: ClassModel, naming: Naming): ReadonlyMap<string, Given> =>
  ofNaming(naming)(it);

function givenOption(option: InitModel, writer: TypeWriter): Given {
  const type = writer.write(option.schema);
  const property = given(option.name, [option.schema], type, initDescription(option));
  return option.required ? { ...property, type, optional: false } : property;
}

function propertiesOf(it: ClassModel, naming: Naming): ReadonlyMap<string, Given> {
  const all = new Map<string, Given>();
  for (const state of it.states) {
    if (state.givable) all.set(camel(state.name), statesIn(naming)(state));
  }
  for (const option of it.options) {
    const property = optionsIn(naming)(option);
    all.set(property.name, property);
  }
  for (const arg of it.args) all.delete(camel(arg.name));
  return all;
}

const sameType = (a: Property, b: Property): boolean => a.type === b.type && a.optional === b.optional;

/** What an interface must say itself, and what of its base it must leave out first. */
export function difference(
  own: ReadonlyMap<string, Given>,
  inherited: ReadonlyMap<string, Given>,
): { declared: Given[]; omitted: string[] } {
  const declared = [...own.values()].filter((it) => {
    const before = inherited.get(it.name);
    if (before === it) return false;
    return !before || !sameType(before, it) || before.doc?.description !== it.doc?.description;
  });
  const omitted = [...inherited.values()]
    .filter((before) => {
      const now = own.get(before.name);
      return now !== before && (!now || !sameType(before, now));
    })
    .map((before) => before.name);
  return { declared, omitted };
}

/** `Base`, or `Omit<Base, "a" | "b">` when members have to go. */
export function without(base: string, omitted: readonly string[]): string {
  return omitted.length === 0
    ? base
    : `Omit<${base}, ${omitted.map((name) => JSON.stringify(name)).join(" | ")}>`;
}

/** Field names of types, as descriptions mention them. */
export const fieldWords = perKey(
  (types: readonly TypeModel[]): ReadonlySet<string> =>
    new Set(types.flatMap((type) => Object.keys(type.schema.properties ?? {}))),
);

/** Wire names of what a class has, as descriptions mention them. */
export const memberWords = perKey((it: ClassModel): ReadonlySet<string> => {
  const params = it.methods.flatMap((method) => method.params);
  return new Set(
    [...it.methods, ...it.options, ...it.args, ...it.states, ...params].map((each) => each.name),
  );
});
