/**
 * A browser with one text editor behind a slow line: what it is told and what it says lies there until the test
 * delivers it.
 */

import type { Session } from "../../generated/sync/session.js";
import type { Connection } from "../../runtime/session/connection.js";
import type { Peer } from "../../runtime/session/peer.js";
import { TextPage } from "../../runtime/testing/models/text.js";

interface Message {
  readonly type: string;
  readonly wid?: number;
  readonly class?: string;
  readonly method?: string;
  readonly args?: readonly unknown[];
}

export class SlowBrowser implements Connection {
  readonly buffered = 0;
  page: TextPage | null = null;
  /** What the server has sent and what the page has sent, not delivered yet. */
  readonly down: Message[] = [];
  readonly up: object[] = [];
  readonly errors: string[] = [];
  readonly #peer: Peer;
  readonly #wid: number;
  #rebuilding = false;

  /** @param before - It takes the place of a browser whose line broke, and hands over what its user wrote. */
  constructor(session: Session, wid: number, before: TextPage | null = null) {
    this.#wid = wid;
    this.#peer = session.join(this, ["input", "tracking", "text"]);
    before?.handOver((...message) => this.#say(...message));
  }

  #say(action: string, ...args: unknown[]): void {
    this.up.push({ type: "callback", wid: this.#wid, action, args });
  }

  send(text: string): void {
    const parsed = JSON.parse(text) as Message | Message[];
    this.down.push(...(Array.isArray(parsed) ? parsed : [parsed]));
  }

  sendBinary(): void {}

  /** The line breaks: nothing that is on its way arrives. */
  close(): void {
    this.#peer.ended(1006, "gone");
  }

  /** Takes up to so many messages from the server. */
  take(count = Number.POSITIVE_INFINITY): void {
    for (let i = 0; i < count; i++) {
      const message = this.down.shift();
      if (message === undefined) return;
      if (message.type === "reconstruct-start") {
        this.page = null;
        this.#rebuilding = true;
      } else if (message.type === "reconstruct-end") {
        this.#rebuilding = false;
        this.page?.resume();
      }
      if (message.type === "error") this.errors.push(JSON.stringify(message));
      else if (message.wid === this.#wid) this.#takeOwn(message);
    }
  }

  #takeOwn({ type, method = "", args = [] }: Message): void {
    if (type === "create") {
      this.page = new TextPage({ text: args[0] }, (...message) => this.#say(...message));
      this.page.paused = this.#rebuilding;
    } else if (type === "call") this.page?.call(method, args);
  }

  /** Hands up to so many of the page's messages to the server. */
  give(count = Number.POSITIVE_INFINITY): void {
    for (let i = 0; i < count; i++) {
      const message = this.up.shift();
      if (message === undefined) return;
      this.#peer.receive(JSON.parse(JSON.stringify(message)));
    }
  }
}
