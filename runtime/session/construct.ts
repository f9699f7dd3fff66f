/**
 * Making a widget: its constructor's arguments, by position or by name, become its first state.
 * Everything is checked before the widget exists.
 */
import { checked, checkedArgs, loadable, unknownOption } from "./arguments.js";
import { UsageError } from "./errors.js";
import { Group } from "./groups.js";
import { modelOf } from "./models/index.js";
import type { Face, WidgetNode } from "./node.js";
import { parsePointer } from "./pointer.js";
import type { SessionCore } from "./session.js";
import { applySetter } from "./setters.js";
import { isSet, readState, writeState } from "./state.js";
import type { ClassTable, ConstructorParamTable } from "./table.js";
import { isPlain, nodeOf } from "./values.js";
import { type StateInfo, type WidgetClass, widgetClass } from "./widget-class.js";

/** One argument or option, valid and ready to become state. */
interface Preset {
  readonly state: StateInfo;
  readonly param: ConstructorParamTable | null;
  readonly value: unknown;
  apply(node: WidgetNode): void;
}

/** Makes the node of a new widget object. Throws a `UsageError`, and makes nothing, when an argument is wrong. */
export function construct(
  session: SessionCore,
  table: ClassTable,
  face: Face,
  args: readonly unknown[],
): WidgetNode {
  const cls = widgetClass(table);
  const call = `new ${cls.name}`;
  if (table.abstract === true)
    throw new UsageError(`${call}: ${cls.name} is a base class; use one derived from it.`);
  if (table.createdBy !== undefined && !session.isMaking)
    throw new UsageError(`${call}: only a ${table.createdBy} makes one.`);
  session.requireOpen(call);
  const prepared = prepare(session, cls, call, args);

  const node = session.addNode(cls, face);
  for (const name of cls.models) modelOf(name).made?.(node);
  if (table.createdBy === undefined) session.outbox.created(node);
  joinGroup(node, prepared);
  // Browsers hear of what a call makes when the call is sent, and not before.
  if (table.createdBy === undefined) fill(node, prepared);
  else session.quietly(() => fill(node, prepared));
  return node;
}

/** In whatever order they were given: a value comes after the limits that it is held to. */
function fill(node: WidgetNode, presets: readonly Preset[]): void {
  for (const preset of presets.toSorted((a, b) => a.state.order - b.state.order)) preset.apply(node);
  // What starts as the value of another state goes its own way from then on.
  for (const { name } of node.cls.following) {
    if (isSet(node, name)) continue;
    node.state ??= {};
    node.state[name] = readState(node, name);
  }
}

function prepare(session: SessionCore, cls: WidgetClass, call: string, args: readonly unknown[]): Preset[] {
  const last = args.at(-1);
  const named = isOptions(last) ? last : {};
  const positional = isOptions(last) ? args.slice(0, -1) : args;
  const given = positional.findLastIndex((value) => value !== undefined) + 1;
  if (given > cls.args.length) {
    throw new UsageError(
      `${call}: takes at most ${cls.args.length} arguments before its options, not ${given}.`,
    );
  }

  const presets: Preset[] = [];
  const takenByPosition = new Set<string>();
  const init = (param: ConstructorParamTable, value: unknown) => {
    const validator = cls.initValidator(param.name);
    if (validator === undefined) throw new Error(`${cls.name} has no validator for ${param.name}`);
    const valid = checked(validator, value, session, call, param.property);
    const state = cls.states.get(parsePointer(param.state).name);
    if (state === undefined) throw new Error(`${cls.name} has no state for ${param.name}`);
    if (valid === null && state.defaultFrom !== undefined) return;
    const wire = param.localFile === true ? loadable(session, valid, call, param.property) : valid;
    presets.push({ state, param, value: wire, apply: (node) => void writeState(node, param.state, wire) });
  };

  cls.args.forEach((param, i) => {
    if (positional[i] !== undefined) {
      init(param, positional[i]);
      takenByPosition.add(param.property);
    } else if (param.required === true && named[param.property] === undefined) {
      throw new UsageError(`${call}: the argument ${param.property} is missing.`);
    }
  });
  for (const [property, value] of Object.entries(named)) {
    const target = cls.properties.get(property);
    if (target === undefined) throw unknownOption(call, property, cls.properties.keys());
    if (value === undefined) continue;
    if (takenByPosition.has(property)) {
      throw new UsageError(`${call}: ${property} is given both by position and by name.`);
    }
    if ("state" in target) init(target, value);
    else presets.push(presetOf(session, cls, call, target, value));
  }
  for (const param of cls.options) {
    if (param.required === true && named[param.property] === undefined) {
      throw new UsageError(`${call}: the option ${param.property} is missing.`);
    }
  }
  return presets;
}

/** A state given as an option: as if its setter were called right after. */
function presetOf(
  session: SessionCore,
  cls: WidgetClass,
  call: string,
  state: StateInfo,
  value: unknown,
): Preset {
  const { setter } = state;
  const property = state.property ?? state.name;
  if (setter !== undefined && "fixed" in setter) {
    if (!setter.fixed.some(([each]) => each === value)) {
      const known = setter.fixed.map(([each]) => String(each)).join(" or ");
      throw new UsageError(`${call}: ${property}: expected ${known}.`);
    }
    return { state, param: null, value, apply: (node) => void writeState(node, state.name, value) };
  }
  if (setter === undefined || "entries" in setter) throw unknownOption(call, property, cls.properties.keys());
  const method = cls.methods.get(setter.method);
  if (method?.kind !== "setter") throw new Error(`${cls.name}.${setter.method} is no setter`);
  if (setter.spread === true && !Array.isArray(value)) {
    throw new UsageError(
      `${call}: ${property}: expected a list of ${method.params.map((param) => param.name).join(", ")}.`,
    );
  }
  const args = setter.spread === true ? (value as unknown[]) : [value];
  const valid = checkedArgs(session, cls, setter.method, method.params, args, `${call}: ${property}`);
  return { state, param: null, value, apply: (node) => applySetter(node, { method, args: valid }) };
}

function isOptions(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    nodeOf(value) === null &&
    isPlain(value)
  );
}

/** The widget enters the group of the member that it names, or starts one. */
function joinGroup(node: WidgetNode, presets: readonly Preset[]): void {
  for (const state of node.cls.exclusive) {
    const named = presets.find(({ param }) => param?.name === state.exclusive)?.value;
    const other = nodeOf(named);
    if (other !== null) Group.join(node, other);
  }
}
