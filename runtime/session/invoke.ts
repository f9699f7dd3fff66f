/**
 * A method of a widget, called by the program: checked, then done as its kind says.
 */

import { camelCase } from "../protocol/names.js";
import { checkedArgs, faultOf } from "./arguments.js";
import { childrenOf, childWith, isChild, selectAt } from "./children.js";
import { decode, tryDecode } from "./codec.js";
import { UsageError } from "./errors.js";
import { modelOf } from "./models/index.js";
import type { Link, WidgetNode } from "./node.js";
import { applyAssignments, applySetter, stateName } from "./setters.js";
import { readState } from "./state.js";
import { addEntry, attach, destroy, detach, dropEntries, move, requireAttachable } from "./structure.js";
import type {
  ActionMethod,
  ChildMethod,
  FactoryMethod,
  GetterMethod,
  MethodTable,
  QueryMethod,
  SetterMethod,
} from "./table.js";
import { copied, isPlain, nodeOf } from "./values.js";

/** Calls a method by its wire name. Throws a `UsageError`, and changes nothing, when the call is wrong. */
export function invokeMethod(node: WidgetNode, name: string, args: readonly unknown[]): unknown {
  const method = node.cls.methods.get(name);
  if (method === undefined) throw new Error(`${node.cls.name} has no method ${name}`);
  const call = `${node}.${camelCase(name)}`;
  if (node.destroyed) throw new UsageError(`${call}: the widget has been destroyed.`);
  const valid = checkedArgs(node.session, node.cls, name, method.params, args, call);
  return perform(node, name, method, valid);
}

function perform(node: WidgetNode, name: string, method: MethodTable, args: readonly unknown[]): unknown {
  switch (method.kind) {
    case "setter":
      return set(node, name, method, args);
    case "getter":
      return get(node, name, method, args);
    case "query":
      return query(node, name, method, args);
    case "action":
      return act(node, name, method, args);
    case "child":
      return changeChildren(node, name, method, args);
    case "factory":
      return make(node, method, args);
    case "model": {
      const context = { origin: null, method: name };
      return operation(node, method.model, method.operation)(node, args, context);
    }
  }
}

function operation(node: WidgetNode, model: string, name: string) {
  const found = modelOf(model).operations[name];
  if (found === undefined)
    throw new Error(`The model "${model}" of ${node.cls.name} has no operation "${name}".`);
  return found;
}

function set(node: WidgetNode, name: string, method: SetterMethod, args: readonly unknown[]): void {
  if (method.operation === "link") {
    keepWithChild(node, name, args);
    return;
  }
  // Nothing to add is no piece.
  if (method.operation === "append_piece" && args[0] === "") return;
  const state =
    method.operation === undefined ? undefined : node.cls.states.get(stateName(method.state ?? ""));
  if (state === undefined || node.session.outbox.willSend(node, state)) {
    applySetter(node, { method, args });
    return;
  }
  // An addition to something big: the browsers are told the piece, not the whole.
  node.session.quietly(() => applySetter(node, { method, args }));
  node.session.outbox.called(node, [[name, args]], { silent: true });
}

/** Remembers a call with the child it is about, so that it is repeated wherever the child is attached again. */
function keepWithChild(node: WidgetNode, name: string, args: readonly unknown[]): void {
  const child = nodeOf(args[0]);
  const link = (node.links ?? []).find((each: Link) => each.child === child);
  if (link === undefined)
    throw new UsageError(`${node}.${camelCase(name)}: ${child} is not a child of ${node}.`);
  link.calls ??= new Map();
  link.calls.set(name, [...args]);
  node.session.outbox.called(node, [[name, args]], { silent: true });
}

function get(node: WidgetNode, name: string, method: GetterMethod, args: readonly unknown[]): unknown {
  if (method.constant !== undefined) return method.constant;
  if (method.model !== undefined) {
    return operation(node, method.model, method.operation ?? name)(node, args, {
      origin: null,
      method: name,
    });
  }
  if (method.structure !== undefined) return structure(node, method, args);
  const value = answer(node, method.state ?? "");
  if (method.item === true) return itemOf(value, args[0]);
  const validator = node.cls.returnValidator(name);
  return validator === undefined ? copied(value) : decode(validator, value);
}

/** Of several states, part by part, the first that is not null. */
function answer(node: WidgetNode, state: string | readonly string[]): unknown {
  if (typeof state === "string") return readState(node, state);
  const values = state.map((each) => readState(node, each));
  const [first] = values;
  if (!Array.isArray(first)) return values.find((value) => value !== null && value !== undefined) ?? null;
  return first.map(
    (_, i) => values.map((value) => (value as unknown[])[i]).find((part) => part != null) ?? null,
  );
}

function itemOf(value: unknown, key: unknown): unknown {
  if (Array.isArray(value)) return copied(value[key as number] ?? null);
  const record = (value ?? {}) as Record<string, unknown>;
  return Object.hasOwn(record, String(key)) ? copied(record[String(key)]) : null;
}

function structure(node: WidgetNode, method: GetterMethod, args: readonly unknown[]): unknown {
  const children = childrenOf(node);
  switch (method.structure) {
    case "child-count":
      return children.length;
    case "index-of":
      return children.findIndex((child) => child.face === args[0]);
    case "child-at":
      return children[args[0] as number]?.face ?? null;
    case "child-with":
      return childWith(node, new Map(method.params.map((param, i) => [param.name, args[i]])))?.face ?? null;
    default:
      return children.map((child) => child.face);
  }
}

function query(
  node: WidgetNode,
  name: string,
  method: QueryMethod,
  args: readonly unknown[],
): Promise<unknown> {
  const { session } = node;
  const peer = session.browsers.acting;
  if (peer === null) return Promise.resolve(copied(method.withoutBrowser));
  return new Promise((resolve, reject) => {
    session.outbox.asked(node, [name, args], peer, (outcome) => {
      if (outcome.kind !== "answer") {
        reject(outcome.error);
        return;
      }
      const validator = node.cls.returnValidator(name);
      const result = validator && tryDecode(validator, session.decoded(outcome.value));
      if (result === undefined) resolve(outcome.value);
      else if (result.success) resolve(result.data);
      else
        reject(
          new UsageError(
            `${node}.${camelCase(name)}: a browser gave a wrong answer: ${faultOf(result.error, "value")}`,
          ),
        );
    });
  });
}

function act(node: WidgetNode, name: string, method: ActionMethod, args: readonly unknown[]): void {
  const { session } = node;
  applyAssignments(node, method.also, args);
  if (method.stack !== undefined) session.restack(node, method.stack);
  const peer = method.user === true ? session.browsers.acting : null;
  session.outbox.called(node, [[name, args]], peer === null ? {} : { to: (each) => each === peer });
}

function changeChildren(
  node: WidgetNode,
  name: string,
  method: ChildMethod,
  args: readonly unknown[],
): unknown {
  if (method.child === "entry") return addEntry(node, name, method, args);
  if (method.child === "remove-all") {
    for (const child of childrenOf(node, method.slot)) takeOut(child, method, args);
    if (method.entries === true) dropEntries(node, name, args);
    return undefined;
  }
  let child = nodeOf(args[method.param]);
  let full = args;
  if (child === null && method.creates !== undefined && method.wraps === undefined) {
    child = nodeOf(node.session.make(method.creates, {}));
    full = args.with(method.param, child?.face);
  }
  if (child === null) throw new UsageError(`${node}.${camelCase(name)}: expected a widget.`);
  switch (method.child) {
    case "remove":
      requireChild(node, name, child);
      takeOut(child, method, args);
      return undefined;
    case "select":
      requireChild(node, name, child);
      selectAt(node, childrenOf(node, method.slot).indexOf(child));
      return undefined;
    case "move":
      requireChild(node, name, child);
      move(node, child, args[method.index ?? 0] as number);
      return undefined;
  }
  const made = wrapper(node, name, method, child, args);
  attach(node, name, method, child, full, made);
  return (made ?? child).face;
}

function requireChild(node: WidgetNode, name: string, child: WidgetNode): void {
  if (!isChild(node, child))
    throw new UsageError(`${node}.${camelCase(name)}: ${child} is not a child of ${node}.`);
}

/** What the call makes around the child, if it makes something. */
function wrapper(
  node: WidgetNode,
  name: string,
  method: ChildMethod,
  child: WidgetNode,
  args: readonly unknown[],
): WidgetNode | null {
  if (method.wraps === undefined || method.creates === undefined) return null;
  requireAttachable(node, name, child);
  return nodeOf(node.session.make(method.creates, (args[method.wraps] ?? {}) as Record<string, unknown>));
}

function takeOut(child: WidgetNode, method: ChildMethod, args: readonly unknown[]): void {
  if (method.destroy !== undefined && args[method.destroy] === true) destroy(child);
  else detach(child);
}

/** What a factory's arguments say of the new widget, by the names of its arguments and options. */
function initOf(method: FactoryMethod, args: readonly unknown[]): Record<string, unknown> {
  const optionsIn = (method.options ?? []).filter((param) => {
    const given = args[param];
    return typeof given === "object" && given !== null && isPlain(given);
  });
  const single = Object.entries(method.init).filter(([, param]) => !optionsIn.includes(param));
  return Object.assign(
    Object.fromEntries(single.map(([name, param]) => [name, args[param]])),
    ...optionsIn.map((param) => args[param]),
  );
}

function make(node: WidgetNode, method: FactoryMethod, args: readonly unknown[]): unknown {
  if (method.model !== undefined) {
    const context = { origin: null, method: method.operation ?? "" };
    return operation(node, method.model, method.operation ?? "")(node, args, context);
  }
  const made = node.session.make(method.creates, initOf(method, args));
  if (method.attach !== undefined) {
    const attaching = node.cls.methods.get(method.attach);
    if (attaching?.kind !== "child") throw new Error(`${node.cls.name}.${method.attach} attaches nothing`);
    const rest = [...(method.attachParams ?? [])].map((param) => args[param]);
    const full: unknown[] = [];
    let next = 0;
    attaching.params.forEach((param, i) => {
      full.push(i === attaching.param ? made : (rest[next++] ?? param.default ?? null));
    });
    perform(node, method.attach, attaching, full);
  }
  return made;
}
