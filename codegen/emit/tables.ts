/**
 * Emits `tables/<Class>.ts`: what the runtime knows of a class, as data, with its validators.
 * The shape is that of runtime/session/table.ts; own members only, inherited ones come from the base.
 */
import type { Condition, Json, MethodDefinition, Normalizer } from "../format.js";
import type {
  CallbackModel,
  ClassModel,
  InitModel,
  MethodModel,
  Model,
  ParamModel,
  SetterModel,
  StateModel,
} from "../model.js";
import { type Code, layOut, list, literal, object, quoted, texts } from "./code.js";
import { type Draft, Imports, runtime } from "./draft.js";
import { accessible, gestures } from "./gestures.js";
import { ownClasses } from "./home.js";
import { marksOf } from "./marks.js";
import { camel } from "./names.js";
import { tableValidators } from "./table-validators.js";

const maybe = (value: Json | undefined): Code | undefined =>
  value === undefined ? undefined : literal(value);
const flag = (value: boolean | undefined): Code | undefined => (value ? "true" : undefined);
const numbers = (values: readonly number[]): Code => list(values.map(String));
const unlessEmpty = <T>(items: readonly T[], make: (items: readonly T[]) => Code): Code | undefined =>
  items.length === 0 ? undefined : make(items);

function condition(when: Condition | undefined): Code | undefined {
  if (when === undefined) return undefined;
  const all = Array.isArray(when) ? when : [when];
  return list(
    all.map((it) =>
      object({ state: maybe(it.state), arg: maybe(it.arg), is: maybe(it.is), isNot: maybe(it.is_not) }),
    ),
  );
}

const param = (it: ParamModel): Code =>
  object({
    name: quoted(it.name),
    default: maybe(it.default),
    keep: flag(it.keep),
    localFile: flag(it.local_file),
  });

const init = (it: InitModel): Code =>
  object({
    name: quoted(it.name),
    property: quoted(camel(it.name)),
    state: quoted(it.state),
    required: flag(it.required),
    localFile: flag(it.localFile),
  });

function setter(it: SetterModel | null): Code | undefined {
  if (it === null) return undefined;
  if (it.form === "fixed") {
    return object({
      fixed: list(it.methods.map(([value, method]) => list([literal(value), quoted(method.name)]))),
    });
  }
  return object({
    method: quoted(it.method.name),
    spread: flag(it.form === "list"),
    pieces: it.form === "value" && it.pieces ? quoted(it.pieces.name) : undefined,
    entries: it.form === "entries" ? texts(it.method.params.slice(1).map((each) => each.name)) : undefined,
  });
}

function normalizer(it: Normalizer): Code {
  const { when, ...rest } = { when: undefined, ...it };
  const plain = Object.entries(rest).map(([name, value]) => [name, maybe(value)]);
  return object({ ...Object.fromEntries(plain), when: condition(when) });
}

function state(it: StateModel): Code {
  const { normalize = [], shared, exclusive, expires, drifts, default_from } = it.definition;
  return object({
    default: literal(it.default),
    defaultFrom: maybe(default_from),
    property: it.givable ? quoted(camel(it.name)) : undefined,
    setter: setter(it.setter),
    replay: quoted(it.replay),
    normalize: unlessEmpty(normalize, (rules) => list(rules.map(normalizer))),
    exclusive: maybe(exclusive),
    expires: expires && object({ seconds: quoted(expires.seconds), to: literal(expires.to) }),
    drifts: maybe(drifts),
    refs: flag(it.holdsWidgets),
    input: flag(it.input),
    shared: maybe(shared),
  });
}

const indexOf = (definition: MethodDefinition, name: string): number =>
  (definition.params ?? []).findIndex((it) => it.name === name);

function assignments(definition: MethodDefinition): Code | undefined {
  const also = "also" in definition ? (definition.also ?? []) : [];
  return unlessEmpty(also, (all) =>
    list(
      all.map((it) =>
        object({
          state: quoted(it.state),
          value: maybe(it.value),
          params: it.params && numbers(it.params.map((name) => indexOf(definition, name))),
          whenGiven: flag(it.when_given),
        }),
      ),
    ),
  );
}

type OfKind<K extends MethodDefinition["kind"]> = Extract<MethodDefinition, { kind: K }>;

function childEffect(definition: OfKind<"child">, model: Model): Record<string, Code | undefined> {
  const destroy = indexOf(definition, "destroy");
  const hasPlace = definition.child === "insert" || definition.child === "move";
  const { creates } = definition;
  const made = creates === undefined ? undefined : model.classes.find((it) => it.name === creates);
  return {
    child: quoted(definition.child),
    param: String(indexOf(definition, definition.param ?? "child")),
    index: hasPlace ? String(indexOf(definition, definition.index ?? "index")) : undefined,
    destroy: destroy < 0 ? undefined : String(destroy),
    again: maybe(definition.again),
    entries: flag(definition.entries),
    slot: quoted(definition.slot ?? "children"),
    state: maybe(definition.state),
    creates: maybe(definition.creates),
    wraps: made?.definition.created_by === undefined ? undefined : String(indexOf(definition, "options")),
  };
}

function factoryEffect(definition: OfKind<"factory">): Record<string, Code | undefined> {
  const given = Object.entries(definition.init ?? {}).map(([name, from]) => [
    name,
    String(indexOf(definition, from)),
  ]);
  return {
    creates: quoted(definition.creates),
    init: object(Object.fromEntries(given)),
    options: definition.options && numbers(definition.options.map((name) => indexOf(definition, name))),
    attach: maybe(definition.attach),
    attachParams:
      definition.attach_params && numbers(definition.attach_params.map((name) => indexOf(definition, name))),
    model: maybe(definition.model),
    operation: maybe(definition.operation),
  };
}

/** What a method does, without its parameters; null for methods that the runtime does not dispatch. */
function effect(
  name: string,
  definition: MethodDefinition,
  model: Model,
): Record<string, Code | undefined> | null {
  switch (definition.kind) {
    case "setter":
      return {
        state: maybe(definition.state),
        value: maybe(definition.value),
        toggle: maybe(definition.toggle),
        operation: definition.operation === "set" ? undefined : maybe(definition.operation),
        also: assignments(definition),
        stack: maybe(definition.stack),
      };
    case "getter":
      return {
        state: maybe(definition.state),
        structure: maybe(definition.structure),
        constant: maybe(definition.constant),
        item: flag(definition.item),
        model: maybe(definition.model),
        operation: definition.model === undefined ? undefined : quoted(definition.operation ?? name),
      };
    case "query":
      return { withoutBrowser: literal(definition.without_browser ?? null) };
    case "action":
      return { also: assignments(definition), stack: maybe(definition.stack), user: flag(definition.user) };
    case "child":
      return childEffect(definition, model);
    case "factory":
      return factoryEffect(definition);
    case "model":
      return { model: quoted(definition.model), operation: quoted(definition.operation ?? name) };
    default:
      return null;
  }
}

function method(it: MethodModel, model: Model): Code | undefined {
  const does = effect(it.alias ?? it.name, it.definition, model);
  return does
    ? object({ kind: quoted(it.definition.kind), params: list(it.params.map(param)), ...does })
    : undefined;
}

function callback(it: CallbackModel): Code {
  const { updates = {}, effects = [], on_change, source, upload } = it.definition;
  return object({
    required: String(it.args.filter((arg) => !arg.optional).length),
    updates: unlessEmpty(Object.entries(updates), (all) =>
      list(
        all.map(([pointer, from]) =>
          typeof from === "object" && !Array.isArray(from)
            ? object({ state: quoted(pointer), from: literal(from.from), when: condition(from.when) })
            : object({ state: quoted(pointer), from: literal(from) }),
        ),
      ),
    ),
    effects: unlessEmpty(effects, (all) =>
      list(
        all.map((each) => {
          const { when, ...rest } = { when: undefined, ...each };
          const plain = Object.entries(rest).map(([name, value]) => [name, maybe(value)]);
          return object({ ...Object.fromEntries(plain), when: condition(when) });
        }),
      ),
    ),
    onChange: maybe(on_change),
    source: source === "server" ? quoted("server") : undefined,
    upload: flag(upload),
  });
}

const byName = <T>(
  all: readonly T[],
  nameOf: (item: T) => string,
  make: (item: T) => Code | undefined,
): Code | undefined =>
  unlessEmpty(all, (items) => object(Object.fromEntries(items.map((item) => [nameOf(item), make(item)]))));

function table(model: Model, it: ClassModel): Draft {
  const imports = new Imports();
  const { definition, name } = it;
  const base = it.base && imports.value(`./${it.base.name}.js`, `${it.base.name}Table`);
  const type = imports.type(runtime("session/table.js"), "ClassTable");
  const marks = Object.entries(marksOf(it, model)).map(([member, mark]) => [member, quoted(mark)] as const);
  const code = object({
    name: quoted(name),
    base: base ?? "null",
    abstract: flag(it.abstract),
    remote: it.remote ? undefined : "false",
    createdBy: maybe(definition.created_by),
    models: definition.models && texts(definition.models),
    args: it.ownArgs ? list(it.ownArgs.map(init)) : undefined,
    options: unlessEmpty(it.ownOptions, (all) => list(all.map(init))),
    state: byName(it.ownStates, (each) => each.name, state),
    methods: byName(
      it.ownMethods,
      (each) => each.name,
      (each) => method(each, model),
    ),
    callbacks: byName(it.ownCallbacks, (each) => each.action, callback),
    accessible: accessible(definition.accessible, condition),
    gestures: gestures(definition.gestures, condition),
    marks: it.remote ? object(Object.fromEntries(marks)) : undefined,
    validators: tableValidators(model, it, imports),
  });
  const opening = `export const ${name}Table: ${type} = `;
  const text = `/** What the runtime knows of ${name}. */\n${opening}${layOut(code, 0, opening.length, 1)};`;
  return { path: `tables/${name}.ts`, from: it.origin, imports, declarations: [{ kind: "code", text }] };
}

export const tables = (model: Model): Draft[] => ownClasses(model).map((it) => table(model, it));
