/**
 * Compares the members of a class with those that it had before.
 */
import type { Json, SchemaFragment } from "../format.js";
import type { CallbackModel, ClassModel, InitModel, MethodModel, ParamModel, StateModel } from "../model.js";
import { sameJson, type Types } from "../schemas.js";
import type { Change, Level, Part } from "./change.js";
import { type Relation, relation } from "./cover.js";

/** What is other about a member, one thing at a time. */
export type Finding = readonly [level: Level, says: string];

/** Programs give such values: what was taken must still be. */
const givenLevel: Readonly<Record<Relation, Level>> = {
  same: "patch",
  wider: "minor",
  narrower: "major",
  other: "major",
};
/** Programs get such values: what comes must be what came. */
const gotLevel: Readonly<Record<Relation, Level>> = {
  same: "patch",
  wider: "major",
  narrower: "minor",
  other: "major",
};
const relationWords: Readonly<Record<Exclude<Relation, "same">, string>> = {
  wider: "takes more values",
  narrower: "takes fewer values",
  other: "has another type",
};

function typeFindings(
  subject: string,
  before: SchemaFragment,
  now: SchemaFragment,
  types: Types,
  levelOf: Readonly<Record<Relation, Level>>,
): Finding[] {
  const found = relation(before, now, types);
  return found === "same" ? [] : [[levelOf[found], `${subject}${relationWords[found]}`]];
}

const shown = (value: Json | undefined): string => (value === undefined ? "none" : JSON.stringify(value));
const description = (before: string, now: string, subject = ""): Finding[] =>
  before === now ? [] : [["patch", `${subject}the description`]];

type Given = InitModel | ParamModel;
const isRequired = (it: Given): boolean => ("required" in it ? it.required : !it.optional);
const startOf = (it: Given): Json | undefined => it.default;

function givenFindings(before: Given, now: Given, types: Types, subject = ""): Finding[] {
  const all = typeFindings(subject, before.schema, now.schema, types, givenLevel);
  if (!isRequired(before) && isRequired(now)) all.push(["major", `${subject}must be given`]);
  if (isRequired(before) && !isRequired(now)) all.push(["minor", `${subject}may be left out`]);
  const starts = [startOf(before), startOf(now)] as const;
  if (!isRequired(before) && !isRequired(now) && !sameJson(...starts)) {
    all.push(["minor", `${subject}the default, ${shown(starts[0])} before, is ${shown(starts[1])}`]);
  }
  return [...all, ...description(before.description, now.description, subject)];
}

/** Parameters go by position: what stands at a place must take what the one before it took. */
function listFindings(before: readonly Given[], now: readonly Given[], types: Types): Finding[] {
  const all: Finding[] = [];
  for (const [index, was] of before.entries()) {
    const is = now[index];
    if (is === undefined) {
      all.push(["major", `the parameter ${was.name} is gone`]);
    } else {
      if (is.name !== was.name) all.push(["minor", `the parameter ${was.name} is called ${is.name}`]);
      all.push(...givenFindings(was, is, types, `${is.name}: `));
    }
  }
  for (const is of now.slice(before.length)) {
    all.push([isRequired(is) ? "major" : "minor", `a new parameter ${is.name}`]);
  }
  return all;
}

function methodFindings(before: MethodModel, now: MethodModel, types: Types): Finding[] {
  const all: Finding[] = [];
  const [was, is] = [before.definition, now.definition];
  if (was.kind !== is.kind) all.push(["major", `a ${was.kind} became a ${is.kind}`]);
  all.push(...listFindings(before.params, now.params, types));
  if (before.returns && !now.returns) all.push(["major", "returns nothing"]);
  else if (!before.returns && now.returns) all.push(["minor", "returns something"]);
  else if (before.returns && now.returns) {
    all.push(...typeFindings("its result ", before.returns, now.returns, types, gotLevel));
  }
  const rest = ({ description: _, params: __, returns: ___, kind: ____, ...others }: typeof was) => others;
  if (was.kind === is.kind && !sameJson(rest(was) as Json, rest(is) as Json))
    all.push(["minor", "what it does"]);
  return [...all, ...description(before.description, now.description)];
}

function callbackFindings(before: CallbackModel, now: CallbackModel, types: Types): Finding[] {
  const all: Finding[] = [];
  for (const [index, was] of before.args.entries()) {
    const is = now.args[index];
    if (is === undefined) {
      all.push(["major", `the argument ${was.name} is gone`]);
      continue;
    }
    if (is.name !== was.name) all.push(["minor", `the argument ${was.name} is called ${is.name}`]);
    all.push(...typeFindings(`${is.name}: `, was.schema, is.schema, types, gotLevel));
    if (!was.optional && is.optional) all.push(["major", `${is.name}: may be missing`]);
    if (was.optional && !is.optional) all.push(["minor", `${is.name}: is always there`]);
    all.push(...description(was.description, is.description, `${is.name}: `));
  }
  for (const is of now.args.slice(before.args.length)) all.push(["minor", `a new argument ${is.name}`]);
  const rest = ({ description: _, args: __, ...others }: CallbackModel["definition"]) => others;
  if (!sameJson(rest(before.definition) as Json, rest(now.definition) as Json))
    all.push(["minor", "what it does"]);
  return [...all, ...description(before.description, now.description)];
}

function stateFindings(before: StateModel, now: StateModel, types: Types): Finding[] {
  const levelOf =
    now.givable || before.givable
      ? givenLevel
      : ({ ...givenLevel, narrower: "minor", other: "minor" } as const);
  const all = typeFindings("", before.schema, now.schema, types, levelOf);
  if (before.givable && !now.givable) all.push(["major", "cannot be given as an option"]);
  if (!before.givable && now.givable) all.push(["minor", "can be given as an option"]);
  if (!sameJson(before.default, now.default)) {
    all.push(["minor", `the default, ${shown(before.default)} before, is ${shown(now.default)}`]);
  }
  const rules = ({ definition: { normalize, exclusive, expires, drifts, shared } }: StateModel): Json =>
    ({ normalize, exclusive, expires, drifts, shared }) as unknown as Json;
  if (!sameJson(rules(before), rules(now))) all.push(["minor", "its rules"]);
  if (before.replay !== now.replay) all.push(["patch", "when it is replayed"]);
  return [...all, ...description(before.definition.description, now.definition.description)];
}

interface Kind<T> {
  readonly part: Part;
  readonly nameOf: (member: T) => string;
  readonly findings: (before: T, now: T, types: Types) => Finding[];
  readonly added: (member: T) => Level;
  readonly removed: (member: T) => Level;
}

function membersChanges<T>(
  owner: string,
  kind: Kind<T>,
  before: readonly T[],
  now: readonly T[],
  types: Types,
): Change[] {
  const { part, nameOf, findings } = kind;
  const old = new Map(before.map((member) => [nameOf(member), member]));
  const current = new Map(now.map((member) => [nameOf(member), member]));
  const all: Change[] = [];
  for (const [name, was] of old) {
    const is = current.get(name);
    const full = `${owner}.${name}`;
    if (is === undefined) {
      all.push({ level: kind.removed(was), what: "removed", part, name: full, says: "" });
      continue;
    }
    for (const [level, says] of findings(was, is, types)) {
      all.push({ level, what: "changed", part, name: full, says });
    }
  }
  for (const [name, is] of current) {
    if (!old.has(name))
      all.push({ level: kind.added(is), what: "added", part, name: `${owner}.${name}`, says: "" });
  }
  return all;
}

const always = (level: Level) => (): Level => level;

const options: Kind<InitModel> = {
  part: "option",
  nameOf: (it) => it.name,
  findings: (before, now, types) => givenFindings(before, now, types),
  added: (it) => (it.required ? "major" : "minor"),
  removed: always("major"),
};
const methods: Kind<MethodModel> = {
  part: "method",
  nameOf: (it) => it.name,
  findings: methodFindings,
  added: always("minor"),
  removed: always("major"),
};
const callbacks: Kind<CallbackModel> = {
  part: "callback",
  nameOf: (it) => it.action,
  findings: callbackFindings,
  added: always("minor"),
  removed: always("major"),
};
const states: Kind<StateModel> = {
  part: "state",
  nameOf: (it) => it.name,
  findings: stateFindings,
  added: always("minor"),
  removed: (it) => (it.givable ? "major" : "minor"),
};

/** Args are given by position and by name, so both must still do. */
function argChanges(owner: string, before: ClassModel, now: ClassModel, types: Types): Change[] {
  const kind: Kind<InitModel> = { ...options, part: "arg" };
  const all = membersChanges(owner, kind, before.args, now.args, types);
  const kept = now.args.filter((arg) => before.args.some((was) => was.name === arg.name));
  const moved = kept.filter(
    (arg) => now.args.indexOf(arg) !== before.args.findIndex((it) => it.name === arg.name),
  );
  for (const { name } of moved) {
    all.push({
      level: "major",
      what: "changed",
      part: "arg",
      name: `${owner}.${name}`,
      says: "stands at another place",
    });
  }
  return all;
}

/** All members in force, inherited ones too. States that an arg or option of the same name makes are left to it. */
export function memberChanges(before: ClassModel, now: ClassModel, types: Types): Change[] {
  const owner = now.name;
  const plain = (it: ClassModel): StateModel[] => {
    const givers = new Set([...it.args, ...it.options].map((giver) => giver.name));
    return it.states.filter((state) => !givers.has(state.name));
  };
  return [
    ...argChanges(owner, before, now, types),
    ...membersChanges(owner, options, before.options, now.options, types),
    ...membersChanges(owner, states, plain(before), plain(now), types),
    ...membersChanges(owner, methods, before.methods, now.methods, types),
    ...membersChanges(owner, callbacks, before.callbacks, now.callbacks, types),
  ];
}
