/**
 * The handlers of a session's callbacks: who listens to what, what browsers are told to report, and the rounds in which
 * handlers run.
 */
import { isPromise } from "./dispatcher.js";
import { messageOf, UsageError } from "./errors.js";
import { didYouMean } from "./names.js";
import type { Handler, Registration, WidgetNode } from "./node.js";
import type { SessionCore } from "./session.js";
import { reportedAs } from "./uploads.js";
import { isPlain } from "./values.js";

export class Handlers {
  readonly #session: SessionCore;

  constructor(session: SessionCore) {
    this.#session = session;
  }

  /** Registers a handler; the first one of an action is told to the browsers. The result takes it away again. */
  add(node: WidgetNode, action: string, registration: Registration): () => void {
    const call = `${node}.on`;
    requireLive(node, call);
    requireAction(node, action, call);
    requireFunction(registration.handler, action, call);
    return this.#register(node, action, registration);
  }

  /** Registers handlers by action, in order: all, or none when one is wrong. The result takes them away again. */
  addAll(node: WidgetNode, byAction: unknown): () => void {
    const call = `${node}.on`;
    requireLive(node, call);
    if (typeof byAction !== "object" || byAction === null || !isPlain(byAction))
      throw new UsageError(`${call}: expected an action, or a plain object of handlers by action.`);
    const given = Object.entries(byAction).flatMap(([action, handler]) => {
      requireAction(node, action, call);
      if (handler === undefined) return [];
      requireFunction(handler, action, call);
      return [{ action, registration: { handler, withWidget: false, extra: [] } }];
    });
    const removals = given.map(({ action, registration }) => this.#register(node, action, registration));
    return () => {
      for (const remove of removals) remove();
    };
  }

  #register(node: WidgetNode, action: string, registration: Registration): () => void {
    node.handlers ??= new Map();
    const list = node.handlers.get(action);
    if (list !== undefined) list.push(registration);
    else {
      node.handlers.set(action, [registration]);
      this.#tellListening(node, action, "listen");
    }
    return () => this.#drop(node, action, (each) => each === registration);
  }

  /** Takes a handler away, however often it was registered. */
  remove(node: WidgetNode, action: string, handler: Handler): void {
    this.#drop(node, action, (each) => each.handler === handler);
  }

  #drop(node: WidgetNode, action: string, goes: (registration: Registration) => boolean): void {
    const list = node.handlers?.get(action);
    if (list === undefined) return;
    const left = list.filter((each) => !goes(each));
    if (left.length === list.length) return;
    if (left.length > 0) node.handlers?.set(action, left);
    else {
      node.handlers?.delete(action);
      this.#tellListening(node, action, "unlisten");
    }
  }

  #tellListening(node: WidgetNode, action: string, type: "listen" | "unlisten"): void {
    if (!node.cls.remote || node.cls.tracked.includes(action)) return;
    const reported = reportedAs(node.cls, action);
    if (reported === null || (type === "unlisten" && this.isListening(node, reported))) return;
    this.#session.outbox.raw({ type, wid: node.wid, action: reported });
  }

  /** Whether a browser's callback has somebody to go to. */
  isListening(node: WidgetNode, action: string): boolean {
    if (node.cls.tracked.includes(action) || node.handlers?.has(action) === true) return true;
    if (node.handlers === null || node.cls.callbacks.get(action)?.upload !== true) return false;
    return [...node.handlers.keys()].some((each) => reportedAs(node.cls, each) === action);
  }

  /** Whether so many callbacks wait for their handlers that no more are taken. */
  get isFlooded(): boolean {
    return this.#session.dispatcher.waiting(this.#session) >= this.#session.limits.pendingEvents;
  }

  /** Runs the handlers of a callback in the session's turn. */
  fire(node: WidgetNode, action: string, args: readonly unknown[], after?: () => void): void {
    const list = node.handlers?.get(action);
    if (list === undefined) {
      after?.();
      return;
    }
    // A handler that goes while the round runs still has its turn; one that comes waits for the next.
    const round = [...list];
    this.#session.dispatcher.post(this.#session, () => this.#runHandlers(node, action, args, round, after));
  }

  #runHandlers(
    node: WidgetNode,
    action: string,
    args: readonly unknown[],
    round: readonly Registration[],
    after: (() => void) | undefined,
  ): unknown {
    for (let i = 0; i < round.length && !node.destroyed; i++) {
      const { handler, withWidget, extra } = round[i] as Registration;
      try {
        const result = withWidget ? handler(node.face, ...args, ...extra) : handler(...args, ...extra);
        if (isPromise(result)) {
          return result
            .catch((error: unknown) => this.#handlerFailed(node, action, error))
            .then(() => this.#runHandlers(node, action, args, round.slice(i + 1), after));
        }
      } catch (error) {
        this.#handlerFailed(node, action, error);
      }
    }
    if (!node.destroyed) after?.();
    return undefined;
  }

  #handlerFailed(node: WidgetNode, action: string, error: unknown): void {
    this.#session.host.logger.error(
      `Session ${this.#session.id}: a handler of ${node} "${action}" failed: ${messageOf(error)}`,
      error,
    );
  }

  /** The program changed a state that has a callback of its own. */
  stateFired(node: WidgetNode, action: string, state: string, value: unknown): void {
    const table = node.cls.callbacks.get(action);
    const args: unknown[] = Array.from({ length: table?.required ?? 0 }, () => null);
    for (const update of table?.updates ?? []) {
      if (update.state !== state || typeof update.from !== "string") continue;
      args[Number(update.from.slice(1))] = value;
    }
    this.fire(node, action, args);
  }
}

function requireLive(node: WidgetNode, call: string): void {
  if (node.destroyed) throw new UsageError(`${call}: the widget has been destroyed.`);
}

function requireAction(node: WidgetNode, action: string, call: string): void {
  const known = node.cls.callbacks;
  if (known.has(action)) return;
  const meant = didYouMean(action, known.keys());
  throw new UsageError(`${call}: ${node.cls.name} has no callback "${action}".${meant}`);
}

function requireFunction(handler: unknown, action: string, call: string): asserts handler is Handler {
  if (typeof handler !== "function")
    throw new UsageError(`${call}: the handler of "${action}" is no function.`);
}
