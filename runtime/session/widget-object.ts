/**
 * What the widget objects of both faces share: number, session, callbacks.
 */
import { construct } from "./construct.js";
import type { EventArgs, Fires } from "./events.js";
import { type Face, type Handler, NODE, type WidgetNode } from "./node.js";
import type { SessionCore } from "./session.js";
import type { ClassTable } from "./table.js";

export abstract class WidgetObject implements Face {
  /** What the runtime knows of the class. Generated from its definition. */
  static readonly table: ClassTable;
  /** @internal */
  readonly [NODE]: WidgetNode;

  constructor(session: SessionCore, args: readonly unknown[]) {
    this[NODE] = construct(session, new.target.table, this, args);
  }

  /** Its number on the wire, from 1, unique in its session. */
  get wid(): number {
    return this[NODE].wid;
  }

  /** Whether it was destroyed. Every call but `destroy` is an error then. */
  get isDestroyed(): boolean {
    return this[NODE].destroyed;
  }

  /**
   * Calls `handler` whenever the action fires, with its arguments and then the extra ones.
   * Handlers run in the order in which they were added; one that throws is reported, and the rest still run.
   * @returns A function that takes the handler away.
   */
  on<E, K extends keyof E & string, X extends unknown[]>(
    this: Fires<E>,
    action: K,
    handler: (...args: [...EventArgs<E, K>, ...X]) => unknown,
    ...extra: X
  ): () => void;
  /**
   * Calls each handler whenever its action fires: `on({ activated: () => save() })`. An editor describes the actions
   * that are written so. What is undefined is left out.
   * @returns A function that takes all of them away.
   * @throws UsageError when an action is unknown or a handler is no function; then none is added.
   */
  on<E>(this: Fires<E>, handlers: NoInfer<E>): () => void;
  on(what: unknown, handler?: unknown, ...extra: unknown[]): () => void {
    const { handlers } = this[NODE].session;
    if (typeof what !== "string") return handlers.addAll(this[NODE], what);
    const registration = { handler: handler as Handler, withWidget: false, extra };
    return handlers.add(this[NODE], what, registration);
  }

  /** As {@link on} with one action, but the handler gets the widget in front. */
  addCallback<E, K extends keyof E & string, X extends unknown[]>(
    this: Fires<E>,
    action: K,
    handler: (widget: this, ...args: [...EventArgs<E, K>, ...X]) => unknown,
    ...extra: X
  ): () => void {
    const registration = { handler: handler as Handler, withWidget: true, extra };
    return this[NODE].session.handlers.add(this[NODE], action, registration);
  }

  /** Takes a handler away wherever it was added for the action. One that was never added is ignored. */
  removeCallback<E, K extends keyof E & string>(
    this: Fires<E>,
    action: K,
    handler: (...args: never[]) => unknown,
  ): void {
    this[NODE].session.handlers.remove(this[NODE], action, handler as Handler);
  }

  /** Whether its class has a callback of this name. */
  hasCallback(action: string): boolean {
    return this[NODE].cls.callbacks.has(action);
  }

  /** `Button#12`. */
  toString(): string {
    return this[NODE].toString();
  }
}
