/**
 * Which file of a face declares what. The classes that families of classes stand on are together in one file; every
 * other class has its own, with the types that hold widgets and that nothing else uses. So a program that names one
 * class reads few files.
 */
import { perKey } from "../memo.js";
import type { ClassModel, Model, TypeModel } from "../model.js";
import { typesNamed } from "../schemas.js";

/** The file of what families stand on, and that of the types that several files use. */
export const BASES = "bases";
export const TYPES = "types";

export interface Places {
  /** The file, without its ending, that declares a class. */
  ofClass(name: string): string;
  /** The file that declares a type that holds widgets; undefined for other types, which are the same for both faces. */
  ofType(name: string): string | undefined;
}

/** What the members that a class itself declares say of values. */
const ownSchemas = (it: ClassModel) => [
  ...[...(it.ownArgs ?? []), ...it.ownOptions].map(({ schema }) => schema),
  ...it.ownStates.filter(({ givable }) => givable).map(({ schema }) => schema),
  ...it.ownMethods.flatMap(({ params, returns }) => [...params.map(({ schema }) => schema), returns ?? {}]),
  ...it.ownCallbacks.flatMap(({ args }) => args.map(({ schema }) => schema)),
];

/** Abstract classes that other abstract classes derive from. What a program adds does not move what the package has. */
const classesInBases = ({ classes }: Model): ReadonlySet<string> =>
  new Set(
    classes.flatMap(({ abstract, base, library }) =>
      abstract && base?.abstract === true && base.library === library ? [base.name] : [],
    ),
  );

/** The files that use each type that holds widgets, by themselves or through another type. */
function usersOf(model: Model, holders: ReadonlyMap<string, TypeModel>, fileOf: (name: string) => string) {
  const users = new Map<string, Set<string>>();
  const use = (name: string, { file, library }: { file: string; library: boolean }): void => {
    const type = holders.get(name);
    // Who uses what the package has does not move it.
    if (!type || type.library !== library || users.get(name)?.has(file)) return;
    users.set(name, (users.get(name) ?? new Set()).add(file));
    for (const inside of typesNamed(type.schema)) use(inside, { file, library });
  };
  if (holders.size === 0) return users;
  for (const it of model.classes) {
    const user = { file: fileOf(it.name), library: it.library };
    for (const schema of ownSchemas(it)) for (const name of typesNamed(schema)) use(name, user);
  }
  return users;
}

/** Where the classes and types of a model stand. */
export const placesOf = perKey((model: Model): Places => {
  const bases = classesInBases(model);
  const ofClass = (name: string): string => (bases.has(name) ? BASES : name);
  const holders = new Map(model.types.filter((type) => type.holdsWidgets).map((type) => [type.name, type]));
  const users = usersOf(model, holders, ofClass);
  const ofType = (name: string): string | undefined => {
    if (!holders.has(name)) return undefined;
    const [only, ...others] = users.get(name) ?? [];
    return only !== undefined && others.length === 0 ? only : TYPES;
  };
  return { ofClass, ofType };
});
