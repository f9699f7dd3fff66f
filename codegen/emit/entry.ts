/**
 * Emits what binds the classes of a face together: `widgets.ts`, `session.ts`, `application.ts`
 * and `index.ts`, which names every public export.
 */
import { perKey } from "../memo.js";
import type { ClassModel, Model } from "../model.js";
import { type Declaration, type Draft, Imports, library, type Method, runtime } from "./draft.js";
import { type FaceName, faces } from "./face.js";
import { ownClasses, ownTypes, packageName, usesLibrary } from "./home.js";
import { local, paramDescription } from "./members.js";
import { camel } from "./names.js";
import { placesOf } from "./place.js";
import { TypeWriter } from "./type-text.js";

const source = "schema";
const concrete = (model: Model): ClassModel[] => model.classes.filter((it) => !it.abstract);
const isMadeByProgram = (it: ClassModel): boolean => it.definition.created_by === undefined;

/** Names of all methods, as descriptions of the classes mention them. */
const methodWords = perKey(
  (model: Model): ReadonlySet<string> =>
    new Set(ownClasses(model).flatMap((it) => (it.abstract ? [] : it.methods.map((method) => method.name)))),
);

function widgets(model: Model, face: FaceName, session: string): Draft {
  const imports = new Imports();
  const all = ownClasses(model).filter((it) => !it.abstract);
  const properties = all.filter(isMadeByProgram).map((it) => ({
    name: it.name,
    type: imports.type(`./${it.name}.js`, `${it.name}Class`),
    readonly: true,
    doc: { description: it.description },
  }));
  const names = all.map((it) => imports.value(`./${it.name}.js`, it.name));
  imports.value(runtime(`${face}/bind.js`), "bindWidgets");
  imports.type(runtime(`${face}/session.js`), session);
  const isOnTop = usesLibrary(model);
  if (isOnTop) {
    imports.type(library(`${face}/widgets.js`), "Widgets as LibraryWidgets");
    imports.value(library(`${face}/widgets.js`), "classes as libraryClasses");
  }
  const listed = [...(isOnTop ? ["...libraryClasses"] : []), ...names];
  return {
    path: `${face}/widgets.ts`,
    from: source,
    imports,
    words: methodWords(model),
    declarations: [
      {
        kind: "interface",
        name: "Widgets",
        ...(isOnTop && { extends: "LibraryWidgets" }),
        doc: { description: "The widget classes, bound to a session." },
        properties,
      },
      {
        kind: "code",
        text: `/** Every class that can be made, by name. */\nexport const classes = {\n${listed.map((name) => `  ${name},\n`).join("")}};`,
      },
      {
        kind: "code",
        text: `/** The widget classes for one session. */
export function createWidgets(session: ${session}): Widgets {
  return bindWidgets<Widgets>(session, classes);
}`,
      },
    ],
  };
}

/** A method of the session that makes a widget with some of its args and options. */
function factory(it: ClassModel, face: FaceName, writer: TypeWriter): Method[] {
  const shortcut = it.definition.session_factory;
  if (!shortcut) return [];
  const givers = new Map([...it.options, ...it.args].map((giver) => [giver.name, giver]));
  const params = shortcut.params.flatMap((name) => {
    const giver = givers.get(name);
    return giver
      ? [{ giver, name: local(name), type: writer.write(giver.schema), optional: !giver.required }]
      : [];
  });
  const given = params.map(({ giver, name }) =>
    camel(giver.name) === name ? name : `${camel(giver.name)}: ${name}`,
  );
  const make = `{ ${given.join(", ")} }`;
  return [
    {
      name: camel(shortcut.name),
      doc: {
        description: `Makes a {@link ${it.name}}: ${it.description.charAt(0).toLowerCase()}${it.description.slice(1)}`,
        params: params.map(
          ({ giver, name }) => [name, paramDescription({ ...giver, optional: !giver.required })] as const,
        ),
      },
      params: params.map(({ name, type, optional }) => ({ name, type, optional })),
      returns: face === "async" ? `Promise<${it.name}>` : it.name,
      body:
        face === "async"
          ? `return ${it.name}.create(this, ${make});`
          : `return new ${it.name}(this, ${make});`,
    },
  ];
}

function session(model: Model, face: FaceName, base: string): Draft {
  const imports = new Imports();
  const writer = new TypeWriter({ field: camel, widget: (name) => name });
  const methods = concrete(model).flatMap((it) => {
    const made = factory(it, face, writer);
    if (made.length > 0) imports.value(`./${it.name}.js`, it.name);
    return made;
  });
  for (const name of writer.types) imports.type("../types.js", name);
  for (const name of writer.classes) imports.type(`./${placesOf(model).ofClass(name)}.js`, name);
  imports.value(runtime(`${face}/session.js`), base);
  imports.type(runtime("session/session.js"), "SessionInit");
  imports.type("./widgets.js", "Widgets");
  imports.value("./widgets.js", "classes");
  imports.value("./widgets.js", "createWidgets");
  return {
    path: `${face}/session.ts`,
    from: source,
    imports,
    declarations: [
      {
        kind: "class",
        name: "Session",
        extends: `${base}<Widgets>`,
        doc: { description: "One user's interface: its widgets, their state and the browsers that show it." },
        construct: {
          doc: { description: "Made by the application, for each new user." },
          params: [{ name: "init", type: "SessionInit" }],
          body: "super(init, { classes, createWidgets });",
        },
        methods,
      },
    ],
  };
}

function application(face: FaceName, base: string): Draft {
  const imports = new Imports();
  const options = runtime("server/options.js");
  imports.value(runtime(`${face}/application.js`), base);
  imports.type(options, "ApplicationOptions");
  imports.value("./session.js", "Session");
  return {
    path: `${face}/application.ts`,
    from: source,
    imports,
    declarations: [
      {
        kind: "class",
        name: "Application",
        extends: `${base}<Session>`,
        doc: { description: "Serves interfaces to browsers: one session for each." },
        construct: {
          doc: {
            description: "Makes an application that is not running yet.",
            params: [["options", "Ports, limits and who may come in; all have defaults."]],
            throws: "UsageError when an option is unknown or a value does not fit.",
          },
          params: [{ name: "options", type: "ApplicationOptions", start: "{}" }],
          body: "super(options, Session);",
        },
        methods: [],
      },
      { kind: "exports", module: options, types: ["ApplicationOptions"] },
    ],
  };
}

/** What goes with a class. */
function classExports({ name, abstract, args }: ClassModel, file: string): Declaration {
  const made = abstract ? [] : [...(args.length > 0 ? ["Named"] : []), "Params", "Class"];
  const types = [...made, "Events", "Options"].map((suffix) => name + suffix);
  return { kind: "exports", module: `./${file}.js`, values: [name], types };
}

/** Types that hold widgets, by the file of the face that declares them. */
function faceTypeExports(model: Model): Declaration[] {
  const byFile = new Map<string, string[]>();
  for (const { name } of ownTypes(model)) {
    const file = placesOf(model).ofType(name);
    if (file !== undefined) byFile.set(file, [...(byFile.get(file) ?? []), name]);
  }
  return [...byFile].map(([file, types]) => ({ kind: "exports", module: `./${file}.js`, types }));
}

function index(model: Model, face: FaceName): Draft {
  const { ofClass, ofType } = placesOf(model);
  const isOnTop = usesLibrary(model);
  const valueTypes = [
    ...(isOnTop ? [] : ["JsonValue"]),
    ...ownTypes(model).flatMap(({ name }) => (ofType(name) === undefined ? [name] : [])),
  ];
  const ofRuntime: readonly Declaration[] = [
    {
      kind: "exports",
      module: runtime("session/typed-buffer.js"),
      values: ["TypedBuffer"],
      types: ["ElementType"],
    },
    { kind: "exports", module: runtime("protocol/theme-tokens.js"), types: ["ThemeTokens"] },
    { kind: "exports", module: runtime("protocol/words.js"), types: ["Words"] },
    { kind: "exports", module: runtime("server/look.js"), types: ["Direction"] },
    { kind: "exports", module: runtime("server/page-services.js"), types: ["DefaultFont", "FontOptions"] },
    {
      kind: "exports",
      module: runtime("server/theme.js"),
      types: ["Density", "Theme", "ThemeBase", "ThemeOptions"],
    },
  ];
  // What is exported here by name goes before the same name of the package.
  const ofPackage: Declaration = { kind: "code", text: `export * from "${packageName}/${face}";` };
  const declarations: Declaration[] = [
    ...(isOnTop ? [ofPackage] : []),
    ...(valueTypes.length > 0
      ? [{ kind: "exports", module: "../types.js", types: valueTypes } as const]
      : []),
    { kind: "exports", module: "./application.js", values: ["Application"], types: ["ApplicationOptions"] },
    ...(isOnTop ? [] : ofRuntime),
    ...ownClasses(model).map((it) => classExports(it, ofClass(it.name))),
    ...faceTypeExports(model),
    { kind: "exports", module: "./session.js", values: ["Session"], types: [] },
    { kind: "exports", module: "./widgets.js", types: ["Widgets"] },
  ];
  return { path: `${face}/index.ts`, from: source, imports: new Imports(), declarations };
}

export const entries = (model: Model): Draft[] =>
  faces.flatMap(({ name, session: base }) => [
    widgets(model, name, base),
    session(model, name, base),
    application(name, base.replace("Session", "Application")),
    index(model, name),
  ]);
