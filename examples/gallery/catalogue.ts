/**
 * What the gallery knows of each class: read from the definitions, so that nothing is said twice.
 */
import { fileURLToPath } from "node:url";
import type { SchemaFragment } from "../../codegen/format.js";
import type { ClassModel, InitModel, StateModel } from "../../codegen/model.js";
import { readSources } from "../../codegen/read.js";
import { splitPointer, type Types } from "../../codegen/schemas.js";
import { understand } from "../../codegen/understand.js";
import { camelCase } from "../../runtime/protocol/names.js";

/** Something that can be given when a widget is made: an argument, an option, or the state of a setter. */
export interface Property {
  /** Its TypeScript name. */
  readonly name: string;
  readonly schema: SchemaFragment;
  readonly description: string;
  /** The state that holds its value, or the way into one: `limits/0`. */
  readonly pointer: string;
  /** The state as its setter sees it. Without a setter a change needs a new widget. */
  readonly state: StateModel | undefined;
  /** It cannot be given when the widget is made: another widget makes it. */
  readonly isLate?: true;
  /** The TypeScript name of the method that tells its value, where no state holds it. */
  readonly getter?: string;
}

/** The properties that one class brings, itself or one of its bases. */
export interface PropertyGroup {
  readonly className: string;
  readonly properties: readonly Property[];
}

export interface Entry {
  readonly name: string;
  readonly category: string;
  readonly description: string;
  /** Those of the class itself first, then those of its bases, the nearest first. */
  readonly groups: readonly PropertyGroup[];
  /** Its callbacks, with the names of their arguments. */
  readonly callbacks: ReadonlyMap<string, readonly string[]>;
}

export interface Catalogue {
  /** Every class that can be made, by category and then by name. */
  readonly entries: readonly Entry[];
  readonly categories: readonly string[];
  readonly types: Types;
}

/** The definitions of `folder`. Throws when they have faults, which `npm run codegen` tells in full. */
export function readCatalogue(folder = fileURLToPath(new URL("../../schema", import.meta.url))): Catalogue {
  const { model, faults } = understand(readSources(folder));
  if (model === null) throw new Error(`The definitions have ${faults.length} faults: run npm run codegen.`);
  const entries = model.classes
    .filter((each) => !each.abstract)
    .map(entryOf)
    .sort((a, b) => compare(a.category, b.category) || compare(a.name, b.name));
  const categories = [...new Set(entries.map((each) => each.category))];
  return { entries, categories, types: model.schemas };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function entryOf(cls: ClassModel): Entry {
  const lineage: ClassModel[] = [];
  for (let at: ClassModel | null = cls; at !== null; at = at.base) lineage.push(at);
  const taken = new Set<string>();
  const groups = lineage.map((each) => ({
    className: each.name,
    properties: ownProperties(cls, each).filter(({ name }) => !taken.has(name) && taken.add(name)),
  }));
  return {
    name: cls.name,
    category: cls.definition.category,
    description: cls.description,
    groups: groups.filter(({ properties }) => properties.length > 0),
    callbacks: new Map(cls.callbacks.map((each) => [each.action, each.args.map(({ name }) => name)])),
  };
}

/** What `owner` adds to what a `cls` can be given. */
function ownProperties(cls: ClassModel, owner: ClassModel): Property[] {
  const inits = [...cls.args, ...cls.options];
  const own = [...(owner.ownArgs ?? []), ...owner.ownOptions];
  // A state that an option sets under its own name, or part by part, is told by these.
  const told = new Set(inits.map(({ state }) => splitPointer(state).state));
  const states = owner.ownStates.filter(({ name, givable }) => givable && !told.has(name));
  // The widget that made it, and holds it for life, is no property that a user could choose.
  const maker = `#/widgets/${cls.definition.created_by}`;
  return [
    ...own.filter(({ schema }) => schema.$ref !== maker).map((init) => fromInit(cls, init)),
    ...states.map((state) => ({
      name: camelCase(state.name),
      schema: state.schema,
      description: state.definition.description,
      pointer: state.name,
      state: stateOf(cls, state.name),
      ...(cls.definition.created_by !== undefined && { isLate: true as const }),
    })),
  ];
}

function fromInit(cls: ClassModel, init: InitModel): Property {
  const getter = cls.methods.find(
    ({ name, definition }) =>
      name === `get_${init.name}` && definition.kind === "getter" && definition.model !== undefined,
  );
  return {
    name: camelCase(init.name),
    schema: init.schema,
    description: init.description,
    pointer: init.state,
    state: stateOf(cls, splitPointer(init.state).state),
    ...(getter !== undefined && { getter: camelCase(getter.name) }),
  };
}

const stateOf = (cls: ClassModel, name: string): StateModel | undefined =>
  cls.states.find((each) => each.name === name);
