/**
 * Programs that use every public member of a class, and make every mistake that must not compile: one for each class
 * and face, made from the definitions.
 */
import { key } from "../../codegen/emit/code.js";
import type { FaceName } from "../../codegen/emit/face.js";
import { optionProperties } from "../../codegen/emit/members.js";
import { camel } from "../../codegen/emit/names.js";
import { isDispatched } from "../../codegen/emit/table-validators.js";
import type { CallbackModel, ClassModel, MethodModel, Model } from "../../codegen/model.js";
import type { Types } from "../../codegen/schemas.js";
import { samples } from "./samples.js";

const naming = { field: camel, widget: (name: string) => name };

/** A line that must not compile, and why. */
const wrong = (why: string, line: string): string => `  // @ts-expect-error ${why}\n  ${line}`;

/** Lists with one value for each place: the first of each, then each other value in its place. */
function variations(places: readonly (readonly string[])[]): string[][] {
  const base = places.map((each) => each[0] ?? "null");
  const others = places.flatMap((each, at) =>
    each.slice(1).map((value) => base.map((old, index) => (index === at ? value : old))),
  );
  return [base, ...others];
}

/** The options that get a wrong type: those that its base does not have, or else one that it has. */
export function mistaken(it: ClassModel): string[] {
  const names = [...optionProperties(it, naming).keys()];
  const before = it.base ? optionProperties(it.base, naming) : new Map();
  const own = names.filter((name) => !before.has(name));
  return own.length > 0 ? own : names.slice(0, 1);
}

/** A class that a program makes, rather than gets from another widget or extends. */
export const isMade = (it: ClassModel): boolean => !it.abstract && it.definition.created_by === undefined;

/** Of a class that is not made so, the options are those that others extend. */
function extendedOptions(it: ClassModel): string[] {
  const given = (text: string): string => `await use({ ${text} } satisfies ${it.name}Options);`;
  const tried = mistaken(it).map((name) => wrong("a wrong type", given(`${key(name)}: nope`)));
  return tried.length > 0 ? [wrong("an unknown option", given("zzz: 1")), ...tried] : [];
}

function construction(it: ClassModel, types: Types, face: FaceName): string[] {
  const { name, args } = it;
  const wait = face === "async" ? "await " : "";
  const make = (given: string): string => `  ${wait}W.${name}(${given});`;
  const values = args.map((arg) => samples(arg.schema, types));
  const options = [...optionProperties(it, naming).values()].map((given) => {
    const parts = given.schemas.map((schema) => samples(schema, types));
    // A state of several parameters is given as a list.
    const isList = given.type.startsWith("[") && !given.type.startsWith("[]") && given.schemas.length > 1;
    const state = it.states.find((each) => camel(each.name) === given.name && each.setter?.form === "list");
    return {
      name: given.name,
      values:
        isList || (state && !it.options.some((each) => camel(each.name) === given.name))
          ? variations(parts).map((each) => `[${each.join(", ")}]`)
          : (parts[0] ?? []),
    };
  });
  const before = it.base ? optionProperties(it.base, naming) : new Map();
  const own = options.filter((option) => !before.has(option.name));
  const positional = values.map((each) => each[0] ?? "null");
  const withOption = (text: string): string => [...positional, `{ ${text} }`].join(", ");
  const named = args.map((arg, at) => `${key(camel(arg.name))}: ${positional[at]}`);
  const direct = (given: string): string =>
    face === "async"
      ? `  await ${name}.create(${["session", given].join(", ")});`
      : `  new ${name}(${["session", given].join(", ")});`;
  return [
    ...variations(values).map((each) => make(each.join(", "))),
    ...own.flatMap((option) =>
      option.values.map((value) => make(withOption(`${key(option.name)}: ${value}`))),
    ),
    make(
      `{ ${[...named, ...options.map((option) => `${key(option.name)}: ${option.values[0]}`)].join(", ")} }`,
    ),
    direct(withOption(options[0] ? `${key(options[0].name)}: ${options[0].values[0]}` : "")),
    wrong("an unknown option", make(withOption("zzz: 1")).trim()),
    wrong("an unknown option among names", make(`{ ${[...named, "zzz: 1"].join(", ")} }`).trim()),
    wrong("an unknown option of the class itself", direct(withOption("zzz: 1")).trim()),
    ...mistaken(it).map((name) => wrong("a wrong type", make(withOption(`${key(name)}: nope`)).trim())),
    ...args.map((arg) => wrong("a wrong type", make(`{ ${key(camel(arg.name))}: nope }`).trim())),
  ];
}

function method(it: MethodModel, types: Types, face: FaceName): string[] {
  const places = it.params.map((param) => samples(param.schema, types));
  const call = (given: readonly string[]): string => `it.${camel(it.name)}(${given.join(", ")});`;
  const wait = face === "async" || it.definition.kind === "query" ? "await " : "";
  const needed = it.params.findIndex((param) => param.optional);
  const required = places.slice(0, needed < 0 ? places.length : needed).map((each) => each[0] ?? "null");
  return [
    ...variations(places).map((given) => `  ${wait}${call(given)}`),
    ...(required.length < places.length ? [`  ${wait}${call(required)}`] : []),
    ...it.params.map((_, at) =>
      wrong("a wrong type", call([...places.slice(0, at).map((each) => each[0] ?? "null"), "nope"])),
    ),
    wrong("too many arguments", call([...places.map((each) => each[0] ?? "null"), "1"])),
    ...(required.length > 0 ? [wrong("too few arguments", call(required.slice(1)))] : []),
  ];
}

function callback({ action, args }: CallbackModel): string[] {
  const names = args.map((_, at) => `a${at}`).join(", ");
  const text = JSON.stringify(action);
  return [
    `  it.on(${text}, (${names}) => use(${names}));`,
    `  it.on(${text}, async (...args) => use(args));`,
    `  it.addCallback(${text}, (widget, ...args) => use(widget.wid, args));`,
    wrong("a wrong handler argument", `it.on(${text}, (a: Nope) => use(a));`),
    wrong("a wrong handler argument", `it.addCallback(${text}, (_widget, a: Nope) => use(a));`),
    wrong("a misspelt action", `it.on(${JSON.stringify(`${action}zz`)}, () => {});`),
    wrong("a wrong handler argument among others", `it.on({ ${key(action)}: (a: Nope) => use(a) });`),
    wrong("a misspelt action among others", `it.on({ ${key(`${action}zz`)}: () => {} });`),
  ];
}

/** Handlers of all actions of a class, in one object. TypeScript lets any name into one for a class without actions. */
function handlers(callbacks: readonly CallbackModel[]): string[] {
  if (callbacks.length === 0) return [];
  const all = callbacks.map(({ action, args }) => {
    const names = args.map((_, at) => `a${at}`).join(", ");
    return `${key(action)}: (${names}) => use(${names})`;
  });
  const none = callbacks.map(({ action }) => `${key(action)}: undefined`);
  return [
    `  it.on({ ${all.join(", ")} })();`,
    `  it.on({ ${none.join(", ")} });`,
    wrong("a misspelt action among others", "it.on({ zzz: () => {} });"),
  ];
}

function program(it: ClassModel, model: Model, face: FaceName): string {
  const { name } = it;
  const types = model.schemas;
  // What a class inherits is tried in full where it stands; here, that it is there.
  const inherited = it.methods.filter((each) => isDispatched(each) && !it.ownMethods.includes(each));
  const first = (each: MethodModel): string =>
    each.params.map((param) => samples(param.schema, types)[0] ?? "null").join(", ");
  const [options, imported] = isMade(it)
    ? [construction(it, types, face), ""]
    : [extendedOptions(it), mistaken(it).length > 0 ? `, type ${name}Options` : ""];
  // A class without callbacks of its own has those of its base.
  const [some] = it.ownCallbacks.length > 0 ? [] : it.callbacks;
  const lines = [
    ...options,
    ...it.ownMethods.filter(isDispatched).flatMap((each) => method(each, types, face)),
    ...it.ownCallbacks.flatMap(callback),
    ...handlers(it.callbacks),
    ...inherited.map(
      (each) => `  ${face === "async" ? "await " : ""}it.${camel(each.name)}(${first(each)});`,
    ),
    ...(some
      ? [wrong("a wrong handler argument", `it.on(${JSON.stringify(some.action)}, (a: Nope) => use(a));`)]
      : []),
    wrong("a misspelt action", 'it.addCallback("zzz", () => {});'),
    wrong("a misspelt method", "it.zzz();"),
  ];
  return `import { ${name}${imported}, type Session } from "pgwidgets-ts/${face}";
import { type Nope, nope, use, type w as all } from "./widgets.js";

export async function test(session: Session, it: ${name}, w: typeof all): Promise<void> {
  const W = session.getWidgets();
  const no: Nope = nope;
  await use(W, w, ${name}, no);
${lines.join("\n")}
}
`;
}

/** By name of the file: the programs of a face, and what they share. */
export function uses(model: Model, face: FaceName): ReadonlyMap<string, string> {
  const names = model.classes.map((it) => it.name);
  const shared = `import type { ${names.join(", ")} } from "pgwidgets-ts/${face}";

/** A widget of each class. */
export declare const w: { ${names.map((name) => `readonly ${name}: ${name}`).join("; ")} };
/** Fits nothing. */
export declare class Nope {
  readonly #nope: symbol;
}
export declare const nope: Nope;
export declare function use(...all: unknown[]): Promise<void>;
`;
  return new Map([
    ["widgets.ts", shared],
    ...model.classes.map((it) => [`${it.name}.ts`, program(it, model, face)] as const),
  ]);
}
