/**
 * Emits `browser/`: the contract of each class, which its browser class implements, and the small tables
 * that the registry works from. Everything is in wire form but the names of methods.
 */

import { digestOf } from "../../runtime/protocol/definitions.js";
import { perKey } from "../memo.js";
import type { ClassModel, InitModel, MethodModel, Model } from "../model.js";
import { type Code, key, layOut, literal, object, quoted, texts } from "./code.js";
import { type Declaration, type Draft, Imports, library, type Method, type Words } from "./draft.js";
import { ownClasses, usesLibrary } from "./home.js";
import { isCalled, marksOf } from "./marks.js";
import {
  difference,
  type Given,
  initDescription,
  local,
  paramDescription,
  tuple,
  without,
} from "./members.js";
import { camel } from "./names.js";
import { TypeWriter } from "./type-text.js";

const naming = { field: (wire: string) => wire, widget: () => "WidgetRef" };
const remote = (model: Model): ClassModel[] => ownClasses(model).filter((it) => it.remote);

const argProperty = perKey((it: InitModel): Given => {
  const { name, schema } = it;
  const doc = { description: initDescription(it) };
  return { name, type: new TypeWriter(naming).write(schema), readonly: true, doc, schemas: [schema] };
});
const argProperties = perKey(
  (it: ClassModel): ReadonlyMap<string, Given> =>
    new Map([...it.args, ...it.options].map((each) => [each.name, argProperty(each)])),
);

function method(it: MethodModel, writer: TypeWriter): Method {
  const type = it.returns === null ? "void" : writer.write(it.returns);
  return {
    name: camel(it.name),
    doc: {
      description: it.description,
      params: it.params.map((param) => [local(param.name), paramDescription(param)] as const),
    },
    params: it.params.map((param) => ({
      name: local(param.name),
      type: writer.write(param.schema),
      optional: param.optional,
    })),
    // Only the browser knows the answer to a query, and may need time to find it.
    returns: it.definition.kind === "query" ? `${type} | Promise<${type}>` : type,
  };
}

/** Names of methods, as descriptions mention them. */
function methodWords(it: ClassModel): Words {
  let names: ReadonlySet<string> | undefined;
  return {
    has(word) {
      names ??= new Set(it.methods.map((each) => each.name));
      return names.has(word);
    },
  };
}

function contract(it: ClassModel): Draft {
  const { name, base } = it;
  const imports = new Imports();
  const writer = new TypeWriter(naming);
  const ofBase = (suffix: string) => base && imports.type(`./${base.name}.js`, `${base.name}${suffix}`);
  const [args, events, methods] = [ofBase("Args"), ofBase("Events"), ofBase("Contract")];
  const { declared, omitted } = difference(argProperties(it), base ? argProperties(base) : new Map());
  for (const schema of declared.flatMap((given) => given.schemas)) writer.write(schema);
  const declarations: Declaration[] = [
    {
      kind: "interface",
      name: `${name}Args`,
      ...(args !== null && { extends: without(args, omitted) }),
      doc: { description: `Arguments and options of ${name}, defaults filled in.` },
      properties: declared,
    },
    {
      kind: "interface",
      name: `${name}Events`,
      ...(events !== null && { extends: events }),
      doc: { description: `What ${name} reports: by action, the arguments.` },
      properties: it.ownCallbacks
        .filter((callback) => callback.definition.source !== "server")
        .map(({ action, description, args: items }) => ({
          name: key(action),
          type: tuple(
            items.map((arg) => ({
              name: arg.name,
              type: writer.write(arg.schema),
              optional: arg.optional === true,
            })),
          ),
          doc: { description },
        })),
    },
    {
      kind: "interface",
      name: `${name}Contract`,
      ...(methods !== null && { extends: methods }),
      doc: { description: `What the server calls on ${name}.` },
      methods: it.ownMethods
        .filter((each) => isCalled(each) && each.alias === null)
        .map((each) => method(each, writer)),
    },
  ];
  const words = methodWords(it);
  for (const type of [...writer.types, ...usesRef(writer)]) imports.type("../types.js", type);
  return { path: `browser/contracts/${name}.ts`, from: it.origin, imports, words, declarations };
}

const usesRef = (writer: TypeWriter): string[] => (writer.classes.size > 0 ? ["WidgetRef"] : []);

function contracts(model: Model): Draft {
  const imports = new Imports();
  const all = remote(model);
  const line = ({ name }: ClassModel): string => {
    const module = `./contracts/${name}.js`;
    const [args, events, methods] = ["Args", "Events", "Contract"].map((it) =>
      imports.type(module, name + it),
    );
    return `  ${name}: { args: ${args}; events: ${events}; contract: ${methods} };\n`;
  };
  const lines = all
    .filter((it) => !it.abstract)
    .map(line)
    .join("");
  const exported = all.map(({ name }): Declaration => {
    const types = ["Args", "Contract", "Events"].map((suffix) => name + suffix);
    return { kind: "exports", module: `./contracts/${name}.js`, types };
  });
  return {
    path: "browser/contracts.ts",
    from: "schema",
    imports,
    declarations: [
      {
        kind: "code",
        text: `/** What each class that a server can create is made with, reports and answers to. */\nexport interface Contracts {\n${lines}}`,
      },
      {
        kind: "code",
        text: "/** Name of a class that a server can create. */\nexport type ClassName = keyof Contracts;",
      },
      ...exported,
    ],
  };
}

function table(it: ClassModel): Code {
  const givers = [...(it.ownArgs ?? []), ...it.ownOptions];
  const defaults = givers.flatMap((each) =>
    each.default === undefined ? [] : [[each.name, literal(each.default)] as const],
  );
  const follows = givers.flatMap((each) =>
    each.follows === undefined ? [] : [[each.name, quoted(each.follows)] as const],
  );
  const methods = it.ownMethods.filter(isCalled);
  const mixed = methods.flatMap(({ name, alias, definition }) =>
    alias === null ? (definition.also_called ?? []).map((other) => [other, quoted(name)] as const) : [],
  );
  const aliases = methods.flatMap(({ name, alias }) =>
    alias === null ? [] : [[name, quoted(alias)] as const],
  );
  aliases.push(...mixed);
  const callbacks = it.ownCallbacks.filter(({ definition }) => definition.source !== "server");
  const perFrame = callbacks.filter(({ definition }) => definition.rate === "frame");
  const inherited = new Set(it.base?.callbacks.map(({ action }) => action));
  const redefined = callbacks.filter(({ action }) => inherited.has(action));
  const tracked = callbacks.filter(({ definition }) => definition.updates || definition.effects);
  const names = (all: readonly { readonly action: string }[]): Code | undefined =>
    all.length > 0 ? texts(all.map(({ action }) => action)) : undefined;
  return object({
    base: it.base ? quoted(it.base.name) : "null",
    args: it.ownArgs ? texts(it.ownArgs.map((arg) => arg.name)) : undefined,
    defaults: defaults.length > 0 ? object(Object.fromEntries(defaults)) : undefined,
    follows: follows.length > 0 ? object(Object.fromEntries(follows)) : undefined,
    methods:
      methods.length > 0
        ? texts([...methods, ...mixed.map(([name]) => ({ name }))].map(({ name }) => name))
        : undefined,
    aliases: aliases.length > 0 ? object(Object.fromEntries(aliases)) : undefined,
    redefined: names(redefined),
    perFrame: names(perFrame),
    tracked: names(tracked),
  });
}

const tableType = `/** What the registry needs to know of a class; own members only. */
export interface BrowserTable {
  readonly base: string | null;
  /** Names of the arguments in order; without it those of the base. */
  readonly args?: readonly string[];
  /** Values of arguments and options that are left out. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** Arguments and options that take the value of another one when left out. */
  readonly follows?: Readonly<Record<string, string>>;
  /** Wire names; the methods are called the same in camelCase. */
  readonly methods?: readonly string[];
  /** Those that are other names for a method: the wire name of that one. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Callbacks of its base that it has in its own way. */
  readonly redefined?: readonly string[];
  /** Those of its callbacks that are reported once a frame at most, and not every time. */
  readonly perFrame?: readonly string[];
  /** Those of its callbacks that the state on the server follows. */
  readonly tracked?: readonly string[];
}`;

function tables(model: Model): Draft {
  const code = object(Object.fromEntries(remote(model).map((it) => [it.name, table(it)])));
  const opening = "export const tables: Readonly<Record<string, BrowserTable>> = ";
  const imports = new Imports();
  const isOnTop = usesLibrary(model);
  if (isOnTop) imports.type(library("browser.js"), "BrowserTable");
  return {
    path: "browser/tables.ts",
    from: "schema",
    imports,
    declarations: [
      ...(isOnTop ? [] : [{ kind: "code", text: tableType } as const]),
      { kind: "code", text: `${opening}${layOut(code, 0, opening.length, 1)};` },
      { kind: "code", text: digest(model) },
    ],
  };
}

/** What the server compares first. */
function digest(model: Model): string {
  const marked = remote(model).map(
    (it) => [it.name, { base: it.base?.name ?? null, marks: marksOf(it, model) }] as const,
  );
  return `/** The digest of all that \`marks.ts\` says. */\nexport const digest = ${digestOf(new Map(marked))};`;
}

const marksDoc = `/**
 * By class and member a short hash of all that travels for it: "" is how it is made, \`@activated\` a callback.
 * Loaded only where page and server turn out to be made from different definitions.
 */`;

function marks(model: Model): Draft {
  const entries = remote(model).map((it) => {
    const own = Object.entries(marksOf(it, model)).map(([member, mark]) => [member, quoted(mark)] as const);
    return [it.name, object(Object.fromEntries(own))] as const;
  });
  const opening = "export const marks: Readonly<Record<string, Readonly<Record<string, string>>>> = ";
  const code = layOut(object(Object.fromEntries(entries)), 0, opening.length, 1);
  return {
    path: "browser/marks.ts",
    from: "schema",
    imports: new Imports(),
    declarations: [{ kind: "code", text: `${marksDoc}\n${opening}${code};` }],
  };
}

const registration = `const definitions = { tables, digest, marks: async () => (await import("./marks.js")).marks };

/**
 * Makes a browser class known to the page under the name of its definition.
 * A method of its contract that is missing or has other types does not compile.
 */
export function defineWidget<N extends ClassName>(name: N, widgetClass: OwnWidgetClass<Contracts[N]>): void {
  defineOwnWidget(name, definitions, widgetClass);
}`;

/** For the browser classes of a program: how they are registered, and all that their files import. */
function registry(model: Model): Draft[] {
  if (!usesLibrary(model)) return [];
  const imports = new Imports();
  for (const name of ["ClassName", "Contracts"]) imports.type("./contracts.js", name);
  for (const name of ["digest", "tables"]) imports.value("./tables.js", name);
  imports.value(library("browser.js"), "defineOwnWidget");
  imports.type(library("browser.js"), "OwnWidgetClass");
  return [
    {
      path: "browser/registry.ts",
      from: "schema",
      imports,
      declarations: [{ kind: "code", text: registration }],
    },
  ];
}

export const browser = (model: Model): Draft[] => [
  ...remote(model).map(contract),
  contracts(model),
  tables(model),
  marks(model),
  ...registry(model),
];
