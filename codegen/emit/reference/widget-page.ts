/**
 * The page of a class: an example, how it is made, options, methods by group, callbacks, keys, accessibility,
 * and links to what it inherits.
 */
import type { ClassModel, InitModel, MethodModel, Model } from "../../model.js";
import { flat, literal } from "../code.js";
import { limitsInWords } from "../limits.js";
import { fieldWords, local, memberWords, optionProperties } from "../members.js";
import { camel, inCamel } from "../names.js";
import { isDispatched } from "../table-validators.js";
import { TypeWriter } from "../type-text.js";
import { accessibility } from "./accessibility.js";
import {
  anchor,
  besideClasses,
  block,
  code,
  linked,
  pageHeader,
  parts,
  plain,
  table,
  typeOf,
} from "./markdown.js";

const naming = { field: camel, widget: (name: string) => name };
const callbackHeading = (action: string): string => `on("${action}")`;

/** Groups of methods, by what a reader looks for. */
const groups = [
  "State",
  "Children",
  "Making others",
  "Content",
  "Actions",
  "Questions to the browser",
] as const;
type Group = (typeof groups)[number];

function groupOf({ definition }: MethodModel): Group {
  switch (definition.kind) {
    case "child":
      return "Children";
    case "factory":
      return "Making others";
    case "model":
      return "Content";
    case "query":
      return "Questions to the browser";
    case "getter":
      return definition.structure !== undefined ? "Children" : definition.model ? "Content" : "State";
    case "setter":
      return "State";
    default:
      return "Actions";
  }
}

const basesOf = (it: ClassModel): ClassModel[] => (it.base ? [...basesOf(it.base), it.base] : []);
const link = (name: string, heading?: string): string =>
  `[${heading ?? name}](${besideClasses.ofClass(name)}${heading === undefined ? "" : `#${anchor(heading)}`})`;

class WidgetPage {
  readonly #class: ClassModel;
  readonly #model: Model;
  readonly #words: ReadonlySet<string>;

  constructor(subject: ClassModel, model: Model) {
    this.#class = subject;
    this.#model = model;
    this.#words = new Set([...memberWords(subject), ...fieldWords(model.types)]);
  }

  page(example: string | undefined, command: string): string {
    const { name, origin, description } = this.#class;
    return `${parts(
      pageHeader(origin, command),
      `# ${name}`,
      this.#say(description),
      this.#lineage(),
      example === undefined ? "" : block(example.trim()),
      this.#making(),
      this.#options(),
      this.#methods(),
      this.#callbacks(),
      this.#keys(),
      accessibility(this.#class),
    )}\n`;
  }

  #say(...sentences: readonly string[]): string {
    return plain(inCamel(sentences.filter((each) => each !== "").join(" "), this.#words));
  }

  #lineage(): string {
    const { name, definition, abstract } = this.#class;
    const chain = [...basesOf(this.#class).map((it) => link(it.name)), name].join(" > ");
    const derived = this.#model.classes.filter((it) => it.base === this.#class).map((it) => link(it.name));
    const facts = [
      abstract ? "A base class: it cannot be made itself." : "",
      definition.created_by ? `Made by methods of ${link(definition.created_by)} only.` : "",
      definition.remote === false ? "It lives on the server only." : "",
      definition.session_factory
        ? `\`session.${camel(definition.session_factory.name)}()\` makes one too.`
        : "",
      derived.length > 0 ? `Extended by ${derived.join(", ")}.` : "",
    ];
    return parts(chain, facts.filter((each) => each !== "").join(" "));
  }

  #init(it: InitModel): string[] {
    const { follows, schema, description, required } = it;
    const start = follows === undefined ? this.#start(it.default) : `that of \`${camel(follows)}\``;
    return [
      code(camel(it.name)),
      typeOf(schema, besideClasses),
      required ? "required" : start,
      this.#say(description, limitsInWords(schema)),
    ];
  }

  #start(value: InitModel["default"]): string {
    return value === undefined ? "" : code(flat(literal(value)));
  }

  #making(): string {
    const { name, args, abstract, definition } = this.#class;
    if (abstract || definition.created_by !== undefined) return "";
    const names = args.map((arg) => camel(arg.name) + (arg.required ? "" : "?"));
    const forms = [`W.${name}(${[...names, "options?"].join(", ")})`];
    if (args.length > 0) forms.push(`W.${name}({ ${names.join(", ")}, ...options })`);
    return parts(
      "## Making one",
      block(forms.join("\n")),
      table(
        ["argument", "type", "default", ""],
        args.map((arg) => this.#init(arg)),
      ),
    );
  }

  #options(): string {
    const given = optionProperties(this.#class, naming);
    const { base, options, states, args } = this.#class;
    const inherited = base ? optionProperties(base, naming) : new Map<string, never>();
    const own = [...given.values()].filter((it) => !inherited.has(it.name));
    const rows = own.map((it) => {
      const option = options.find((each) => camel(each.name) === it.name);
      if (option) return this.#init(option);
      const state = states.find((each) => camel(each.name) === it.name);
      const writer = new TypeWriter(naming);
      for (const schema of it.schemas) writer.write(schema);
      const [schema] = it.schemas;
      return [
        code(it.name),
        linked(it.type.replace(/ \| undefined$/, ""), writer, besideClasses),
        this.#start(state?.default),
        this.#say(
          state?.definition.description ?? "",
          schema !== undefined && it.schemas.length === 1 ? limitsInWords(schema) : "",
        ),
      ];
    });
    const taken = new Set(args.map((arg) => camel(arg.name)));
    const more = basesOf(this.#class)
      .reverse()
      .flatMap((it) => {
        const before = it.base ? optionProperties(it.base, naming) : new Map<string, never>();
        const names = [...optionProperties(it, naming).keys()].filter(
          (each) => !before.has(each) && given.has(each) && !taken.has(each),
        );
        return names.length > 0
          ? [
              `- ${link(it.name, "Options").replace("[Options]", `[${it.name}]`)}: ${names.map(code).join(", ")}`,
            ]
          : [];
      });
    if (rows.length === 0 && more.length === 0) return "";
    return parts(
      "## Options",
      table(["option", "type", "default", ""], rows),
      more.length > 0 ? `Inherited:\n\n${more.join("\n")}` : "",
    );
  }

  #signature(method: MethodModel): string {
    const writer = new TypeWriter(naming);
    const params = method.params.map(
      (param) => `${local(param.name)}${param.optional ? "?" : ""}: ${writer.write(param.schema)}`,
    );
    const type = method.returns === null ? "void" : writer.write(method.returns);
    const result = method.definition.kind === "query" ? `Promise<${type}>` : type;
    const short = `${camel(method.name)}(${params.join(", ")}): ${result}`;
    return short.length <= 100 || params.length === 0
      ? short
      : `${camel(method.name)}(\n${params.map((each) => `  ${each},\n`).join("")}): ${result}`;
  }

  #isAbstract(name: string): boolean {
    return this.#model.classes.some((it) => it.name === name && it.abstract);
  }

  /** Links to the types and classes that a method names; a base class is anything. */
  #typesOf(method: MethodModel): string {
    const writer = new TypeWriter(naming);
    for (const schema of [
      ...method.params.map((each) => each.schema),
      method.returns ?? { type: "null" as const },
    ])
      writer.write(schema);
    const { name } = this.#class;
    const types = [...writer.types].filter((each) => each !== "JsonValue");
    const links = [
      ...types.map((each) => `[${each}](${besideClasses.ofType(each)})`),
      ...[...writer.classes]
        .filter((each) => each !== name && !this.#isAbstract(each))
        .map((each) => link(each)),
    ];
    return links.length === 0 ? "" : `See ${links.join(", ")}.`;
  }

  /** A link to a method, on the page of the class that has it. */
  #toMethod(name: string): string {
    const owner = [...basesOf(this.#class), this.#class].findLast((it) =>
      it.ownMethods.some((each) => each.name === name),
    );
    return link(owner?.name ?? this.#class.name, camel(name));
  }

  #method(method: MethodModel): string {
    const { base } = this.#class;
    const params = method.params.map((param) => {
      const start =
        param.keep || param.default === undefined ? "" : `Default: ${code(flat(literal(param.default)))}.`;
      const says = this.#say(param.description, limitsInWords(param.schema));
      return `- ${code(local(param.name))}: ${[says, start].filter((each) => each !== "").join(" ")}`;
    });
    const other = method.alias === null ? "" : `Another name of ${this.#toMethod(method.alias)}.`;
    const replaced =
      method.overrides && base
        ? basesOf(this.#class).findLast((it) => it.ownMethods.some((each) => each.name === method.name))
        : undefined;
    return parts(
      `#### ${camel(method.name)}`,
      block(this.#signature(method)),
      [
        this.#say(method.description),
        other,
        replaced
          ? `In place of that of ${link(replaced.name, camel(method.name)).replace(/^\[[^\]]*\]/, `[${replaced.name}]`)}.`
          : "",
        this.#typesOf(method),
      ]
        .filter((each) => each !== "")
        .join(" "),
      params.join("\n"),
    );
  }

  #methods(): string {
    const own = this.#class.ownMethods.filter(isDispatched);
    const grouped = groups.flatMap((group) => {
      const members = own.filter((method) => groupOf(method) === group);
      return members.length > 0 ? [`### ${group}`, ...members.map((method) => this.#method(method))] : [];
    });
    const here = new Set(own.map((method) => method.name));
    const inherited = basesOf(this.#class)
      .reverse()
      .flatMap((it) => {
        const names = it.ownMethods.filter((each) => isDispatched(each) && !here.has(each.name));
        for (const each of names) here.add(each.name);
        const links = names.map((each) => link(it.name, camel(each.name)));
        return links.length > 0 ? [`- ${link(it.name)}: ${links.join(", ")}`] : [];
      });
    if (grouped.length + inherited.length === 0) return "";
    return parts(
      "## Methods",
      ...grouped,
      inherited.length > 0 ? `### Inherited methods\n\n${inherited.join("\n")}` : "",
    );
  }

  #callbacks(): string {
    const own = this.#class.ownCallbacks.map(({ action, description, definition, args }) => {
      const rows = args.map((arg) => [
        code(camel(arg.name) + (arg.optional ? "?" : "")),
        typeOf(arg.schema, besideClasses),
        this.#say(arg.description, limitsInWords(arg.schema)),
      ]);
      const facts = [
        definition.source === "server" ? "The server starts it, also without a browser." : "",
        definition.on_change !== undefined ? "Changes made by the program fire it too." : "",
        definition.rate === "frame" ? "At most once a frame; the last one always comes." : "",
      ];
      return parts(
        `### ${callbackHeading(action)}`,
        [this.#say(description), ...facts.filter((each) => each !== "")].join(" "),
        table(["argument", "type", ""], rows),
      );
    });
    const here = new Set(this.#class.ownCallbacks.map((each) => each.action));
    const inherited = basesOf(this.#class)
      .reverse()
      .flatMap((it) => {
        const actions = it.ownCallbacks.map((each) => each.action).filter((each) => !here.has(each));
        for (const each of actions) here.add(each);
        const links = actions.map((each) =>
          link(it.name, callbackHeading(each)).replace(/^\[[^\]]*\]/, `[${each}]`),
        );
        return links.length > 0 ? [`- ${link(it.name)}: ${links.join(", ")}`] : [];
      });
    if (own.length + inherited.length === 0) return "";
    return parts(
      "## Callbacks",
      ...own,
      inherited.length > 0 ? `### Inherited callbacks\n\n${inherited.join("\n")}` : "",
    );
  }

  #keys(): string {
    const rows = this.#class.keys.map(({ keys, does }) => [
      keys
        .split(" or ")
        .map((each) =>
          each
            .split(/\+(?!$)/)
            .map((key) => code(key))
            .join(" + "),
        )
        .join(" or "),
      this.#say(does),
    ]);
    return rows.length === 0 ? "" : parts("## Keys", table(["keys", ""], rows));
  }
}

/** `command` is what makes the page again. */
export const widgetPage = (
  it: ClassModel,
  model: Model,
  example: string | undefined,
  command: string,
): string => new WidgetPage(it, model).page(example, command);
