/**
 * Emits the classes of a face: options, events, the class and its bound form, in the files of `sync/` and `async/`
 * that place.ts names. Bodies are one line; what they have in common is in the runtime.
 */
import type { CallbackModel, ClassModel, MethodModel, Model, TypeModel } from "../model.js";
import { key } from "./code.js";
import {
  type Declaration,
  type Doc,
  type Draft,
  Imports,
  type Method,
  type Parameter,
  type Property,
  runtime,
} from "./draft.js";
import { ownClasses, ownTypes } from "./home.js";
import { describedValue } from "./limits.js";
import {
  difference,
  fieldWords,
  handler,
  initDescription,
  local,
  memberWords,
  optionProperties,
  paramDescription,
  tuple,
} from "./members.js";
import { camel } from "./names.js";
import { BASES, type Places, placesOf } from "./place.js";
import { isDispatched } from "./table-validators.js";
import { type Naming, TypeWriter } from "./type-text.js";
import { declarationOf } from "./value-type.js";

export type FaceName = "sync" | "async";

interface Face {
  readonly name: FaceName;
  readonly session: string;
  readonly object: string;
  /** Type of what a method returns. */
  result(method: MethodModel, type: string): string;
  /** The helper that a method calls. */
  helper(method: MethodModel): string;
}

export const faces: readonly Face[] = [
  {
    name: "sync",
    session: "SyncSession",
    object: "SyncObject",
    result: (method, type) => (method.definition.kind === "query" ? `Promise<${type}>` : type),
    helper: () => "invoke",
  },
  {
    name: "async",
    session: "AsyncSession",
    object: "AsyncObject",
    result: (method, type) => (method.definition.kind === "getter" ? type : `Promise<${type}>`),
    helper: (method) => (method.definition.kind === "getter" ? "read" : "invoke"),
  },
];

const naming: Naming = { field: camel, widget: (name) => name };

/** What a file of a face imports, by what it names. */
class FileImports extends Imports {
  readonly #places: Places;
  /** Classes and types that the file declares itself. */
  readonly #here: ReadonlySet<string>;

  constructor(places: Places, here: ReadonlySet<string>) {
    super();
    this.#places = places;
    this.#here = here;
  }

  /** Something that goes with a class: the class itself, its options, its events. */
  ofClass(kind: "value" | "type", name: string, suffix = ""): string {
    const it = `${name}${suffix}`;
    return this.#here.has(name) ? it : this[kind](`./${this.#places.ofClass(name)}.js`, it);
  }

  /** All that was written. */
  written(writer: TypeWriter): void {
    for (const name of writer.types) {
      const file = this.#places.ofType(name);
      if (!this.#here.has(name)) this.type(file === undefined ? "../types.js" : `./${file}.js`, name);
    }
    for (const name of writer.classes) this.ofClass("type", name);
  }
}

/** What goes with one class; writer and imports, which are the file's, gather what is named. */
class ClassParts {
  readonly #face: Face;
  readonly #class: ClassModel;
  readonly #imports: FileImports;
  readonly #writer: TypeWriter;

  constructor(face: Face, subject: ClassModel, imports: FileImports, writer: TypeWriter) {
    this.#face = face;
    this.#class = subject;
    this.#imports = imports;
    this.#writer = writer;
  }

  declarations(): Declaration[] {
    const { abstract } = this.#class;
    return [
      this.#options(),
      ...(abstract ? [] : [this.#named(), this.#params()]),
      this.#events(),
      this.#declaration(),
      ...(abstract ? [] : [this.#bound()]),
    ].filter((it) => it !== null);
  }

  /** Something that goes with the base, by its ending. */
  #ofBase(suffix: string): string | undefined {
    const { base } = this.#class;
    return base ? this.#imports.ofClass("type", base.name, suffix) : undefined;
  }

  #options(): Declaration {
    const { name, base } = this.#class;
    const own = optionProperties(this.#class, naming);
    const inherited = base ? optionProperties(base, naming) : new Map();
    const { declared, omitted } = difference(own, inherited);
    // With `extends Omit<...>` an editor would show no description of what is declared beside it.
    const isWhole = omitted.length > 0;
    const properties = isWhole ? [...own.values()] : declared;
    // Only what is declared here is imported here.
    for (const schema of properties.flatMap((it) => it.schemas)) this.#writer.write(schema);
    const from = isWhole ? undefined : this.#ofBase("Options");
    return {
      kind: "interface",
      name: `${name}Options`,
      ...(from !== undefined && { extends: from }),
      doc: { description: `Options of {@link ${name}}, and the state that can be given when it is made.` },
      properties,
    };
  }

  #argTypes(): { name: string; type: string; optional: boolean }[] {
    return this.#class.args.map((arg) => ({
      name: arg.name,
      type: this.#writer.write(arg.schema),
      optional: !arg.required,
    }));
  }

  #named(): Declaration | null {
    const { name, args } = this.#class;
    if (args.length === 0) return null;
    const types = this.#argTypes();
    const properties: Property[] = args.map((arg, index) => {
      const type = types[index]?.type ?? "never";
      return {
        name: camel(arg.name),
        type: arg.required ? type : `${type} | undefined`,
        optional: !arg.required,
        doc: { description: initDescription(arg) },
      };
    });
    const doc = { description: `All by name: the arguments of {@link ${name}} and its options.` };
    return { kind: "interface", name: `${name}Named`, extends: `${name}Options`, doc, properties };
  }

  #params(): Declaration {
    const { name, args, options } = this.#class;
    const optional = !options.some((option) => option.required);
    const last = { name: "options", type: `${name}Options`, optional };
    const needed = !optional || args.some((arg) => arg.required);
    const forms = [tuple([...this.#argTypes(), last])];
    if (args.length > 0) forms.push(tuple([{ name: "named", type: `${name}Named`, optional: !needed }]));
    const doc = {
      description: `Arguments of {@link ${name}}${args.length > 0 ? ": by position, or all by name" : ""}.`,
    };
    return { kind: "alias", name: `${name}Params`, branches: forms, doc };
  }

  #events(): Declaration {
    const { name, ownCallbacks } = this.#class;
    const from = this.#ofBase("Events");
    return {
      kind: "interface",
      name: `${name}Events`,
      ...(from !== undefined && { extends: from }),
      doc: { description: `What {@link ${name}} fires: by action, what handles it.` },
      properties: ownCallbacks.map((callback) => this.#event(callback)),
    };
  }

  #event({ action, description, args }: CallbackModel): Property {
    const firstOptional = args.findIndex((arg) => arg.optional);
    const items = args.map((arg, index) => ({
      name: arg.name,
      type: this.#writer.write(arg.schema),
      optional: firstOptional >= 0 && index >= firstOptional,
    }));
    const params = args.map((arg) => [camel(arg.name), describedValue(arg.description, arg.schema)] as const);
    const type = `(${handler(items)}) | undefined`;
    return { name: key(action), type, optional: true, doc: { description, params } };
  }

  #declaration(): Declaration {
    const { name, description, base, abstract, ownMethods } = this.#class;
    const { session, object, name: face } = this.#face;
    const table = this.#imports.value(`../tables/${name}.js`, `${name}Table`);
    const parent = base
      ? this.#imports.ofClass("value", base.name)
      : this.#imports.value(runtime(`${face}/object.js`), object);
    const events = this.#imports.type(runtime("session/events.js"), "EVENTS");
    const methods = ownMethods.filter(isDispatched).map((method) => this.#method(method));
    if (!abstract) this.#imports.type(runtime(`${face}/session.js`), session);
    const args = base && !base.abstract ? `(args as unknown as ${this.#ofBase("Params")})` : "args";
    return {
      kind: "class",
      name,
      extends: parent,
      abstract,
      doc: { description },
      constants: [{ name: "table", value: table, overrides: true }],
      declares: [{ name: `[${events}]`, type: `${name}Events` }],
      ...(!abstract && {
        construct: {
          doc: this.#makingDoc(),
          params: [
            { name: "session", type: session },
            { name: "args", type: `${name}Params`, rest: true },
          ],
          body: `super(session, ...${args});`,
        },
      }),
      methods,
    };
  }

  #makingDoc(): Doc {
    const { args, definition } = this.#class;
    const forms =
      args.length > 0 ? "Arguments by position and then the options, or all by name." : "The options.";
    const maker = definition.created_by;
    return {
      description: maker === undefined ? "Makes one in a session." : `Made by methods of ${maker} only.`,
      params: [
        ["session", "The session that it belongs to."],
        ["args", forms],
      ],
      throws: "UsageError when an option is unknown or a value does not fit; then nothing is made.",
    };
  }

  #method(method: MethodModel): Method {
    const params: Parameter[] = method.params.map((param) => ({
      name: local(param.name),
      type: this.#writer.write(param.schema),
      optional: param.optional,
    }));
    const type = method.returns === null ? "void" : this.#writer.write(method.returns);
    const returns = this.#face.result(method, type);
    const given = params.map((param) => param.name).join(", ");
    const helper = this.#imports.value(runtime(`${this.#face.name}/invoke.js`), this.#face.helper(method));
    const call = `${helper}(this, ${JSON.stringify(method.name)}, [${given}]);`;
    return {
      name: camel(method.name),
      doc: {
        description: method.description,
        params: method.params.map((param) => [local(param.name), paramDescription(param)] as const),
      },
      params,
      returns,
      body: returns === "void" ? call : `return ${call}`,
      overrides: method.overrides,
    };
  }

  #bound(): Declaration {
    const { name } = this.#class;
    const params = [{ name: "args", type: `${name}Params`, rest: true }];
    const isAsync = this.#face.name === "async";
    return {
      kind: "interface",
      name: `${name}Class`,
      doc: { description: `{@link ${name}} bound to a session: call it, use \`new\`, or extend it.` },
      calls: [{ params, returns: isAsync ? `Promise<${name}>` : name }],
      constructs: [{ params, returns: name }],
      properties: [{ name: "prototype", type: name, readonly: true }],
      methods: isAsync ? [boundCreate] : [],
    };
  }
}

/** Makes an instance of the class that it is called on, which may be one derived from it. */
const boundCreate: Method = {
  name: "create<C extends new (...args: never[]) => unknown>",
  params: [
    { name: "this", type: "C" },
    { name: "args", type: "ConstructorParameters<C>", rest: true },
  ],
  returns: "Promise<InstanceType<C>>",
  doc: { description: "Makes one; settles when it is there and its `initialize` is done." },
};

/** The classes that a file declares, each after its base. */
function inOrder(classes: readonly ClassModel[]): ClassModel[] {
  const ordered = new Set<ClassModel>();
  const add = (it: ClassModel): void => {
    if (it.base && classes.includes(it.base)) add(it.base);
    ordered.add(it);
  };
  for (const it of classes) add(it);
  return [...ordered];
}

function classFile(
  face: Face,
  model: Model,
  file: string,
  classes: readonly ClassModel[],
  types: readonly TypeModel[],
): Draft {
  const imports = new FileImports(placesOf(model), new Set([...classes, ...types].map(({ name }) => name)));
  const writer = new TypeWriter(naming);
  const declarations = [
    ...types.map((type) => declarationOf(type, writer)),
    ...inOrder(classes).flatMap((it) => new ClassParts(face, it, imports, writer).declarations()),
  ];
  imports.written(writer);
  const words = {
    has: (word: string) =>
      classes.some((it) => memberWords(it).has(word)) || fieldWords(model.types).has(word),
  };
  const from = file === BASES ? "schema/bases" : (classes[0]?.origin ?? "schema/types");
  return { path: `${face.name}/${file}.ts`, from, imports, words, declarations };
}

/** Own classes, and own types that hold widgets, by the file that declares them. */
function byFile(model: Model): ReadonlyMap<string, { classes: ClassModel[]; types: TypeModel[] }> {
  const { ofClass, ofType } = placesOf(model);
  const files = new Map<string, { classes: ClassModel[]; types: TypeModel[] }>();
  const of = (file: string) => {
    const found = files.get(file) ?? { classes: [], types: [] };
    files.set(file, found);
    return found;
  };
  for (const it of ownClasses(model)) of(ofClass(it.name)).classes.push(it);
  for (const type of ownTypes(model)) {
    const file = ofType(type.name);
    if (file !== undefined) of(file).types.push(type);
  }
  return files;
}

export const classFiles = (model: Model): Draft[] =>
  faces.flatMap((face) =>
    [...byFile(model)].map(([file, { classes, types }]) => classFile(face, model, file, classes, types)),
  );
