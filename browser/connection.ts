/**
 * The way to the server: one WebSocket, tried again when it breaks, and what the user is told of it.
 * Made from the page's address and credentials; feeds the renderer.
 */
import { isFinal } from "../runtime/protocol/close-codes.js";
import { ownAddress } from "./address.js";
import { announce } from "./announce.js";
import { forgetCredentials, keepCredentials } from "./credentials.js";
import { definitionsDigest } from "./definitions.js";
import { oncePerFrame } from "./frame-timing.js";
import { introduction } from "./introduction.js";
import { takeOpened } from "./opened.js";
import { Renderer } from "./renderer.js";
import { pauseBefore } from "./retry.js";
import { ConnectionStatus } from "./status.js";
import { say } from "./strings.js";

/** Milliseconds that a try may take. */
const PATIENCE = 15_000;

export class Connection {
  readonly #renderer: Renderer;
  readonly #status: ConnectionStatus;
  #socket: WebSocket | null = null;
  #attempt = 0;
  /** A session was joined at least once since the page was loaded. */
  #joined = false;
  #ended = false;
  #cancelRetry: (() => void) | null = null;

  constructor() {
    this.#renderer = new Renderer({
      init: () => introduction(definitionsDigest()),
      sessionInfo: (id, token) => this.#joinedSession(id, token),
      waiting: (position) => this.#status.waiting(position),
    });
    this.#status = new ConnectionStatus(this.#renderer.desk.element, {
      tryNow: () => this.#retryNow(),
      startNew: () => this.#startNew(),
    });
    document.body.append(this.#renderer.desk.element);
    const sendViewport = oncePerFrame(() => this.#sendViewport());
    window.addEventListener("resize", sendViewport);
    window.addEventListener("online", () => this.#retryNow());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#retryNow();
    });
  }

  /** Connects, and stays connected. */
  open(): void {
    this.#cancelRetry = null;
    const opened = takeOpened();
    let socket: WebSocket;
    try {
      socket = opened?.socket ?? new WebSocket(ownAddress());
    } catch (error) {
      // The address itself is refused, which no new try will change.
      this.#end(0, String(error));
      return;
    }
    this.#socket = socket;
    socket.binaryType = "arraybuffer";
    if (!this.#joined) this.#status.connecting();
    const patience = setTimeout(() => socket.close(), PATIENCE);
    socket.onopen = () => {
      clearTimeout(patience);
      this.#renderer.connect({
        send: (text) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(text);
        },
        sendBytes: (bytes) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
        },
        get buffered() {
          return socket.bufferedAmount;
        },
      });
    };
    socket.onmessage = (event: MessageEvent<string | ArrayBuffer>) => {
      if (socket === this.#socket) this.#renderer.receive(event.data);
    };
    socket.onclose = (event) => {
      clearTimeout(patience);
      if (socket === this.#socket) this.#lost(event.code, event.reason);
    };
    for (const event of opened?.missed ?? []) socket.dispatchEvent(event);
  }

  #joinedSession(id: string, token: string): void {
    keepCredentials({ id, token });
    this.#attempt = 0;
    // What was said while the page connected is over; who reads the page must not find it there.
    announce(this.#joined ? say("connectedAgain") : "");
    this.#joined = true;
    this.#status.connected();
    this.#sendViewport();
  }

  #sendViewport(): void {
    if (this.#joined && this.#socket?.readyState === WebSocket.OPEN) {
      this.#renderer.send({ type: "viewport", width: window.innerWidth, height: window.innerHeight });
    }
  }

  #lost(code: number, reason: string): void {
    this.#socket = null;
    this.#renderer.connect(null);
    if (isFinal(code)) {
      this.#end(code, reason);
      return;
    }
    const pause = pauseBefore(this.#attempt++, Math.random());
    this.#status.lost(pause);
    const timer = setTimeout(() => this.#tryAgain(), pause);
    this.#cancelRetry = () => clearTimeout(timer);
  }

  #tryAgain(): void {
    this.#status.tryingAgain();
    this.open();
  }

  /** Does not wait for the pause to end; does nothing while none is under way. */
  #retryNow(): void {
    if (this.#cancelRetry === null || this.#ended) return;
    this.#cancelRetry();
    this.#tryAgain();
  }

  #end(code: number, reason: string): void {
    this.#ended = true;
    this.#status.ended(code, reason);
  }

  #startNew(): void {
    forgetCredentials();
    this.#ended = false;
    this.#attempt = 0;
    this.#joined = false;
    this.#renderer.clear();
    this.open();
  }
}
