/**
 * How generated methods of the async face reach the runtime.
 */
import { messageOf } from "../session/errors.js";
import { invokeMethod } from "../session/invoke.js";
import { type Face, NODE } from "../session/node.js";
import type { SessionCore } from "../session/session.js";

/**
 * Calls a method by its wire name. The server has done it when this returns; the promise is settled when
 * a browser has done it too, at once when none is connected, and rejected with the error of either.
 */
export function invoke<T>(widget: Face, method: string, args: readonly unknown[]): Promise<T> {
  const node = widget[NODE];
  return doneBy(node.session, () => invokeMethod(node, method, args) as T | Promise<T>);
}

/** Answers from the server's own state, at once. */
export function read<T>(widget: Face, method: string, args: readonly unknown[]): T {
  return invokeMethod(widget[NODE], method, args) as T;
}

/** Runs a change; the promise is settled with its value when a browser has done all that it asked for. */
export function doneBy<T>(session: SessionCore, change: () => T | Promise<T>): Promise<T> {
  const promise = followed(session, change);
  // A caller who does not wait must not bring the process down; what went wrong is in the log.
  promise.catch((error: unknown) => session.host.logger.warn(`A call was rejected: ${messageOf(error)}`));
  return promise;
}

async function followed<T>(session: SessionCore, change: () => T | Promise<T>): Promise<T> {
  const tracking = session.outbox.track();
  let value: T | Promise<T>;
  try {
    value = change();
  } finally {
    tracking.end();
  }
  await tracking.done;
  return value;
}
