/**
 * The application without a face: it listens, receives browsers, keeps the sessions, and ends in order.
 * The two faces say what kind of session it makes.
 */
import { once } from "node:events";
import type { Words } from "../protocol/words.js";
import { Dispatcher } from "../session/dispatcher.js";
import { messageOf, UsageError } from "../session/errors.js";
import type { FaceClass, SessionCore, SessionInit } from "../session/session.js";
import type { AttachableServer } from "./attach.js";
import { Favicon } from "./favicon.js";
import { PageServer } from "./http.js";
import { Hub } from "./hub.js";
import { type Direction, Look } from "./look.js";
import { NodeHost } from "./node-host.js";
import { type ApplicationOptions, readOptions, type Settings } from "./options.js";
import { builtPageFolder, Page } from "./page.js";
import { type DefaultFont, type FontOptions, PageServices } from "./page-services.js";
import { Serving } from "./serving.js";
import { onInterrupt } from "./signals.js";
import type { Theme } from "./theme.js";
import type { ServerConnection } from "./websocket.js";

/** A handler of `onConnect` or `onDisconnect`. */
export type SessionHandler<S> = (session: S) => unknown;

/** Characters below which a token that the program chose is remarked on. */
const SHORT_TOKEN = 16;
const NAME_LENGTH = 256;

export abstract class ApplicationBase<S extends SessionCore> {
  readonly #settings: Settings;
  readonly #host: NodeHost;
  readonly #dispatcher: Dispatcher;
  readonly #hub: Hub<S>;
  readonly #serving: Serving;
  readonly #favicon: Favicon;
  readonly #widgets = new Map<string, FaceClass>();
  readonly #pageServices: PageServices;
  /** @internal How its pages look where a session says nothing else. */
  readonly look: Look = new Look(null, (isText) => {
    for (const session of this.#hub.sessions.values()) session.lookChanged(isText);
  });
  readonly #connectHandlers = new Set<{ readonly handler: SessionHandler<S> }>();
  readonly #disconnectHandlers = new Set<{ readonly handler: SessionHandler<S> }>();
  /** Handlers of `onDisconnect` under way, which `close` waits for. */
  readonly #leaving = new Set<Promise<void>>();
  #page: Page | null = null;
  #started: Promise<void> | null = null;
  #closed: Promise<void> | null = null;
  readonly #ended: Promise<void>;
  #end!: () => void;

  /** Throws UsageError that names every option that is unknown or has a wrong value. */
  constructor(options: ApplicationOptions = {}) {
    this.#settings = readOptions(options);
    const { limits, logger, concurrencyHandling, maxSessions, sessionTimeout } = this.#settings;
    this.#host = new NodeHost(logger, limits);
    this.#dispatcher = new Dispatcher(concurrencyHandling, this.#host);
    this.#favicon = new Favicon(limits.fileBytes);
    this.#pageServices = new PageServices(
      (text) => this.#host.loadable(text),
      (message) => {
        for (const session of this.#hub.sessions.values()) session.outbox.raw(message);
      },
    );
    this.#hub = new Hub<S>({
      host: this.#host,
      limits,
      maxSessions,
      sessionTimeout,
      make: (id, token) =>
        this.makeSession({
          id,
          token,
          host: this.#host,
          app: this,
          dispatcher: this.#dispatcher,
          limits,
          greetings: () => this.#pageServices.messages(),
        }),
      arrived: (session) => this.#tell("onConnect", this.#connectHandlers, session),
      left: (session) => this.#left(session),
    });
    this.#serving = new Serving(this.#settings, this.#host, this.#hub);
    this.#ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** Makes a session of the face's own class. */
  protected abstract makeSession(init: SessionInit): S;

  /**
   * Calls the handler for each session that a new browser has opened; here the program builds its interface.
   * It is not called when a browser comes back, nor for sessions of `createSession`.
   * @returns takes the handler off again
   */
  onConnect(handler: SessionHandler<S>): () => void {
    return register(this.#connectHandlers, handler, "onConnect");
  }

  /**
   * Calls the handler each time a browser has left a session, which lives on.
   * @returns takes the handler off again
   */
  onDisconnect(handler: SessionHandler<S>): () => void {
    return register(this.#disconnectHandlers, handler, "onDisconnect");
  }

  /** The sessions by id, with and without a browser. */
  get sessions(): ReadonlyMap<string, S> {
    return this.#hub.sessions;
  }

  /**
   * Makes a session that no browser has opened. With an id and a token of the program's own, links to it
   * (`urlFor`) survive a restart of the program.
   * @param id - 1 to 256 characters; random when left out. A taken one is an error.
   * @param token - 1 to 256 characters that nobody can guess; random when left out
   */
  createSession(id?: string, token?: string): S {
    requireName("id", id);
    requireName("token", token);
    if (token !== undefined && token.length < SHORT_TOKEN) {
      const advice = `give one of ${SHORT_TOKEN} characters or more.`;
      this.#host.logger.warn(
        `createSession: a token of ${token.length} characters can be guessed; ${advice}`,
      );
    }
    return this.#hub.create(id, token);
  }

  /** Address of the page. Known before the start unless its port is 0. */
  get url(): string {
    if (!this.#settings.httpServer) {
      throw new UsageError("url: this application serves no page (httpServer is false).");
    }
    return this.#address("url", "page");
  }

  /** Address of the WebSocket. Known before the start unless its port is 0. */
  get wsUrl(): string {
    return this.#address("wsUrl", "socket");
  }

  /** A link that joins a session. Its fragment holds the credentials, which browsers send to no server. */
  urlFor(session: S): string {
    return `${this.url}#session=${encodeURIComponent(session.id)}&token=${encodeURIComponent(session.token)}`;
  }

  /** Folder with the files of the built page, for a foreign web server. */
  get staticPath(): string {
    return this.#settings.staticPath ?? builtPageFolder();
  }

  /**
   * Text of the HTML document that a foreign web server shows in place of the page's own index.html.
   * That server's origin must be in `allowedOrigins`.
   * @param wsUrl - ws: or wss: address of the WebSocket as browsers reach it; when left out, the port of the
   *   WebSocket on whatever host the document comes from
   * @param staticUrl - address under which that server has the files of `staticPath`; when left out, beside the document
   */
  remoteHtml(wsUrl?: string, staticUrl = ""): string {
    if (wsUrl !== undefined && !(URL.canParse(wsUrl) && /^wss?:/i.test(wsUrl))) {
      throw new UsageError(`remoteHtml: ${JSON.stringify(wsUrl)} is no ws: or wss: URL.`);
    }
    const socket = wsUrl ?? String(this.#serving.socketPort ?? this.wsUrl);
    const page = this.#loadPage();
    return page.html(socket, this.#favicon.standalone(page), staticUrl);
  }

  /**
   * Sets the icon of the page, for pages that are opened from now on.
   * @param icon - A file, an http:, https: or data: URL, or the bytes of a picture
   */
  setFavicon(icon: string | Uint8Array): void {
    this.#favicon.set(icon);
  }

  /** Classes of the program's own, by name. */
  get registeredWidgets(): ReadonlyMap<string, FaceClass> {
    return this.#widgets;
  }

  /**
   * Adds a class that the program derived from a widget class to those that `session.getWidgets()` gives, in
   * sessions whose widgets are asked for from now on.
   * @param name - PascalCase; one that the namespace has already is replaced there
   */
  registerWidget(name: string, widgetClass: FaceClass): void {
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) {
      throw new UsageError(`registerWidget: name: expected a PascalCase name, not ${JSON.stringify(name)}.`);
    }
    if (typeof widgetClass !== "function" || typeof widgetClass.table !== "object") {
      throw new UsageError("registerWidget: widgetClass: expected a class derived from a widget class.");
    }
    this.#widgets.set(name, widgetClass);
  }

  /**
   * Makes a font face known to every page, now and later, before any widget that uses it.
   * The same family, weight and style again replaces the face before.
   * @param family - Name for `setFont`
   * @param source - A file, an http:, https: or data: URL, or the bytes of a WOFF2, WOFF, TrueType or OpenType font
   */
  registerFont(family: string, source: string | Uint8Array, options: FontOptions = {}): void {
    this.#pageServices.registerFont(family, source, options);
  }

  /** Sets the font of everything that has none of its own, in every page. null: the style sheet's. */
  setDefaultFont(font: DefaultFont | null): void {
    this.#pageServices.setDefaultFont(font);
  }

  /**
   * Sets the look of every page, now and later, whose session has no theme of its own: "light", "dark", "system"
   * (what the user's system asks for), or own values, such as
   * `{ base: "dark", density: "compact", tokens: { accent: "#d9a441" } }`. Throws UsageError for a name that is no
   * token and for what is no plain CSS value of its kind.
   * @param theme - null: the page's own, which is "system"
   */
  setTheme(theme: Theme | null): void {
    this.look.setTheme(theme);
  }

  /**
   * Sets which way lines are written in every page, now and later, whose session says nothing else.
   * @param direction - null: the page's own, which is "ltr"
   */
  setDirection(direction: Direction | null): void {
    this.look.setDirection(direction);
  }

  /**
   * Says in which language every page is whose session says nothing else, for screen readers, hyphens and numbers.
   * What is shown already is shown anew.
   * @param language - BCP 47 tag, such as "de" or "pt-BR"; null: the page's own, which is "en"
   */
  setLanguage(language: string | null): void {
    this.look.setLanguage(language);
  }

  /**
   * Gives texts in place of those that every page brings itself ("Close", "OK", "Connection lost." ...), for example
   * in another language; docs/styling.md lists them. What is shown already is shown anew.
   * @param strings - By name; those left out stay English. null: all do. Each call replaces the one before.
   */
  setStrings(strings: Words | null): void {
    this.look.setStrings(strings);
  }

  /**
   * Puts the page and its WebSocket on a server of the program's own, in place of ports of the application.
   * What that server answered already goes on, except below the option `path` where the page has a file.
   * Closing the application leaves the server open.
   */
  attach(server: AttachableServer): void {
    this.#requireOpen("attach");
    if (this.#started !== null)
      throw new UsageError("attach: the application has been started on its own ports.");
    if (this.#serving.isAttached) throw new UsageError("attach: the application is on a server already.");
    this.#serving.attach(server, this.#pageServer());
  }

  /**
   * Opens the ports; resolves when browsers can come. A second call does nothing more.
   * Rejects with UsageError when the page is not built or a port cannot be had; it can then be tried again.
   */
  start(): Promise<void> {
    if (this.#closed !== null) {
      return Promise.reject(new UsageError("start: the application has been closed; make a new one."));
    }
    this.#started ??= this.#open().catch((error: unknown) => {
      this.#started = null;
      throw error;
    });
    return this.#started;
  }

  /**
   * Starts, and resolves when the application has been closed. Meanwhile Ctrl-C (SIGINT) and SIGTERM close it
   * in order; a second one ends the process.
   */
  async run(): Promise<void> {
    await this.start();
    const uninstall = onInterrupt(() => void this.close());
    // A server of the program's own may not listen yet; nothing else may be left that keeps the process alive.
    const alive = setInterval(() => {}, 2 ** 30);
    try {
      await this.#ended;
    } finally {
      clearInterval(alive);
      uninstall();
    }
  }

  /**
   * Ends the application: browsers are sent away (they will try to come back), handlers of `onDisconnect` get
   * a moment to finish, ports are given back, sessions are destroyed. A second call waits for the first.
   */
  close(): Promise<void> {
    this.#closed ??= this.#shut();
    return this.#closed;
  }

  /** @internal Takes a connection that came by no port, as that of a page in memory; false when no more are taken. */
  accept(connection: ServerConnection): boolean {
    const release = this.#hub.reserve();
    if (release === null) return false;
    this.#hub.accept(connection, release);
    return true;
  }

  /** @internal Whether handlers of a session run, or wait for their turn. */
  isBusy(session: S): boolean {
    return this.#dispatcher.isBusy(session);
  }

  async #open(): Promise<void> {
    if (this.#serving.isAttached) return;
    await this.#serving.open(this.#pageServer());
    this.#host.logger.info(
      this.#settings.httpServer ? `The page is at ${this.url}` : `The WebSocket is at ${this.wsUrl}`,
    );
  }

  async #shut(): Promise<void> {
    // A start under way first gets its ports, so that they can be given back.
    await this.#started?.catch(() => {});
    this.#hub.close();
    await this.#serving.close();
    await this.#settled();
    this.#hub.destroyAll();
    this.#end();
  }

  /** Waits for the last handlers of `onDisconnect`, but not for ever. */
  async #settled(): Promise<void> {
    if (this.#leaving.size === 0) return;
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), this.#settings.limits.closeTime);
    await Promise.race([Promise.all(this.#leaving), once(patience.signal, "abort")]);
    clearTimeout(timer);
  }

  #left(session: S): void {
    const done = this.#tell("onDisconnect", this.#disconnectHandlers, session);
    this.#leaving.add(done);
    void done.then(() => this.#leaving.delete(done));
  }

  /** Runs handlers in the session's turn; one that fails is reported and the others still run. */
  async #tell(
    what: string,
    handlers: ReadonlySet<{ readonly handler: SessionHandler<S> }>,
    session: S,
  ): Promise<void> {
    const runs = [...handlers].map(async ({ handler }) => {
      try {
        await this.#dispatcher.run(session, () => handler(session));
      } catch (error) {
        this.#host.logger.error(
          `Session ${session.id}: a handler of ${what} failed: ${messageOf(error)}`,
          error,
        );
      }
    });
    await Promise.all(runs);
  }

  #address(call: string, of: "page" | "socket"): string {
    const address = this.#serving.address(of);
    if (address === null)
      throw new UsageError(`${call}: the port is not known before the application listens.`);
    return address;
  }

  #loadPage(): Page {
    this.#page ??= new Page(this.staticPath);
    return this.#page;
  }

  #pageServer(): PageServer | null {
    return this.#settings.httpServer ? new PageServer(this.#loadPage(), this.#favicon) : null;
  }

  #requireOpen(call: string): void {
    if (this.#closed !== null) throw new UsageError(`${call}: the application has been closed.`);
  }
}

function register<S>(
  handlers: Set<{ readonly handler: SessionHandler<S> }>,
  handler: SessionHandler<S>,
  call: string,
): () => void {
  if (typeof handler !== "function") throw new UsageError(`${call}: the handler is no function.`);
  const registration = { handler };
  handlers.add(registration);
  return () => void handlers.delete(registration);
}

function requireName(what: string, value: string | undefined): void {
  if (value === undefined) return;
  if (typeof value !== "string" || value === "" || value.length > NAME_LENGTH) {
    throw new UsageError(`createSession: the ${what} must be a text of 1 to ${NAME_LENGTH} characters.`);
  }
}
