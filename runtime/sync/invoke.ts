/**
 * How generated methods of the sync face reach the runtime.
 */
import { invokeMethod } from "../session/invoke.js";
import { type Face, NODE } from "../session/node.js";

/** Calls a method by its wire name: checked, done on the server at once, and told to the browsers. */
export function invoke<T>(widget: Face, method: string, args: readonly unknown[]): T {
  return invokeMethod(widget[NODE], method, args) as T;
}
