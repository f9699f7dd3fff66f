/**
 * Applications of the sync face.
 */
import { ApplicationBase } from "../server/application.js";
import type { ApplicationOptions } from "../server/options.js";
import type { SessionInit } from "../session/session.js";
import type { SyncSession } from "./session.js";

export class SyncApplication<S extends SyncSession = SyncSession> extends ApplicationBase<S> {
  readonly #Session: new (
    init: SessionInit,
  ) => S;

  /** @param Session - The class of its sessions, with the widget classes that they make. */
  constructor(options: ApplicationOptions, Session: new (init: SessionInit) => S) {
    super(options);
    this.#Session = Session;
  }

  protected override makeSession(init: SessionInit): S {
    return new this.#Session(init);
  }
}
