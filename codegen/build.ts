/**
 * Makes the model from a universe of definitions that has no faults.
 * What definitions leave to a rule (setters of states, replay phases, aliases) is worked out here, once.
 */
import type {
  Json,
  KeyDefinition,
  MethodDefinition,
  OptionDefinition,
  ParamDefinition,
  SchemaFragment,
  StateDefinition,
} from "./format.js";
import { perKey } from "./memo.js";
import type {
  CallbackModel,
  ClassModel,
  InitModel,
  MethodModel,
  Model,
  ParamModel,
  SetterModel,
  StateModel,
  TypeModel,
} from "./model.js";
import type { Member, Members, ResolvedClass, Universe } from "./resolve.js";
import { holdsWidgets, joined, sameJson, splitPointer, type Types, takesNull, valueAt } from "./schemas.js";

const byCodeUnit =
  <T>(nameOf: (item: T) => string) =>
  (a: T, b: T): number =>
    nameOf(a) < nameOf(b) ? -1 : 1;

function buildParam(param: ParamDefinition, types: Types): ParamModel {
  const schema = joined(param.schema, types);
  const nullable = param.keep && !takesNull(schema, types);
  return {
    ...param,
    schema: nullable ? { anyOf: [schema, { type: "null" }] } : schema,
    ...(param.keep && param.default === undefined && { default: null }),
    optional: param.keep === true || param.default !== undefined,
  };
}

/** What a method gives back when its definition does not say: the widget that it makes. */
function resultOf(definition: MethodModel["definition"], types: Types): SchemaFragment | null {
  if (definition.returns) return joined(definition.returns, types);
  const makes = definition.kind === "factory" || definition.kind === "child" ? definition.creates : undefined;
  return makes === undefined ? null : { $ref: `#/widgets/${makes}` };
}

/** Methods are asked for by every class that inherits them. */
const methodsAmong = perKey((types: Types) =>
  perKey((member: Member<MethodDefinition>) => buildMethod(member, types)),
);

function buildMethod(member: Member<MethodDefinition>, types: Types): MethodModel {
  const { name, owner, definition } = member;
  const alias = "alias_of" in definition ? (definition.alias_of ?? null) : null;
  const target = alias === null ? definition : (owner.methods.get(alias)?.definition ?? definition);
  const params = definition.params ?? target.params ?? [];
  return {
    name,
    description: definition.description,
    definition: target,
    params: params.map((param) => buildParam(param, types)),
    returns: resultOf(definition, types) ?? resultOf(target, types),
    alias,
    overrides: owner.base?.methods.has(name) === true,
  };
}

interface Setter {
  readonly method: MethodModel;
  readonly value: Json | undefined;
  readonly operation: string;
}

/** The methods that set each state. */
function settersOf(methods: readonly MethodModel[]): ReadonlyMap<string, readonly Setter[]> {
  const all = new Map<string, Setter[]>();
  for (const method of methods) {
    const { definition, alias } = method;
    if (alias !== null || definition.kind !== "setter" || definition.state === undefined) continue;
    if (definition.toggle) continue;
    const setter = { method, value: definition.value, operation: definition.operation ?? "set" };
    const others = all.get(definition.state);
    if (others) others.push(setter);
    else all.set(definition.state, [setter]);
  }
  return all;
}

/** How a state is set, seen from a class: by one method, by one for each value, or entry by entry. */
function setterOf(state: string, setters: readonly Setter[]): SetterModel | null {
  const plain = setters.filter(
    (it) => it.operation === "set" && it.value === undefined && it.method.params.length > 0,
  );
  const chosen = plain.find((it) => it.method.name === `set_${state}`) ?? plain[0];
  const adding = setters.find((it) => it.operation === "append_piece");
  if (chosen && chosen.method.params.length > 1) return { form: "list", method: chosen.method };
  if (chosen) return { form: "value", method: chosen.method, pieces: adding?.method };
  const fixed = new Map<string, readonly [Json, MethodModel]>();
  for (const { method, value } of setters) {
    const key = JSON.stringify(value);
    if (value !== undefined && method.params.length === 0 && !fixed.has(key)) fixed.set(key, [value, method]);
  }
  if (fixed.size > 1) return { form: "fixed", methods: [...fixed.values()] };
  const put = setters.find((it) => it.operation === "put");
  return put ? { form: "entries", method: put.method } : null;
}

/** The value that a state starts with, through default_from. */
function startOf(name: string, owner: ResolvedClass, seen: readonly string[] = []): Json {
  const definition = owner.states.get(name)?.definition;
  if (definition?.default !== undefined) return definition.default;
  if (definition?.default_from === undefined || seen.includes(name)) return null;
  const { state, segments } = splitPointer(definition.default_from);
  return valueAt(startOf(state, owner, [...seen, name]), segments) ?? null;
}

/** What is as it was in the base is the same object there: what others work out for it, they work out once. */
function inheritedOr<T extends object>(before: T | undefined, now: T): T {
  if (before === undefined) return now;
  const keys = Object.keys(now) as (keyof T)[];
  const isSame = keys.length === Object.keys(before).length && keys.every((key) => before[key] === now[key]);
  return isSame ? before : now;
}

const named = <T extends { readonly name: string }>(all: readonly T[] | undefined): ReadonlyMap<string, T> =>
  new Map((all ?? []).map((it) => [it.name, it]));

function buildInit(member: Member<OptionDefinition>, owner: ResolvedClass, types: Types): InitModel {
  const { name, definition } = member;
  const { schema, description, default_from, local_file } = definition;
  const givers = [...owner.args.values(), ...owner.options.values()];
  const followed = givers.find((giver) => (giver.definition.state ?? giver.name) === default_from);
  const source = default_from === undefined || followed ? undefined : splitPointer(default_from);
  const followedStart = source && valueAt(startOf(source.state, owner), source.segments);
  const start = definition.default === undefined ? followedStart : definition.default;
  return {
    name,
    schema: joined(schema, types),
    description,
    ...(start !== undefined && { default: start }),
    ...(followed && { follows: followed.name }),
    state: definition.state ?? name,
    required: definition.default === undefined && default_from === undefined,
    localFile: local_file === true,
  };
}

/** The definition of a state with what an arg or option says of its start. */
const startingFrom = perKey((definition: StateDefinition) => {
  const known = new Map<string | undefined, StateDefinition>();
  return (from: string | undefined): StateDefinition => {
    const found = known.get(from) ?? { ...definition, default_from: from };
    known.set(from, found);
    return found;
  };
});

/** The methods of a setter. */
const methodsIn = (setter: SetterModel | null): readonly MethodModel[] =>
  setter === null ? [] : setter.form === "fixed" ? setter.methods.map(([, it]) => it) : [setter.method];

/** Whether two set a state in the same way by the very same methods. */
function sameSetter(a: SetterModel | null, b: SetterModel | null): boolean {
  const [before, now] = [methodsIn(a), methodsIn(b)];
  const isSame = before.length === now.length && before.every((method, index) => method === now[index]);
  return isSame && a?.form === b?.form;
}

function buildStates(
  owner: ResolvedClass,
  methods: readonly MethodModel[],
  inherited: ReadonlyMap<string, StateModel>,
  types: Types,
): StateModel[] {
  const updated = new Set<string>();
  const selections = methods.flatMap(({ definition }) =>
    definition.kind === "child" && definition.child === "select" ? (definition.state ?? []) : [],
  );
  for (const { definition } of owner.callbacks.values()) {
    if (definition.source === "server") continue;
    for (const pointer of Object.keys(definition.updates ?? {})) updated.add(splitPointer(pointer).state);
    if ((definition.effects ?? []).some((effect) => "select" in effect)) {
      for (const state of selections) updated.add(state);
    }
  }
  const givers = [...owner.args.values(), ...owner.options.values()];
  const setters = settersOf(methods);
  return [...owner.states.values()].map(({ name, definition }) => {
    const before = inherited.get(name);
    const found = setterOf(name, setters.get(name) ?? []);
    const setter = before && sameSetter(before.setter, found) ? before.setter : found;
    const schema = joined(definition.schema, types);
    const from =
      definition.default_from ?? givers.find((it) => it.definition.state === name)?.definition.default_from;
    return inheritedOr(before, {
      name,
      definition: startingFrom(definition)(from),
      schema,
      default: startOf(name, owner),
      setter,
      replay: definition.replay ?? (setter ? "before-children" : "never"),
      givable: setter !== null && setter.form !== "entries" && !givers.some((giver) => giver.name === name),
      holdsWidgets: holdsWidgets(schema, types),
      input: updated.has(name),
    });
  });
}

/** What a class says about a state, to see whether a derived class says something else. */
function gist(state: StateModel): Json {
  const { setter } = state;
  const means = methodsIn(setter).map((method) => [method.name, method.params.map((param) => param.name)]);
  return [setter?.form ?? null, means, state.replay, state.givable, state.input];
}

/** Callbacks are asked for by every class that inherits them. */
const callbacksAmong = perKey((types: Types) =>
  perKey(
    ({ name, definition }: Member<CallbackModel["definition"]>): CallbackModel => ({
      action: name,
      description: definition.description,
      definition,
      args: (definition.args ?? []).map((arg) => ({ ...arg, schema: joined(arg.schema, types) })),
    }),
  ),
);

function buildClass(subject: ResolvedClass, base: ClassModel | null, types: Types): ClassModel {
  const { definition } = subject;
  const isOwn = (member: { owner: ResolvedClass } | undefined): boolean => member?.owner === subject;
  const methods = [...subject.methods.values()].map(methodsAmong(types));
  const givers = (
    members: Members<OptionDefinition>,
    before: readonly InitModel[] | undefined,
  ): InitModel[] => {
    const inherited = named(before);
    return [...members.values()].map((member) =>
      inheritedOr(inherited.get(member.name), buildInit(member, subject, types)),
    );
  };
  const args = givers(subject.args, base?.args);
  const options = givers(subject.options, base?.options);
  const inherited = named(base?.states);
  const states = buildStates(subject, methods, inherited, types);
  const callbacks = [...subject.callbacks.values()].map(callbacksAmong(types));
  const differs = (state: StateModel): boolean => {
    const before = inherited.get(state.name);
    return before === undefined || (before !== state && !sameJson(gist(before), gist(state)));
  };
  return {
    name: subject.name,
    origin: subject.document.source.origin,
    library: subject.document.source.library === true,
    description: definition.description,
    definition,
    base,
    abstract: definition.abstract === true,
    remote: definition.remote !== false,
    ownArgs: definition.args ? args : null,
    args,
    ownOptions: options.filter((option) => isOwn(subject.options.get(option.name))),
    options,
    ownStates: states.filter((state) => isOwn(subject.states.get(state.name)) || differs(state)),
    states,
    ownMethods: methods.filter((method) => isOwn(subject.methods.get(method.name))),
    methods,
    ownCallbacks: callbacks.filter((callback) => isOwn(subject.callbacks.get(callback.action))),
    callbacks,
    keys: joinedKeys(base?.keys ?? [], definition.keys ?? []),
  };
}

/** What a class says of a key stands in the place of what its base says of it. */
function joinedKeys(inherited: readonly KeyDefinition[], own: readonly KeyDefinition[]): KeyDefinition[] {
  return [...new Map([...inherited, ...own].map((it) => [it.keys, it])).values()];
}

export function build(universe: Universe): Model {
  const schemas: Types = new Map([...universe.types].map(([name, it]) => [name, it.definition.schema]));
  const types: TypeModel[] = [...universe.types.values()].map(({ definition, document }) => ({
    name: definition.name,
    origin: document.source.origin,
    library: document.source.library === true,
    description: definition.description,
    schema: joined(definition.schema, schemas),
    holdsWidgets: holdsWidgets(definition.schema, schemas),
  }));
  const classes = new Map<string, ClassModel>();
  const classOf = (subject: ResolvedClass): ClassModel => {
    const done = classes.get(subject.name);
    if (done) return done;
    const made = buildClass(subject, subject.base && classOf(subject.base), schemas);
    classes.set(subject.name, made);
    return made;
  };
  for (const subject of universe.classes.values()) classOf(subject);
  return {
    types: types.sort(byCodeUnit((type) => type.name)),
    classes: [...classes.values()].sort(byCodeUnit((it) => it.name)),
    schemas,
  };
}
