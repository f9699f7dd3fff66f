/** Start, attach, close: ports are taken and given back, and nothing is left behind. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server as SocketServer } from "node:net";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { CloseCode } from "../../runtime/protocol/close-codes.js";
import {
  afterTest,
  ask,
  Browser,
  builtPage,
  makeApplication,
  startApplication,
  until,
  upgradeStatus,
} from "./support.js";

function listening<T extends Server | SocketServer>(server: T): Promise<T> {
  afterTest(() => new Promise((resolve) => server.close(resolve)));
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

function portOf(server: Server | SocketServer): number {
  return (server.address() as AddressInfo).port;
}

describe("start", () => {
  test("a second start does nothing more; addresses are the real ones", async () => {
    const { app } = makeApplication();
    expect(() => app.url).toThrow("the port is not known before");
    const starting = app.start();
    expect(app.start()).toBe(starting);
    await starting;
    expect(app.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*\/$/);
    expect(app.wsUrl).toMatch(/^ws:\/\/127\.0\.0\.1:[1-9]\d*\/ws$/);
  });

  test("addresses with given ports are known before the start", () => {
    const { app } = makeApplication({ wsPort: 9500, httpPort: 9501, host: "0.0.0.0" });
    expect([app.url, app.wsUrl]).toEqual(["http://localhost:9501/", "ws://localhost:9500/ws"]);
  });

  test("a port in use is an error that names the option; it can be tried again, and nothing stays open", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
    const taken = portOf(blocker);
    const { app } = makeApplication({ httpPort: taken });
    await expect(app.start()).rejects.toThrow(`port ${taken} of 127.0.0.1 is in use`);
    await expect(app.start()).rejects.toThrow("`httpPort`");
    expect(() => app.wsUrl).toThrow("not known");
    await new Promise((resolve) => blocker.close(resolve));
    await app.start();
    expect((await ask(app.url)).status).toBe(200);
    const second = makeApplication({ wsPort: Number(new URL(app.wsUrl).port) });
    await expect(second.app.start()).rejects.toThrow("`wsPort`");
  });

  test("a host that is none of this machine is an error that names the option", async () => {
    const { app } = makeApplication({ host: "192.0.2.1" });
    await expect(app.start()).rejects.toThrow("`host`");
  });

  test("one port serves both", async () => {
    const { app } = await startApplication({ wsPort: null });
    expect(new URL(app.wsUrl).port).toBe(new URL(app.url).port);
    await new Browser(app.wsUrl).join();
  });
});

describe("attach", () => {
  test("the program's own server goes on answering what is its own", async () => {
    const server = await listening(
      createServer((request, response) => {
        response.end(`own ${request.url}`);
      }),
    );
    const own = new WebSocketServer({ noServer: true });
    server.on("upgrade", (request, socket, head) => {
      if (request.url === "/own") own.handleUpgrade(request, socket, head, (ws) => ws.close());
    });
    const { app } = makeApplication({ path: "/plan/" });
    app.attach(server);
    await app.start();
    const base = `http://127.0.0.1:${portOf(server)}`;
    expect(app.url).toBe(`${base}/plan/`);
    expect((await ask(app.url)).body.toString()).toContain('content=""');
    expect((await ask(app.url, { path: "/plan/other" })).body.toString()).toBe("own /plan/other");
    expect((await ask(base, { path: "/" })).body.toString()).toBe("own /");
    expect(await upgradeStatus(`ws://127.0.0.1:${portOf(server)}/own`)).toBe(101);
    const browser = new Browser(app.wsUrl, { Origin: base });
    await browser.join();
    expect(await upgradeStatus(app.wsUrl, { Origin: "http://127.0.0.1:1" })).toBe(403);
    await app.close();
    expect((await browser.closed).code).toBe(CloseCode.goingAway);
    expect((await ask(app.url)).body.toString()).toBe("own /plan/");
  });

  test("a server that answers nothing itself, and listens only later", async () => {
    const server = createServer();
    const { app } = makeApplication();
    app.attach(server);
    expect(() => app.url).toThrow("not known");
    await listening(server);
    await new Browser(app.wsUrl).join();
    expect((await ask(app.url, { path: "/nothing" })).status).toBe(404);
    expect(await upgradeStatus(app.wsUrl.replace("/ws", "/other"))).toBe(404);
  });

  test("a bare listening socket", async () => {
    const server = await listening(createSocketServer());
    const { app } = makeApplication();
    app.attach(server);
    expect((await ask(app.url)).status).toBe(200);
    const browser = new Browser(app.wsUrl);
    await browser.join();
    await app.close();
    expect((await browser.closed).code).toBe(CloseCode.goingAway);
  });

  test("only once, and not after the start", async () => {
    const { app } = await startApplication();
    expect(() => app.attach(createServer())).toThrow("has been started");
    const other = makeApplication().app;
    other.attach(createServer());
    expect(() => other.attach(createServer())).toThrow("already");
  });
});

describe("close", () => {
  test("sends browsers away with 1001, waits for onDisconnect, ends sessions and gives the ports back", async () => {
    const { app } = await startApplication({ maxSessions: 1, sessionTimeout: 60 });
    const { port } = new URL(app.url);
    let left = 0;
    app.onDisconnect(async (session) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (!session.isDestroyed) left++;
    });
    const joined = new Browser(app.wsUrl);
    await joined.join();
    const waiting = new Browser(app.wsUrl);
    await waiting.greet();
    await waiting.next("waiting");
    const silent = new Browser(app.wsUrl);
    await silent.next("init");
    const closing = app.close();
    expect(app.close()).toBe(closing);
    await closing;
    for (const browser of [joined, waiting, silent])
      expect((await browser.closed).code).toBe(CloseCode.goingAway);
    expect([left, app.sessions.size]).toEqual([1, 0]);
    const next = makeApplication({ httpPort: Number(port) });
    await next.app.start();
    await expect(app.start()).rejects.toThrow("has been closed");
    expect(() => app.createSession()).toThrow("closed");
  });

  test("a browser that does not take part in closing, or a handler that never ends, is not waited for", async () => {
    const { app } = await startApplication({ limits: { closeTime: 50 } });
    app.onDisconnect(() => new Promise(() => {}));
    const browser = new Browser(app.wsUrl);
    await browser.join();
    browser.socket.pause();
    await app.close();
    expect(app.sessions.size).toBe(0);
  });

  test("before, during and without a start", async () => {
    await makeApplication().app.close();
    const { app } = makeApplication();
    const starting = app.start();
    const closing = app.close();
    await starting;
    await closing;
    const attached = makeApplication().app;
    attached.attach(createServer());
    await attached.close();
  });
});

describe("heartbeat", () => {
  test("a browser that has gone without a word is noticed", async () => {
    const { app } = await startApplication({ limits: { heartbeatTime: 30 } });
    const browser = new Browser(app.wsUrl);
    const { session_id } = await browser.join();
    const session = app.sessions.get(session_id);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(session?.isConnected).toBe(true);
    browser.socket.pause();
    await until(() => session?.isConnected === false);
  });
});

describe("run", () => {
  interface Program {
    readonly child: ChildProcess;
    readonly lines: string[];
    readonly wsUrl: string;
    readonly ended: Promise<number | string | null>;
  }

  async function run(ending: string): Promise<Program> {
    const program = new URL("programs/run.ts", import.meta.url).pathname;
    const child = spawn(process.execPath, ["--import", "tsx", program, ending, builtPage()], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    afterTest(() => child.kill("SIGKILL"));
    const ended = once(child, "close").then(([code, signal]) => code ?? signal);
    const lines: string[] = [];
    if (child.stdout === null) throw new Error("no output");
    const reader = createInterface(child.stdout).on("line", (line) => lines.push(line));
    await once(reader, "line");
    const { wsUrl } = JSON.parse(lines.shift() ?? "") as { wsUrl: string };
    return { child, lines, wsUrl, ended };
  }

  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s closes in order, and the process ends by itself",
    async (signal) => {
      const { child, lines, wsUrl, ended } = await run("wait");
      const browser = new Browser(wsUrl);
      await browser.join();
      child.kill(signal);
      expect((await browser.closed).code).toBe(CloseCode.goingAway);
      expect(await ended).toBe(0);
      expect(lines).toEqual(["left", "closed with 0 sessions, 0 handlers of SIGINT"]);
    },
  );

  test("close() by the program ends run() and leaves nothing that keeps the process alive", async () => {
    const { lines, wsUrl, ended } = await run("close");
    await new Browser(wsUrl).join();
    expect(await ended).toBe(0);
    expect(lines).toEqual(["left", "closed with 0 sessions, 0 handlers of SIGINT"]);
  });

  test("a second Ctrl-C ends the process at once", async () => {
    const { child, wsUrl, ended } = await run("hang");
    const browser = new Browser(wsUrl);
    await browser.join();
    child.kill("SIGINT");
    await browser.closed;
    child.kill("SIGINT");
    expect(await ended).toBe(130);
  });
});
