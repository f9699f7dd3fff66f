/**
 * Checks that each method says all that its kind needs, that the names in it lead somewhere,
 * and that what it takes and gives agrees with the state behind it.
 */
import { kindsOf } from "../fits.js";
import type { MethodDefinition, ParamDefinition } from "../format.js";
import type { Path } from "../load.js";
import { suggestion } from "../nearest.js";
import type { Member, ResolvedClass } from "../resolve.js";
import { classesNamed, partAt, splitPointer } from "../schemas.js";
import { checkModel } from "./models.js";
import type { Scope } from "./scope.js";
import { checkGoesInto, isKnown, mismatch } from "./types.js";

type OfKind<K extends MethodDefinition["kind"]> = Extract<MethodDefinition, { kind: K }>;
const isOptional = (param: ParamDefinition): boolean => param.default !== undefined || param.keep === true;

function checkParam(scope: Scope, name: string, definition: MethodDefinition, path: Path): boolean {
  const names = (definition.params ?? []).map((param) => param.name);
  if (names.includes(name)) return true;
  scope.fault("unknown-parameter", path, { name }, suggestion(name, names));
  return false;
}

function checkAlias(scope: Scope, { name, path, definition }: Member<MethodDefinition>, alias: string): void {
  const at = [...path, "alias_of"];
  if (!scope.known(alias, scope.subject.methods.keys(), "method", at)) return;
  const target = scope.subject.methods.get(alias)?.definition;
  if (!target) return;
  const mismatch = (why: string): void => scope.fault("alias-mismatch", at, { why });
  if ("alias_of" in target && target.alias_of !== undefined) mismatch(`"${alias}" is an alias itself`);
  else if (target.kind !== definition.kind)
    mismatch(`"${name}" is a ${definition.kind}, "${alias}" a ${target.kind}`);
  else if (definition.params && definition.params.length !== (target.params ?? []).length) {
    mismatch(
      `"${name}" has ${definition.params.length} parameters, "${alias}" ${(target.params ?? []).length}`,
    );
  }
}

function checkSetter(scope: Scope, definition: OfKind<"setter">, path: Path): void {
  const { state, value, toggle, also, operation = "set", params = [] } = definition;
  const incomplete = (why: string): void => scope.keyFault("incomplete-method", path, { why });
  const isFixed = value !== undefined || toggle !== undefined;
  if (operation === "link") {
    const [child] = params;
    const isChild = child !== undefined && classesNamed(child.schema).length > 0;
    if (!isChild) incomplete("link needs the child as its first parameter");
    return;
  }
  if (state === undefined && !also) incomplete("a setter says which state it sets");
  if (state === undefined && isFixed) incomplete("a fixed value needs the state that takes it");
  if (state === undefined) return;
  if (!isFixed && params.length === 0) incomplete("a setter takes a parameter, or sets a fixed value");
  if (operation === "put" && params.length < 2) incomplete("put takes the key and at least one value");
  if (isFixed || operation !== "set") return;
  const { state: name, segments } = splitPointer(state);
  const schema = scope.subject.states.get(name)?.definition.schema;
  for (const [index, param] of params.entries()) {
    const way = params.length === 1 ? segments : [...segments, String(index)];
    const part = schema && partAt(schema, way, scope.types);
    const at = [...path, "params", index, "schema"];
    if (part) checkGoesInto(scope, `"${param.name}"`, param.schema, part, state, at);
  }
}

function checkGetter(scope: Scope, { name, path, definition }: Member<OfKind<"getter">>): void {
  const { state, structure, constant, model, returns, item } = definition;
  const incomplete = (why: string): void => scope.keyFault("incomplete-method", path, { why });
  const sources = [state, structure, constant, model].filter((source) => source !== undefined);
  if (sources.length === 0)
    incomplete("a getter says what it answers from: state, structure, constant or model");
  if (sources.length > 1) incomplete("a getter answers from one thing only");
  if (!returns) incomplete("a getter says what it returns");
  if (item && (definition.params ?? []).length !== 1) incomplete("a getter of one item takes one parameter");
  if (structure === "child-with") checkPlacement(scope, definition, path);
  if (typeof state !== "string" || item || !returns) return;
  const { state: stateName, segments } = splitPointer(state);
  const schema = scope.subject.states.get(stateName)?.definition.schema;
  const part = schema && partAt(schema, segments, scope.types);
  if (!part || !isKnown(part, scope.types) || !isKnown(returns, scope.types)) return;
  const [given, kept] = [kindsOf(returns, scope.types), kindsOf(part, scope.types)];
  const isSame =
    given && kept ? given.size === kept.size && [...kept].every((kind) => given.has(kind)) : given === kept;
  if (!isSame)
    mismatch(
      scope,
      [...path, "returns"],
      `what ${name} returns`,
      state,
      given ?? ["anything"],
      kept ?? ["anything"],
    );
}

/** Children are found by what they were attached with. */
function checkPlacement(scope: Scope, definition: MethodDefinition, path: Path): void {
  const placements = new Set<string>();
  for (const { definition: other } of scope.subject.methods.values()) {
    if (other.kind === "child") for (const param of other.params ?? []) placements.add(param.name);
  }
  for (const [index, param] of (definition.params ?? []).entries()) {
    scope.known(param.name, placements, "placement", [...path, "params", index, "name"]);
  }
}

function checkChild(scope: Scope, definition: OfKind<"child">, path: Path): void {
  const { child, param, index, creates, state } = definition;
  const needsChild = child !== "remove-all" && child !== "entry";
  const params = definition.params ?? [];
  const place = params.findIndex((each) => each.name === (param ?? "child"));
  const taken = params[place];
  if (needsChild && taken && classesNamed(taken.schema).length === 0) {
    scope.fault("incomplete-method", [...path, "params", place, "schema"], {
      why: `"${taken.name}" is the child and takes a widget`,
    });
  }
  if (param !== undefined) checkParam(scope, param, definition, [...path, "param"]);
  else if (needsChild && !taken) {
    scope.keyFault("incomplete-method", path, {
      why: `${child} needs a parameter "child", or param to name another`,
    });
  }
  if (child === "insert" || child === "move") {
    if (index !== undefined) checkParam(scope, index, definition, [...path, "index"]);
    else if (!params.some((each) => each.name === "index")) {
      scope.keyFault("incomplete-method", path, {
        why: `${child} needs a parameter "index", or index to name another`,
      });
    }
  }
  if (child === "select" && state === undefined) {
    scope.keyFault("incomplete-method", path, {
      why: "select needs the state that gets the index of the child",
    });
  }
  const made = creates === undefined ? null : maker(scope, creates, [...path, "creates"]);
  const takesOptions = (definition.params ?? []).some((each) => each.name === "options");
  if (made?.definition.created_by !== undefined && !takesOptions) {
    scope.keyFault("incomplete-method", path, {
      why: `what makes a ${made.name} around a child needs a parameter "options"`,
    });
  }
}

/** A class that a method makes. Null, and a fault, when there is none or it cannot be made. */
function maker(scope: Scope, name: string, path: Path): ResolvedClass | null {
  const made = scope.class(name, path);
  if (!made?.definition.abstract) return made;
  scope.fault("abstract-class", path, { name });
  return null;
}

function checkFactory(scope: Scope, definition: OfKind<"factory">, path: Path): void {
  const made = maker(scope, definition.creates, [...path, "creates"]);
  for (const [name, from] of Object.entries(definition.init ?? {})) {
    const at = [...path, "init", name];
    const inits = made && [...made.args.keys(), ...made.options.keys()];
    if (inits && !inits.includes(name) && !made.lost.has(name)) {
      const about = { what: "arg or option", name, owner: made.name };
      scope.keyFault("unknown-member", at, about, suggestion(name, inits));
    }
    checkParam(scope, from, definition, at);
  }
  for (const key of ["options", "attach_params"] as const) {
    for (const [index, name] of (definition[key] ?? []).entries()) {
      checkParam(scope, name, definition, [...path, key, index]);
    }
  }
  const { attach } = definition;
  if (attach === undefined) return;
  const children = [...scope.subject.methods.values()].filter((method) => method.definition.kind === "child");
  const names = children.map((method) => method.name);
  scope.known(attach, names, "child method", [...path, "attach"]);
}

function checkOne(scope: Scope, member: Member<MethodDefinition>): void {
  const { path, definition } = member;
  const params = definition.params ?? [];
  const firstOptional = params.findIndex(isOptional);
  for (const [index, param] of params.entries()) {
    if (firstOptional < 0 || index < firstOptional || isOptional(param)) continue;
    scope.fault("required-after-optional", [...path, "params", index], { name: param.name });
  }
  if ("alias_of" in definition && definition.alias_of !== undefined) {
    checkAlias(scope, member, definition.alias_of);
    return;
  }
  if ("model" in definition && definition.model !== undefined) {
    checkModel(scope, definition.model, [...path, "model"]);
  }
  if ("also" in definition) {
    for (const [index, also] of (definition.also ?? []).entries()) {
      const at = [...path, "also", index];
      if (also.value === undefined && !also.params)
        scope.fault("no-effect", at, { why: "needs a value or parameters" });
      for (const [place, name] of (also.params ?? []).entries()) {
        checkParam(scope, name, definition, [...at, "params", place]);
      }
    }
  }
  if (definition.kind === "setter") checkSetter(scope, definition, path);
  if (definition.kind === "getter") checkGetter(scope, { ...member, definition });
  if (definition.kind === "child") checkChild(scope, definition, path);
  if (definition.kind === "factory") checkFactory(scope, definition, path);
  if (definition.kind === "query" && !definition.returns) {
    scope.keyFault("incomplete-method", path, { why: "a query says what it returns" });
  }
}

export function checkMethods(scope: Scope): void {
  for (const member of scope.own(scope.subject.methods)) checkOne(scope, member);
}
