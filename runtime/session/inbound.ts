/**
 * What a browser sends, taken apart: checked, brought into the state, and handed to the handlers.
 * Nothing a browser sends can throw out of here.
 */
import { type BrowserMessage, browserMessage, type CallbackMessage } from "../protocol/browser-messages.js";
import { faultOf } from "./arguments.js";
import { childrenOf, isChild, selectAt, selectionArgs } from "./children.js";
import { tryDecode } from "./codec.js";
import { messageOf } from "./errors.js";
import { modelOf } from "./models/index.js";
import type { WidgetNode } from "./node.js";
import type { Peer } from "./peer.js";
import { argumentAt, parsePointer, withPart } from "./pointer.js";
import type { SessionCore } from "./session.js";
import { assign } from "./setters.js";
import { holds, writeState } from "./state.js";
import { detach, move } from "./structure.js";
import type { CallbackTable, EffectTable, StackMove } from "./table.js";
import { isPlain, nodeOf } from "./values.js";

/** A message that cannot be taken; the text goes back to the browser. */
class Refused extends Error {}

export function receive(session: SessionCore, peer: Peer, message: unknown): void {
  if (Array.isArray(message)) {
    for (const each of message) receiveOne(session, peer, each);
  } else receiveOne(session, peer, message);
}

function receiveOne(session: SessionCore, peer: Peer, message: unknown): void {
  const parsed = browserMessage.safeParse(message);
  if (!parsed.success) {
    session.faulty(peer, `Not a message of this protocol: ${faultOf(parsed.error, "message")}`, {});
    return;
  }
  try {
    take(session, peer, parsed.data);
  } catch (error) {
    const { wid } = parsed.data as { wid?: number };
    if (error instanceof Refused) session.faulty(peer, error.message, { wid });
    else session.host.logger.error(`A ${parsed.data.type} message could not be handled.`, error);
  }
}

function take(session: SessionCore, peer: Peer, message: BrowserMessage): void {
  switch (message.type) {
    case "result":
    case "ack":
      if (message.id !== undefined) session.questions.answered(peer, message.id, message.value);
      return;
    case "error":
      if (message.id !== undefined) session.questions.failed(peer, message.id, message.error);
      else session.browserFailed(message.wid, message.method, message.error);
      return;
    case "viewport":
      peer.viewport = [message.width, message.height];
      return;
    case "callback":
      takeCallback(session, peer, message);
      return;
    case "binary-chunk":
      peer.uploads.chunk(message);
  }
}

function takeCallback(session: SessionCore, peer: Peer, message: CallbackMessage): void {
  const node = session.widgets.get(message.wid);
  if (message.n !== undefined && message.n > peer.inputs) {
    if (node !== undefined) session.outbox.settle(node, peer);
    peer.inputs = message.n;
  }
  peer.crossing.acted(message.m);
  session.browsers.acted(peer);
  if (node === undefined) {
    peer.uploads.ignore(message.args);
    // It may have been destroyed while the message was on its way.
    if (session.wasGivenOut(message.wid)) return;
    throw new Refused(`There is no widget ${message.wid}.`);
  }
  const table = node.cls.callbacks.get(message.action);
  if (table === undefined || table.source === "server") {
    throw new Refused(`${node} has no callback "${message.action}" that a browser may send.`);
  }
  if (table.upload === true) {
    takeUpload(session, peer, node, table, message);
    return;
  }
  if (!session.handlers.isListening(node, message.action)) return;
  if (session.handlers.isFlooded && node.handlers?.has(message.action)) {
    throw new Refused(`${node} "${message.action}": too many callbacks wait for their handlers.`);
  }
  deliver(peer, node, message.action, table, checkedArgs(session, node, message.action, table, message.args));
  retellDropped(peer, node, table);
}

/** The page has dropped what it was told meanwhile, as its user has gone on, though with something else. */
function retellDropped(peer: Peer, node: WidgetNode, { updates = [] }: CallbackTable): void {
  if (node.destroyed) return;
  const updated = new Set(updates.map(({ state }) => parsePointer(state).name));
  const dropped = peer.crossing.dropped(node).filter(({ name }) => !updated.has(name));
  if (dropped.length > 0) node.session.outbox.retell(node, peer, dropped);
}

/** A callback that brings files waits for them. */
function takeUpload(
  session: SessionCore,
  peer: Peer,
  node: WidgetNode,
  table: CallbackTable,
  { action, args: given }: CallbackMessage,
): void {
  // Until it is found good, what its chunks bring has nobody to go to.
  peer.uploads.ignore(given);
  if (!session.handlers.isListening(node, action)) return;
  const { wire } = checkedArgs(session, node, action, table, given);
  peer.uploads.announced(node, action, wire[0], (first) => {
    deliver(peer, node, action, table, checkedArgs(session, node, action, table, wire.with(0, first)));
  });
}

/** Brings a callback into the state, and to its handlers. */
function deliver(
  peer: Peer,
  node: WidgetNode,
  action: string,
  table: CallbackTable,
  args: CallbackArgs,
): void {
  const { session } = node;
  applyUpdates(node, table, args.wire, peer);
  const effects = table.effects ?? [];
  const later = effects.filter((effect) => "set" in effect && effect.after === "handlers");
  let isNews = true;
  for (const effect of effects) {
    if (!later.includes(effect) && !applyEffect(node, action, effect, args, peer)) isNews = false;
  }
  if (!isNews) return;
  const after =
    later.length === 0
      ? undefined
      : () => {
          for (const each of later) applyEffect(node, action, each, args, null);
        };
  session.handlers.fire(node, action, args.surface, after);
}

/** The arguments of a callback in wire form, with widgets in place of references, and as handlers get them. */
interface CallbackArgs {
  readonly wire: unknown[];
  surface: unknown[];
}

function checkedArgs(
  session: SessionCore,
  node: WidgetNode,
  action: string,
  table: CallbackTable,
  given: readonly unknown[],
): CallbackArgs {
  const validators = node.cls.callbackValidators(action);
  if (given.length < table.required) {
    throw new Refused(`${node} "${action}": ${table.required} arguments are needed, ${given.length} came.`);
  }
  const wire: unknown[] = [];
  const surface: unknown[] = [];
  validators.forEach((validator, i) => {
    if (i >= given.length) return;
    const value = session.decoded(given[i]);
    const result = tryDecode(validator, value);
    if (!result.success) throw new Refused(`${node} "${action}": ${faultOf(result.error, `argument ${i}`)}`);
    wire.push(value);
    surface.push(result.data);
  });
  return { wire, surface };
}

function applyUpdates(node: WidgetNode, table: CallbackTable, args: readonly unknown[], origin: Peer): void {
  for (const { state, from, when } of table.updates ?? []) {
    if (!holds(node, when, args)) continue;
    const value =
      typeof from === "string" ? argumentAt(args, from) : from.map((pointer) => argumentAt(args, pointer));
    if (value === undefined) continue;
    const info = node.cls.states.get(parsePointer(state).name);
    if (info?.shared !== false) assign(node, state, value, { origin });
    // What the program has asked for since is on its way, and what is reported is about to be over.
    else if (!node.session.outbox.willSend(node, info) && !origin.crossing.dropped(node).includes(info)) {
      node.session.quietly(() => writeState(node, state, value, { origin }));
    }
  }
}

/** Does what else a callback means. Says whether it tells the handlers something new. */
function applyEffect(
  node: WidgetNode,
  action: string,
  effect: EffectTable,
  args: CallbackArgs,
  origin: Peer | null,
): boolean {
  const options = origin === null ? {} : { origin };
  if ("set" in effect) {
    if (holds(node, effect.when, args.wire)) writeState(node, effect.set, effect.value, options);
    return true;
  }
  if ("stack" in effect) {
    node.session.restack(node, effect.stack);
    restackOthers(node, effect.stack, origin);
    return true;
  }
  if ("model" in effect) {
    const operation = modelOf(effect.model).operations[effect.operation];
    return operation?.(node, args.wire, { origin, method: effect.operation }) !== false;
  }
  if ("select" in effect) return select(node, action, effect.select, args, options);
  if ("move" in effect) {
    const child = ownChild(node, argumentAt(args.wire, effect.move));
    if (child === null) return false;
    const place = move(node, child, argumentAt(args.wire, effect.to) as number, options);
    args.surface = withPart(args.surface, parsePointer(effect.to).path, place) as unknown[];
    return true;
  }
  const child = ownChild(node, argumentAt(args.wire, effect.detach));
  if (child === null) return false;
  if (holds(node, effect.when, args.wire)) detach(child);
  return true;
}

/** The other browsers of the session stack their windows as this user has. */
function restackOthers(node: WidgetNode, stack: StackMove, origin: Peer | null): void {
  for (const [name, method] of node.cls.methods) {
    if (method.kind !== "action" || method.stack !== stack) continue;
    node.session.outbox.called(node, [[name, []]], { silent: true, to: (peer) => peer !== origin });
    return;
  }
}

/** A child that is one still: it may have left while the message was on its way. */
function ownChild(node: WidgetNode, value: unknown): WidgetNode | null {
  const child = nodeOf(value);
  return child !== null && isChild(node, child) ? child : null;
}

function select(
  node: WidgetNode,
  action: string,
  pointer: string,
  args: CallbackArgs,
  options: { readonly origin?: Peer },
): boolean {
  const { selection } = node.cls;
  const child = ownChild(node, argumentAt(args.wire, pointer));
  const info = selection === null ? undefined : node.cls.states.get(selection.state);
  if (child === null) {
    // Its page shows something that is there no more.
    if (info !== undefined) node.session.outbox.stateChanged(node, info, {});
    return false;
  }
  if (!selectAt(node, childrenOf(node).indexOf(child), options)) return false;
  args.surface = selectionArgs(node, action);
  return true;
}

/** A value of the wire with widget objects in place of references. Throws for a number that no widget has. */
export function withWidgets(session: SessionCore, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withWidgets(session, item));
  if (!isPlain(value)) return value;
  if (Object.hasOwn(value, "__wid__")) {
    const node = session.widgets.get(value.__wid__ as number);
    if (node === undefined) throw new Refused(`There is no widget ${messageOf(value.__wid__)}.`);
    return node.face;
  }
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) result[key] = withWidgets(session, value[key]);
  return result;
}
