/**
 * What the tests of the server share: an application with a small built page, and browsers that are bare sockets.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach } from "vitest";
import { WebSocket } from "ws";
import { ApplicationBase } from "../../runtime/server/application.js";
import type { ApplicationOptions } from "../../runtime/server/options.js";
import type { Logger } from "../../runtime/session/connection.js";
import { SessionCore, type SessionInit } from "../../runtime/session/session.js";

export const SCRIPT = `console.log(${JSON.stringify("page ".repeat(400))});\n`;

export class TestApplication extends ApplicationBase<SessionCore> {
  protected makeSession(init: SessionInit): SessionCore {
    return new SessionCore(init);
  }
}

type Cleanup = () => unknown;
const cleanups: Cleanup[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export function afterTest(cleanup: Cleanup): void {
  cleanups.push(cleanup);
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "pgwidgets-"));
  afterTest(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A built page such as the build makes, with compressed forms. */
export function builtPage(): string {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, "index.html"),
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
      '<script type="module" src="app-0123abcd.js"></script>' +
      '<meta name="pgwidgets-ws" content=""><link rel="stylesheet" href="./app-0123abcd.css">' +
      "</head><body></body></html>",
  );
  writeFileSync(join(folder, "app-0123abcd.js"), SCRIPT);
  writeFileSync(join(folder, "app-0123abcd.js.br"), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder, "app-0123abcd.js.gz"), gzipSync(SCRIPT));
  writeFileSync(join(folder, "app-0123abcd.css"), "body { margin: 0 }\n");
  writeFileSync(join(folder, "LICENSES.txt"), "All of them.\n");
  mkdirSync(join(folder, "icons"));
  writeFileSync(join(folder, "icons", "x.svg"), "<svg/>");
  return folder;
}

/** A logger that keeps what it is told. */
export class Log implements Logger {
  readonly lines: string[] = [];
  debug(): void {}
  info(): void {}
  warn(message: string): void {
    this.lines.push(`warn ${message}`);
  }
  error(message: string): void {
    this.lines.push(`error ${message}`);
  }
}

export interface Running {
  readonly app: TestApplication;
  readonly log: Log;
}

/** An application on free ports, not started; closed after the test. */
export function makeApplication(options: ApplicationOptions = {}): Running {
  const log = new Log();
  const app = new TestApplication({
    wsPort: 0,
    httpPort: 0,
    staticPath: builtPage(),
    logger: log,
    ...options,
  });
  afterTest(() => app.close());
  return { app, log };
}

export async function startApplication(options: ApplicationOptions = {}): Promise<Running> {
  const running = makeApplication(options);
  await running.app.start();
  return running;
}

export interface Message {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A browser that says only what a test makes it say. */
export class Browser {
  readonly socket: WebSocket;
  readonly #messages: Message[] = [];
  readonly #seekers = new Set<() => void>();
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.socket = new WebSocket(url, { headers });
    this.socket.on("error", () => {});
    this.closed = new Promise((resolve) => {
      this.socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    this.socket.on("message", (data) => {
      const frame: unknown = JSON.parse(data.toString());
      this.#messages.push(...((Array.isArray(frame) ? frame : [frame]) as Message[]));
      for (const seeker of this.#seekers) seeker();
    });
    afterTest(() => this.socket.terminate());
  }

  /** The next message of a type that was not taken yet. */
  async next(type: string): Promise<Message> {
    for (;;) {
      const index = this.#messages.findIndex((message) => message.type === type);
      if (index >= 0) return this.#messages.splice(0, index + 1).at(-1) as Message;
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`No message "${type}" came.`)), 5000);
        const seeker = (): void => {
          clearTimeout(timer);
          this.#seekers.delete(seeker);
          resolve();
        };
        this.#seekers.add(seeker);
      });
    }
  }

  /** Types of the messages that came and were not taken. */
  get types(): readonly string[] {
    return this.#messages.map((message) => message.type);
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Answers `init`. */
  async greet(answer: object = {}): Promise<void> {
    const { id } = await this.next("init");
    this.say({ type: "result", id, ...answer });
  }

  /** Answers `init` and joins a session. */
  async join(answer: object = {}): Promise<{ readonly session_id: string; readonly token: string }> {
    await this.greet(answer);
    const { session_id, token } = await this.next("session-info");
    return { session_id: String(session_id), token: String(token) };
  }

  async leave(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}

/** The status with which an upgrade was refused, or 101. */
export function upgradeStatus(url: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers });
    socket.on("unexpected-response", (_, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on("open", () => {
      resolve(101);
      socket.terminate();
    });
    socket.on("error", reject);
  });
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A request whose path and headers are sent exactly as they are given. */
export function ask(
  url: string,
  {
    path,
    method = "GET",
    headers = {},
  }: { path?: string; method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { hostname, port, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    const options = {
      hostname: hostname.replace(/^\[|\]$/g, ""),
      port,
      path: path ?? pathname,
      method,
      headers,
    };
    const request = httpRequest({ ...options, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on("error", reject);
    request.end();
  });
}

/** Waits until something holds, at most five seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 5000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error("It did not come to hold.");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
