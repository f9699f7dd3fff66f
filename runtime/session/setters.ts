/**
 * What a setter does to state: its own, and what goes with it.
 */
import { selectAt } from "./children.js";
import type { WidgetNode } from "./node.js";
import { addPiece } from "./pieces.js";
import { parsePointer, withPart } from "./pointer.js";
import { type ChangeOptions, readState, writeState } from "./state.js";
import type { AssignmentTable, ParamTable, SetterMethod, StackMove } from "./table.js";
import { same } from "./values.js";

/** A setter with its arguments, valid and ready to be applied. */
export interface PreparedSetter {
  readonly method: SetterMethod;
  readonly args: readonly unknown[];
}

export function applySetter(node: WidgetNode, { method, args }: PreparedSetter): void {
  const { state } = method;
  if (state !== undefined) {
    const write = () => assign(node, state, nextValue(node, method, state, args));
    if (method.stack !== undefined) restacking(node, state, method.stack, write);
    else if (method.operation !== "append_piece") write();
    else addPiece(node, state, String(readState(node, state) ?? "").length, write);
  }
  applyAssignments(node, method.also, args);
}

/** Moves a window in the stacking order if its state changes. Browsers do so with the new value, so it has its own time. */
function restacking(node: WidgetNode, state: string, to: StackMove, write: () => void): void {
  const before = readState(node, state);
  node.session.outbox.separate(node);
  write();
  if (readState(node, state) !== before) node.session.restack(node, to);
}

export function applyAssignments(
  node: WidgetNode,
  assignments: readonly AssignmentTable[] | undefined,
  args: readonly unknown[],
): void {
  for (const { state, value, params, whenGiven } of assignments ?? []) {
    const given = (params ?? []).map((i) => args[i]);
    if (whenGiven === true && given.some((each) => each === null || each === undefined)) continue;
    assign(node, state, params === undefined ? value : given.length === 1 ? given[0] : given);
  }
}

/** Gives a state a value that was asked for. */
export function assign(node: WidgetNode, state: string, value: unknown, options: ChangeOptions = {}): void {
  if (state === node.cls.selection?.state) selectAt(node, value as number, options);
  else writeState(node, state, value, options);
}

function nextValue(node: WidgetNode, method: SetterMethod, state: string, args: readonly unknown[]): unknown {
  if (method.value !== undefined) return method.value;
  const present = readState(node, state);
  if (method.toggle !== undefined)
    return same(present, method.toggle[0]) ? method.toggle[1] : method.toggle[0];
  if (method.operation === "append" || method.operation === "append_piece")
    return `${String(present ?? "")}${String(args[0])}`;
  if (method.operation === "put") return withPart(present, [String(args[0])], entryOf(method.params, args));
  if (args.length === 1) return keptOr(method.params[0], args[0], present);
  return args.map((value, i) => keptOr(method.params[i], value, partOf(present, i)));
}

/** What `put` stores under the first argument: the other ones, by name. */
function entryOf(params: readonly ParamTable[], args: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(params.slice(1).map((param, i) => [param.name, args[i + 1]]));
}

/** What is left out keeps its value: the whole, or the entries that a list does not have. */
function keptOr(param: ParamTable | undefined, value: unknown, present: unknown): unknown {
  if (param?.keep !== true) return value;
  if (Array.isArray(value) && Array.isArray(present)) return [...value, ...present.slice(value.length)];
  return value ?? present;
}

function partOf(value: unknown, index: number): unknown {
  return Array.isArray(value) ? value[index] : undefined;
}

/** The name of the state that a pointer leads into. */
export function stateName(pointer: string): string {
  return parsePointer(pointer).name;
}
