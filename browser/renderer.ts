/**
 * The page as a whole: registry, desk and everything that widgets share, put together.
 * A connection feeds it frames and takes its messages.
 */
import { watchDrops } from "./drops.js";
import { FocusKeeper } from "./focus-keeper.js";
import { Frames } from "./frames.js";
import { LongColumns } from "./long-columns.js";
import { Outbox, type Transport } from "./outbox.js";
import { Registry } from "./registry.js";
import type { Services } from "./services.js";
import { Sizes } from "./sizes.js";
import { Updates } from "./updates.js";
import { Uploads } from "./uploads.js";
import { whenLeft } from "./when-left.js";
import { Desk } from "./windows/desk.js";
import { watchWindowKeys } from "./windows/keys.js";

/** What the connection decides: who we are, and what the user is told of it. */
export interface RendererListener {
  /** Fields of the answer to `init`. */
  init(): object;
  sessionInfo(id: string, token: string): void;
  waiting(position: number): void;
}

export class Renderer {
  readonly desk = new Desk();
  readonly #outbox = new Outbox();
  readonly #uploads = new Uploads(this.#outbox);
  readonly #registry: Registry;
  readonly #frames: Frames;
  readonly #focus = new FocusKeeper((task) => {
    this.#outbox.silent = true;
    try {
      task();
    } finally {
      this.#outbox.silent = false;
    }
  });
  readonly #connection = new EventTarget();
  /** The session that is shown. */
  #session: string | null = null;
  /** Number of the widget that had the focus before everything went out of reach, or was built again. */
  #focused: number | null = null;

  constructor(listener: RendererListener) {
    const updates = new Updates(() => longColumns.finish());
    const longColumns = new LongColumns(updates);
    const { desk } = this;
    const services: Services = {
      updates,
      outbox: this.#outbox,
      longColumns,
      sizes: new Sizes(updates, longColumns),
      desk,
      uploads: this.#uploads,
      connection: this.#connection,
      forget: (wid) => this.#registry.forget(wid),
    };
    this.#registry = new Registry(services);
    this.#frames = new Frames(this.#registry, services, {
      init: () => listener.init(),
      sessionInfo: (id, token) => {
        listener.sessionInfo(id, token);
        if (id === this.#session) this.#connection.dispatchEvent(new Event("back"));
        this.#session = id;
      },
      waiting: (position) => listener.waiting(position),
      get isBlank() {
        return desk.isBlank;
      },
      rebuildStarted: () => this.#clear(),
      changed: () => this.#focus.changed(),
      rebuildEnded: () => {
        this.#connection.dispatchEvent(new Event("ready"));
        services.updates.whenSettled(() => this.#refocus());
      },
    });
    whenLeft(() => this.#outbox.flush());
    watchWindowKeys(this.desk);
    watchDrops((wid) => this.#registry.find(wid), services);
  }

  /** Speaks over this connection from now on; null: it has gone. What is shown stays until a replay replaces it. */
  connect(transport: Transport | null): void {
    this.#noteFocus();
    this.#frames.clear();
    this.#uploads.clear();
    this.#outbox.connect(transport);
  }

  receive(data: string | ArrayBuffer): void {
    this.#frames.receive(data);
  }

  send(message: object): void {
    this.#outbox.send(message);
  }

  /** Takes everything away: there is no session to show. */
  clear(): void {
    this.#clear();
    this.#focused = null;
  }

  #noteFocus(): void {
    const focused = document.activeElement?.closest<HTMLElement>("[data-wid]")?.dataset.wid;
    if (focused !== undefined) this.#focused = Number(focused);
  }

  #clear(): void {
    this.#noteFocus();
    this.desk.clear();
    this.#registry.clear();
  }

  #refocus(): void {
    const widget = this.#focused === null ? undefined : this.#registry.find(this.#focused);
    this.#focused = null;
    if (document.activeElement === null || document.activeElement === document.body) widget?.setFocus();
  }
}
