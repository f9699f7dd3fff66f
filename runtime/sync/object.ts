/**
 * Base of all widget objects of the sync face: calls return at once, questions to a browser are promises.
 */
import { NODE } from "../session/node.js";
import { destroy } from "../session/structure.js";
import { WidgetObject } from "../session/widget-object.js";
import type { SyncSession } from "./session.js";

export abstract class SyncObject extends WidgetObject {
  constructor(session: SyncSession, ...args: unknown[]) {
    super(session, args);
  }

  /** The session it belongs to. */
  get session(): SyncSession {
    return this[NODE].session as SyncSession;
  }

  /** The application of its session. */
  get app(): SyncSession["app"] {
    return this.session.app;
  }

  /**
   * Ends it: it leaves its parent, its callbacks are dropped and every browser forgets it.
   * Widgets inside it end too. A second call does nothing.
   */
  destroy(): void {
    destroy(this[NODE]);
  }
}
