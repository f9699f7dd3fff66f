/**
 * Emits `browser/`: the contract of each class, which its browser class implements, and the small tables
 * that the registry works from. Everything is in wire form but the names of methods.
 */
import type { ClassModel, InitModel, MethodModel, Model } from "../model.js";
import { type Code, key, layOut, literal, object, quoted, texts } from "./code.js";
import { type Declaration, type Draft, Imports, library, type Method } from "./draft.js";
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

function argProperties(it: ClassModel): Map<string, Given> {
  const writer = new TypeWriter(naming);
  const property = ({ name, schema, ...each }: InitModel): [string, Given] => {
    const doc = { description: initDescription({ name, schema, ...each }) };
    return [name, { name, type: writer.write(schema), readonly: true, doc, schemas: [schema] }];
  };
  return new Map([...it.args, ...it.options].map(property));
}

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
  const words = new Set(it.methods.map((each) => each.name));
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

function table(it: ClassModel, model: Model): Code {
  const givers = [...(it.ownArgs ?? []), ...it.ownOptions];
  const defaults = givers.flatMap((each) =>
    each.default === undefined ? [] : [[each.name, literal(each.default)] as const],
  );
  const follows = givers.flatMap((each) =>
    each.follows === undefined ? [] : [[each.name, quoted(each.follows)] as const],
  );
  const methods = it.ownMethods
    .filter(isCalled)
    .map((each) => [each.name, quoted(camel(each.alias ?? each.name))] as const);
  const callbacks = it.ownCallbacks
    .filter((each) => each.definition.source !== "server")
    .map((each) => [each.action, quoted(each.definition.rate ?? "every")] as const);
  const tracked = it.ownCallbacks
    .filter(({ definition }) => definition.source !== "server" && (definition.updates || definition.effects))
    .map((each) => each.action);
  return object({
    base: it.base ? quoted(it.base.name) : "null",
    args: it.ownArgs ? texts(it.ownArgs.map((arg) => arg.name)) : undefined,
    defaults: defaults.length > 0 ? object(Object.fromEntries(defaults)) : undefined,
    follows: follows.length > 0 ? object(Object.fromEntries(follows)) : undefined,
    methods: methods.length > 0 ? object(Object.fromEntries(methods)) : undefined,
    callbacks: callbacks.length > 0 ? object(Object.fromEntries(callbacks)) : undefined,
    tracked: tracked.length > 0 ? texts(tracked) : undefined,
    marks: quoted(Object.values(marksOf(it, model)).join("")),
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
  /** Wire name to method. */
  readonly methods?: Readonly<Record<string, string>>;
  /** Action to how often it may be reported. */
  readonly callbacks?: Readonly<Record<string, "every" | "frame">>;
  /** Those of its callbacks that the state on the server follows. */
  readonly tracked?: readonly string[];
  /** Short hashes of what travels, side by side: how it is made, then for each method and callback listed here. */
  readonly marks?: string;
}`;

function tables(model: Model): Draft {
  const code = object(Object.fromEntries(remote(model).map((it) => [it.name, table(it, model)])));
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
    ],
  };
}

const registration = `/**
 * Makes a browser class known to the page under the name of its definition.
 * A method of its contract that is missing or has other types does not compile.
 */
export function defineWidget<N extends ClassName>(name: N, widgetClass: OwnWidgetClass<Contracts[N]>): void {
  defineOwnWidget(name, tables, widgetClass);
}`;

/** For the browser classes of a program: how they are registered, and all that their files import. */
function registry(model: Model): Draft[] {
  if (!usesLibrary(model)) return [];
  const imports = new Imports();
  for (const name of ["ClassName", "Contracts"]) imports.type("./contracts.js", name);
  imports.value("./tables.js", "tables");
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
  ...registry(model),
];
