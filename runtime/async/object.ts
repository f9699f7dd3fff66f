/**
 * Base of all widget objects of the async face: calls are promises, settled when a browser has done them.
 */
import { NODE } from "../session/node.js";
import type { SessionCore } from "../session/session.js";
import { destroy } from "../session/structure.js";
import { WidgetObject } from "../session/widget-object.js";
import { doneBy } from "./invoke.js";
import type { AsyncSession } from "./session.js";

export abstract class AsyncObject extends WidgetObject {
  #ready: Promise<void> | null;

  constructor(session: AsyncSession, ...args: unknown[]) {
    const { outbox } = session as SessionCore;
    const tracking = outbox.track();
    try {
      super(session, args);
    } finally {
      tracking.end();
    }
    this.#ready = tracking.done;
  }

  /** The session it belongs to. */
  get session(): AsyncSession {
    return this[NODE].session as AsyncSession;
  }

  /** The application of its session. */
  get app(): AsyncSession["app"] {
    return this.session.app;
  }

  /**
   * Makes one and waits until a browser shows it and `initialize` has ended; arguments as for `new`.
   * Rejects with the error of the browser, or of `initialize`.
   */
  static async create<C extends new (...args: never) => { initialize(): Promise<void> }>(
    this: C,
    ...args: ConstructorParameters<C>
  ): Promise<InstanceType<C>> {
    // `this` is the class that was asked for, not this one.
    const widget = new this(...(args as never));
    const object = widget as unknown as AsyncObject;
    await object.#ready;
    object.#ready = null;
    await widget.initialize();
    return widget as InstanceType<C>;
  }

  /** For classes of your own: builds what is inside. `create` waits for it; `new` alone does not call it. */
  async initialize(): Promise<void> {}

  /**
   * Ends it: it leaves its parent, its callbacks are dropped and every browser forgets it.
   * Widgets inside it end too. A second call does nothing.
   */
  destroy(): Promise<void> {
    return doneBy(this[NODE].session, () => destroy(this[NODE]));
  }
}
