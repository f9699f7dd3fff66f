/**
 * Where an application can be reached: its own ports, or a server of the program's own.
 */

import type { SessionHost } from "../session/connection.js";
import { isWildcard, ownHosts, shownHost } from "./addresses.js";
import type { AdmissionRules } from "./admission.js";
import { type AttachableServer, attach, speaksTls } from "./attach.js";
import { Endpoint, type EndpointSetup, type Reception } from "./endpoint.js";
import { Gate } from "./gate.js";
import type { PageServer } from "./http.js";
import { type Listener, listen } from "./listener.js";
import type { Settings } from "./options.js";
import { SocketServer } from "./websocket.js";

export class Serving {
  readonly #settings: Settings;
  readonly #sockets: SocketServer;
  readonly #shared: Pick<
    EndpointSetup,
    "gate" | "sockets" | "reception" | "host" | "maxConnections" | "path"
  >;
  readonly #listeners: Listener[] = [];
  readonly #fixedHosts: ReadonlySet<string> | null;
  #attached: { readonly server: AttachableServer; readonly detach: () => void } | null = null;
  /** The real ports, as far as they are known. */
  #pagePort: number | null = null;
  #socketPort: number | null = null;

  constructor(settings: Settings, host: SessionHost, reception: Reception) {
    this.#settings = settings;
    const { limits, authenticate } = settings;
    this.#sockets = new SocketServer(limits);
    // Networks come and go, so the addresses of all of them are looked up when they are asked for.
    this.#fixedHosts = isWildcard(settings.host) ? null : ownHosts(settings.host);
    const gate = new Gate({ rules: () => this.#rules(), authenticate, limits, host });
    const { path } = settings;
    this.#shared = {
      gate,
      sockets: this.#sockets,
      reception,
      host,
      maxConnections: limits.connections,
      path,
    };
  }

  get isAttached(): boolean {
    return this.#attached !== null;
  }

  /** Port of the WebSocket, when it has one of its own; null when it is beside the page. */
  get socketPort(): number | null {
    return this.#socketPort ?? (this.#settings.wsPort || null);
  }

  /** Address of the page, or of the WebSocket; null where it is not known before the start. */
  address(of: "page" | "socket"): string | null {
    const { httpPort, wsPort, host, path } = this.#settings;
    const tls = this.#attached !== null && speaksTls(this.#attached.server);
    const scheme = `${of === "page" ? "http" : "ws"}${tls ? "s" : ""}`;
    const file = of === "page" ? path : `${path}ws`;
    if (this.#attached !== null) {
      const address = this.#attached.server.address();
      if (address === null || typeof address === "string") return null;
      return `${scheme}://${shownHost(address.address)}:${address.port}${file}`;
    }
    const beside = of === "page" || wsPort === null;
    const port = beside ? (this.#pagePort ?? httpPort) : (this.#socketPort ?? wsPort);
    return port === 0 ? null : `${scheme}://${shownHost(host)}:${port}${file}`;
  }

  /** Opens the ports. When one cannot be had, none stays open. */
  async open(page: PageServer | null): Promise<void> {
    const { host, wsPort, httpPort } = this.#settings;
    try {
      if (wsPort !== null) {
        const listener = await listen(host, wsPort, "wsPort");
        this.#socketPort = listener.port;
        this.#use(listener, null);
      }
      if (page !== null) {
        const listener = await listen(host, httpPort, "httpPort");
        this.#pagePort = listener.port;
        this.#use(listener, page);
      }
    } catch (error) {
      await this.#closePorts();
      throw error;
    }
  }

  attach(server: AttachableServer, page: PageServer | null): void {
    const setup = { ...this.#shared, secure: speaksTls(server), page, socketPort: null };
    this.#attached = { server, detach: attach(server, new Endpoint(setup)) };
  }

  /** Takes no new connections, waits until the present ones have gone, and gives the ports back. */
  async close(): Promise<void> {
    await this.#sockets.close();
    this.#attached?.detach();
    await this.#closePorts();
  }

  #use(listener: Listener, page: PageServer | null): void {
    const endpoint = new Endpoint({ ...this.#shared, secure: false, page, socketPort: this.#socketPort });
    listener.server.on("request", (request, response) => endpoint.request(request, response));
    listener.server.on("upgrade", (request, socket, head) => endpoint.upgrade(request, socket, head));
    this.#listeners.push(listener);
  }

  async #closePorts(): Promise<void> {
    const listeners = this.#listeners.splice(0);
    await Promise.all(listeners.map((listener) => listener.close()));
    this.#pagePort = null;
    this.#socketPort = null;
  }

  #rules(): AdmissionRules {
    const allowed = this.#settings.allowedOrigins;
    if (this.#attached !== null) {
      const address = this.#attached.server.address();
      const tcp = typeof address === "object" ? address : null;
      return {
        hosts: ownHosts(tcp?.address ?? "127.0.0.1"),
        ports: new Set(tcp === null ? [] : [tcp.port]),
        allowed,
      };
    }
    const ports = new Set([this.#pagePort, this.#socketPort].filter((port) => port !== null));
    return { hosts: this.#fixedHosts ?? ownHosts(this.#settings.host), ports, allowed };
  }
}
