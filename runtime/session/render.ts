/**
 * Widgets as messages: what a browser is told to make one, to set a state, to attach a child.
 * The same for a change that just happened and for a replay.
 */
import type { Link, WidgetNode } from "./node.js";
import { isInPieces, piecesOf } from "./pieces.js";
import { parsePointer, partAt } from "./pointer.js";
import { isSet, readState, valueToSend } from "./state.js";
import { eachWidget, encoded, nodeOf, same } from "./values.js";
import type { StateInfo } from "./widget-class.js";

/**
 * Method and arguments of a call to a widget. One that is late lets all else go first that goes out with it, but for
 * what is about the same widget.
 */
export type Call = readonly [method: string, args: readonly unknown[], late?: boolean];

/** Which widgets a browser knows already. */
export type Known = (node: WidgetNode) => boolean;

/** Constructor arguments with their present values; a trailing object holds the options that differ from their defaults. */
export function createArgs(node: WidgetNode, known: Known): unknown[] {
  const { cls } = node;
  const args: unknown[] = cls.args.map((param) => encoded(atFirst(node, param.state)));
  const options: Record<string, unknown> = {};
  let any = false;
  for (const param of cls.options) {
    const name = parsePointer(param.state).name;
    const state = cls.states.get(name);
    const value = isGroup(node, param.name) ? groupMember(node, known) : explicit(node, param.state, state);
    if (value === undefined || value === null) continue;
    // A widget that is made later comes with the state that names it.
    if (state?.refs === true && !allKnown(value, known)) continue;
    options[param.name] = encoded(value);
    any = true;
  }
  if (any) args.push(options);
  return args;
}

/** Of a text in pieces the first one: the others are added. */
function atFirst(node: WidgetNode, pointer: string): unknown {
  const value = readState(node, pointer);
  return isInPieces(node, pointer) ? piecesOf(node, pointer, String(value))[0] : value;
}

function allKnown(value: unknown, known: Known): boolean {
  let all = true;
  eachWidget(value, (node) => {
    all &&= known(node);
  });
  return all;
}

/** A value that differs from the default; undefined when the browser has it by itself. */
function explicit(node: WidgetNode, pointer: string, state: StateInfo | undefined): unknown {
  const { name, path } = parsePointer(pointer);
  if (!isSet(node, name)) return undefined;
  const value = readState(node, pointer);
  const start = state === undefined ? undefined : partAt(startOf(node, state), path);
  return same(value, start) ? undefined : value;
}

/** What a browser gives a state that `create` leaves out. */
function startOf(node: WidgetNode, state: StateInfo): unknown {
  return state.defaultFrom === undefined ? state.default : readState(node, state.defaultFrom);
}

function isGroup(node: WidgetNode, option: string): boolean {
  for (const state of node.cls.states.values()) if (state.exclusive === option) return true;
  return false;
}

/** A member of the widget's group that the browser knows; joining any of them joins the group. */
function groupMember(node: WidgetNode, known: Known): unknown {
  for (const member of node.extra?.group?.members ?? []) {
    if (member !== node && known(member)) return member.face;
  }
  return undefined;
}

/** The widgets that must be there before this one can be made. */
export function neededFirst(node: WidgetNode): WidgetNode[] {
  const needed: WidgetNode[] = [];
  for (const param of [...node.cls.args, ...node.cls.options]) {
    if (isGroup(node, param.name)) continue;
    const other = nodeOf(readState(node, param.state));
    if (other !== null && !other.destroyed) needed.push(other);
  }
  return needed;
}

/**
 * The calls that bring a state to its present value.
 * @param isTold - Whether another state is told anyway.
 */
export function stateCalls(
  node: WidgetNode,
  state: StateInfo,
  isTold: (state: StateInfo) => boolean = () => false,
): Call[] {
  const { setter } = state;
  if (setter === undefined) return [];
  const value = encoded(valueToSend(node, state));
  const other = value === null ? takenAwayWith(node, state) : undefined;
  // What takes this one away says so by itself.
  if (other !== undefined && isTold(other) && readState(node, other.name) !== null) return [];
  if ("fixed" in setter) {
    const found = setter.fixed.find(([each]) => same(each, value));
    return found === undefined ? [] : [[found[1], []]];
  }
  if ("entries" in setter) {
    return Object.entries((value ?? {}) as Record<string, Record<string, unknown>>).map(([key, fields]) => [
      setter.method,
      [key, ...setter.entries.map((field) => fields[field] ?? null)],
    ]);
  }
  if (setter.pieces !== undefined && isInPieces(node, state.name)) {
    const [first] = piecesOf(node, state.name, String(value));
    return [[setter.method, [first]], ...pieceCalls(node, state)];
  }
  if (setter.spread !== true) return [[setter.method, [value]]];
  if (Array.isArray(value)) return [[setter.method, value]];
  // No call of its own says a list that is not there.
  return other === undefined || isTold(other) ? [] : stateCalls(node, other);
}

/** The calls that add to what `create` carries of a text in pieces. */
export function pieceCalls(node: WidgetNode, { name, setter }: StateInfo): Call[] {
  if (setter === undefined || !("pieces" in setter) || setter.pieces === undefined) return [];
  const { pieces: method } = setter;
  const [, ...added] = piecesOf(node, name, String(readState(node, name)));
  return added.map((piece) => [method, [piece]]);
}

/** The state whose setter sets this one to null. */
function takenAwayWith(node: WidgetNode, state: StateInfo): StateInfo | undefined {
  for (const method of node.cls.methods.values()) {
    if (method.kind !== "setter" || method.state === undefined || method.state === state.name) continue;
    const takes = method.also?.some((each) => each.state === state.name && each.value === null);
    if (takes === true) return node.cls.states.get(method.state);
  }
  return undefined;
}

/** Whether a replay must set this state: it was set, and differs from what `create` left. */
export function mustReplay(node: WidgetNode, state: StateInfo): boolean {
  if (isInPieces(node, state.name)) return true;
  if (!isSet(node, state.name) || state.inCreate) return false;
  return !same(readState(node, state.name), startOf(node, state));
}

/** The call that attaches what a link holds. */
export function attachCall(parent: WidgetNode, link: Link): Call {
  return withOptions(parent, [link.method, link.args.map(encoded)], link.made);
}

/** The calls that go with a child. */
export function childCalls(link: Link): Call[] {
  return [...(link.calls ?? [])].map(([method, args]) => [method, args.map(encoded)]);
}

/** The call that makes a widget around a child, with the options that this widget has now. */
export function withOptions(parent: WidgetNode, call: Call, made: WidgetNode | null): Call {
  const [name, args] = call;
  const method = parent.cls.methods.get(name);
  if (made === null || method?.kind !== "child" || method.wraps === undefined) return call;
  const options = createArgs(made, () => false).at(made.cls.args.length) ?? {};
  return [name, args.with(method.wraps, options)];
}
