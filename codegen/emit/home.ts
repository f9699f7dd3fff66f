/**
 * Where a generated file finds what it imports. Within this package: the runtime and its neighbours, by relative
 * paths. In a program that uses the package: what the package has, by its name, so that nothing is there twice.
 */
import { posix } from "node:path";
import type { ClassModel, Model, TypeModel } from "../model.js";
import { LIBRARY, RUNTIME } from "./draft.js";
import { derivedNames } from "./names.js";
import { BASES, placesOf, TYPES } from "./place.js";

export const packageName = "pgwidgets-ts";

export interface Home {
  /** What makes the files again, as their headers say it. */
  readonly command: string;
  /** The module that a file imports a name from; `module` is as the draft says it. */
  locate(module: string, name: string, draftPath: string): string;
}

/** Whether the definitions stand on those of the package. */
export const usesLibrary = (model: Model): boolean => model.classes.some((it) => it.library);

/** Classes and types that are generated here. */
export const ownClasses = (model: Model): ClassModel[] => model.classes.filter((it) => !it.library);
export const ownTypes = (model: Model): TypeModel[] => model.types.filter((it) => !it.library);

/** Value types that every library has beside those of its definitions. */
const builtInTypes = ["JsonValue", "WidgetRef"];
const classFolders: ReadonlySet<string> = new Set(["sync", "async", "tables", "browser/contracts"]);
/** Files that the package and a program both have: which one is meant shows in the name. */
const sharedFiles: ReadonlySet<string> = new Set([
  "types",
  "validators",
  "browser/types",
  ...["sync", "async"].flatMap((face) => [`${face}/${BASES}`, `${face}/${TYPES}`]),
]);

const inThePackage: Home = {
  command: "npm run codegen",
  locate(module, _name, draftPath) {
    if (!module.startsWith(RUNTIME)) return module;
    return `${"../".repeat(draftPath.split("/").length)}runtime/${module.slice(RUNTIME.length)}`;
  },
};

/** The home of the files of a model. */
export function homeOf(model: Model): Home {
  if (!usesLibrary(model)) return inThePackage;
  const classes = new Set(model.classes.filter((it) => it.library).map((it) => it.name));
  const inBases = [...classes].filter((name) => placesOf(model).ofClass(name) === BASES);
  const theirNames = new Set([
    ...builtInTypes,
    ...model.types.filter((it) => it.library).map((type) => type.name),
    ...inBases.flatMap((name) => [name, ...derivedNames(name)]),
  ]);
  const inPackage = (path: string): string => `${packageName}/${path.replace(/\.js$/, "")}`;
  /** Where a module is found from a folder; of a file that both have it depends on the name. */
  const find = (module: string, folder: string): string | ((name: string) => string) => {
    if (module.startsWith(RUNTIME)) return inPackage(`runtime/${module.slice(RUNTIME.length)}`);
    if (module.startsWith(LIBRARY)) return inPackage(module.slice(LIBRARY.length));
    // What the package depends on is not the program's to import.
    if (module === "zod") return inPackage("runtime/session/validators.js");
    if (!module.startsWith(".")) return module;
    const path = posix.join(folder, module).replace(/\.js$/, "");
    const theirs = inPackage(path);
    if (sharedFiles.has(path)) return (name) => (theirNames.has(name) ? theirs : module);
    const isTheirs = classFolders.has(posix.dirname(path)) && classes.has(posix.basename(path));
    return isTheirs ? theirs : module;
  };
  const byFolder = new Map<string, Map<string, string | ((name: string) => string)>>();
  const locate: Home["locate"] = (module, name, draftPath) => {
    const folder = posix.dirname(draftPath);
    const known = byFolder.get(folder) ?? new Map<string, string | ((name: string) => string)>();
    byFolder.set(folder, known);
    const found = known.get(module) ?? find(module, folder);
    known.set(module, found);
    return typeof found === "string" ? found : found(name);
  };
  return { command: `npx ${packageName} codegen`, locate };
}
