/**
 * How the type of a class says what it fires. Each generated class names its interface of events under one symbol,
 * and `on` reads it off the object that it is called on: so no class needs a type parameter for its events.
 */
import type { Face } from "./node.js";

/** For types only: nothing stands under it when a program runs. */
export declare const EVENTS: unique symbol;

/** An object that fires the actions of an interface: by action, what handles it. */
export interface Fires<E> extends Face {
  readonly [EVENTS]: E;
}

/** Arguments of the handlers of an action. */
export type EventArgs<E, K extends keyof E> = E[K] extends
  | ((...args: infer A extends unknown[]) => unknown)
  | undefined
  ? A
  : never;
