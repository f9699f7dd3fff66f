/**
 * Applications of the async face.
 */
import { ApplicationBase } from "../server/application.js";
import type { ApplicationOptions } from "../server/options.js";
import type { SessionInit } from "../session/session.js";
import type { AsyncSession } from "./session.js";

export class AsyncApplication<S extends AsyncSession = AsyncSession> extends ApplicationBase<S> {
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
