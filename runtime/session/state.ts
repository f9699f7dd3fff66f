/**
 * The state of widgets: reading with defaults, writing with all that follows from a change.
 */
import { Group } from "./groups.js";
import type { WidgetNode } from "./node.js";
import { normalized, type RuleContext } from "./normalize.js";
import { isInPieces, joinPieces } from "./pieces.js";
import { parsePointer, partAt, withPart } from "./pointer.js";
import type { ConditionTable, Pointer } from "./table.js";
import { noteReferences, same } from "./values.js";
import type { StateInfo } from "./widget-class.js";

/** Who changes a state. A browser's own change is not sent back to it. */
export interface ChangeOptions {
  /** The browser whose user made the change. */
  readonly origin?: object;
}
const byProgram: ChangeOptions = {};

/** The value at a pointer: what was set, else the default. */
export function readState(node: WidgetNode, pointer: Pointer): unknown {
  const { name, path } = parsePointer(pointer);
  const value = node.state !== null && name in node.state ? node.state[name] : defaultOf(node, name);
  return path.length === 0 ? value : partAt(value, path);
}

export function isSet(node: WidgetNode, name: string): boolean {
  return node.state !== null && name in node.state;
}

function defaultOf(node: WidgetNode, name: string): unknown {
  const state = node.cls.states.get(name);
  if (state === undefined) return undefined;
  const value = plainDefault(node, state);
  return state.normalize === undefined ? value : ruled(node, state, value);
}

function plainDefault(node: WidgetNode, state: StateInfo): unknown {
  return state.defaultFrom === undefined ? state.default : readState(node, state.defaultFrom);
}

/** Sets the value at a pointer. The value must be valid already. Says whether anything changed. */
export function writeState(node: WidgetNode, pointer: Pointer, value: unknown, options = byProgram): boolean {
  const { name, path } = parsePointer(pointer);
  const state = node.cls.states.get(name);
  if (state === undefined) throw new Error(`${node} has no state ${name}`);
  const before = readState(node, name);
  const wanted = path.length === 0 ? value : withPart(before, path, value);
  const after = state.normalize === undefined ? wanted : ruled(node, state, wanted);
  const corrected = !same(after, wanted);
  // What a default became by its rules is no change for a reader, but it must stay when the rules change.
  const unchanged = isInPieces(node, name)
    ? false
    : isSet(node, name)
      ? same(after, before)
      : same(after, plainDefault(node, state));
  if (unchanged) {
    if (state.expires !== undefined) startExpiry(node, state);
    // The browser that sent another value must hear what became of it; one that has moved on by itself comes back.
    if (options.origin === undefined ? state.drifts === true && !node.session.isQuiet : corrected) {
      node.state ??= {};
      node.state[name] = after;
      node.session.outbox.stateChanged(node, state, byProgram);
    }
    return false;
  }
  node.state ??= {};
  node.state[name] = after;
  joinPieces(node, name);
  if (state.refs === true) noteReferences(node, after);
  if (!node.session.isQuiet) node.session.outbox.stateChanged(node, state, corrected ? byProgram : options);

  for (const dependent of state.dependents) {
    // A default that the new rules forbid becomes a value: it does not come back when they are loosened.
    const info = node.cls.states.get(dependent) as StateInfo;
    writeState(node, dependent, isSet(node, dependent) ? node.state[dependent] : plainDefault(node, info));
  }
  if (state.exclusive !== undefined && after === true) {
    for (const member of Group.of(node).members) if (member !== node) writeState(member, name, false);
  }
  if (state.expires !== undefined) startExpiry(node, state);
  const action = node.cls.onChange.get(name);
  if (action !== undefined && options.origin === undefined)
    node.session.handlers.stateFired(node, action, name, after);
  return true;
}

function ruled(node: WidgetNode, state: StateInfo, value: unknown): unknown {
  const context: RuleContext = {
    number(bound) {
      const found = typeof bound === "string" ? readState(node, bound) : bound;
      return typeof found === "number" ? found : undefined;
    },
    holds: (rule) => !("when" in rule) || holds(node, rule.when, []),
  };
  return normalized(value, state.normalize ?? [], context);
}

/** Whether a condition holds now. */
export function holds(
  node: WidgetNode,
  condition: ConditionTable | undefined,
  args: readonly unknown[],
): boolean {
  return (condition ?? []).every((when) => {
    const value =
      when.state !== undefined
        ? readState(node, when.state)
        : partAt(args, parsePointer(when.arg ?? "").path);
    if (when.isNot !== undefined) return !same(value, when.isNot);
    return same(value, when.is);
  });
}

/** (Re)starts the time after which a state takes another value by itself. */
function startExpiry(node: WidgetNode, state: StateInfo): void {
  const { timers, ends } = node.more();
  timers.get(state.name)?.();
  timers.delete(state.name);
  ends.delete(state.name);
  const seconds = readState(node, state.expires?.seconds ?? "");
  if (typeof seconds !== "number" || seconds <= 0) return;
  const { host } = node.session;
  ends.set(state.name, host.now() + seconds * 1000);
  const cancel = host.setTimer(seconds * 1000, () => {
    timers.delete(state.name);
    ends.delete(state.name);
    writeState(node, state.name, state.expires?.to);
  });
  timers.set(state.name, cancel);
}

/** The value to send now: of a state that expires, with the seconds that are left. */
export function valueToSend(node: WidgetNode, state: StateInfo): unknown {
  const value = readState(node, state.name);
  const end = node.extra?.ends.get(state.name);
  if (state.expires === undefined || end === undefined) return value;
  const left = Math.max(0.001, (end - node.session.host.now()) / 1000);
  return withPart(value, parsePointer(state.expires.seconds).path, left);
}
