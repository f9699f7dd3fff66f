/** Host and Origin, exactly; the program's own hook; the number of connections. */
import { hostname, networkInterfaces } from "node:os";
import { describe, expect, test } from "vitest";
import { CloseCode } from "../../runtime/protocol/close-codes.js";
import { ownHosts } from "../../runtime/server/addresses.js";
import { checkHost, checkOrigin, readAllowedOrigins } from "../../runtime/server/admission.js";
import { randomId, randomToken, sameToken } from "../../runtime/server/credentials.js";
import { ask, Browser, startApplication, until, upgradeStatus } from "./support.js";

const rules = {
  hosts: ownHosts("127.0.0.1"),
  ports: new Set([9500, 9501]),
  allowed: readAllowedOrigins(["https://example.com", "http://app.test:8080"]),
};

describe("Host", () => {
  test.each(["localhost:9501", "LOCALHOST:9501", "127.0.0.1:9501", "[::1]:9501"])(
    "%s is this machine",
    (host) => {
      expect(checkHost(host, 9501, false, rules)?.own).toBe(true);
    },
  );
  test.each(["example.com", "example.com:443", "app.test:8080"])("%s is allowed by its origin", (host) => {
    expect(checkHost(host, 9501, false, rules)?.own).toBe(false);
  });
  test.each([
    undefined,
    "",
    "localhost",
    "localhost:9500",
    "evil.test:9501",
    "localhost.evil.test:9501",
    "localhost:9501.evil.test",
    "evil.test@localhost:9501",
    "127.0.0.1:9501, evil.test",
    "example.com:8443",
    "app.test",
    "127.0.0.2:9501",
    "localhost.:9501",
  ])("%s is refused", (host) => {
    expect(checkHost(host, 9501, false, rules)).toBeNull();
  });
  test("a port may be left out only where it is the default one", () => {
    expect(checkHost("localhost", 80, false, rules)).not.toBeNull();
    expect(checkHost("localhost", 443, true, rules)).not.toBeNull();
    expect(checkHost("localhost", 443, false, rules)).toBeNull();
  });
  test("on every network the machine answers for its own name and addresses, and for no other", () => {
    const hosts = ownHosts("0.0.0.0");
    const [address] = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    expect(hosts.has(hostname().toLowerCase())).toBe(true);
    if (address?.family === "IPv4") expect(hosts.has(address.address)).toBe(true);
    expect(hosts.has("evil.test")).toBe(false);
  });
});

describe("Origin", () => {
  test.each([
    undefined,
    "http://localhost:9501",
    "http://127.0.0.1:9500",
    "https://[::1]:9501",
    "https://example.com",
    "http://app.test:8080",
  ])("%s may call", (origin) => {
    expect(checkOrigin(origin, rules)).toBe(true);
  });
  test.each([
    "null",
    "",
    "http://localhost",
    "http://localhost:8080",
    "http://evil.test:9501",
    "http://example.com",
    "https://example.com.evil.test",
    "https://sub.example.com",
    "ftp://localhost:9501",
    "http://localhost:9501/",
    "http://localhost:9501, http://evil.test",
  ])("%s may not", (origin) => {
    expect(checkOrigin(origin, rules)).toBe(false);
  });
  test.each(["*", "example.com", "https://example.com/app", "ws://example.com", "null"])(
    "allowedOrigins refuses %s, which is no origin",
    (entry) => {
      expect(() => readAllowedOrigins([entry])).toThrow(`allowedOrigins: "${entry}" is not an origin`);
    },
  );
});

describe("tokens", () => {
  test("are random and compared as a whole", () => {
    expect(randomId()).not.toBe(randomId());
    const token = randomToken();
    expect(sameToken(token, token)).toBe(true);
    expect(sameToken(token.slice(1), token)).toBe(false);
    expect(sameToken("", token)).toBe(false);
  });
});

describe("at the door", () => {
  test("a page of another site cannot open a WebSocket, a program and our page can", async () => {
    const { app } = await startApplication({ maxSessions: null, allowedOrigins: ["https://portal.test"] });
    expect(await upgradeStatus(app.wsUrl, { Origin: "https://evil.test" })).toBe(403);
    expect(await upgradeStatus(app.wsUrl, { Origin: "null" })).toBe(403);
    expect(await upgradeStatus(app.wsUrl)).toBe(101);
    expect(await upgradeStatus(app.wsUrl, { Origin: new URL(app.url).origin })).toBe(101);
    expect(await upgradeStatus(app.wsUrl, { Origin: "https://portal.test" })).toBe(101);
    expect(await upgradeStatus(app.wsUrl, { Host: "portal.test" })).toBe(101);
  });

  test("a foreign name for this machine gets neither page nor WebSocket", async () => {
    const { app } = await startApplication();
    const { port } = new URL(app.url);
    const answer = await ask(app.url, { headers: { Host: `evil.test:${port}` } });
    expect(answer.status).toBe(421);
    expect(answer.body.toString()).toContain("allowedOrigins");
    expect(await upgradeStatus(app.wsUrl, { Host: `evil.test:${new URL(app.wsUrl).port}` })).toBe(421);
    expect((await ask(app.url, { headers: { Origin: "https://evil.test" } })).status).toBe(403);
  });

  test("a WebSocket elsewhere than at its path is answered with 404", async () => {
    const { app } = await startApplication();
    expect(await upgradeStatus(new URL("other", app.wsUrl).href)).toBe(404);
    // Pages of the older kind ask for the port itself.
    expect(await upgradeStatus(new URL("/", app.wsUrl).href)).toBe(101);
    // The port of the page takes them too, at its path only.
    expect(await upgradeStatus(app.url.replace("http", "ws"))).toBe(404);
    expect(await upgradeStatus(`${app.url.replace("http", "ws")}ws`)).toBe(101);
  });

  test("authenticate decides about the page and the WebSocket", async () => {
    const { app, log } = await startApplication({
      authenticate: async ({ headers }) => {
        if (headers.cookie === "crash") throw new Error("no database");
        if (headers.cookie === "user") return true;
        return headers.cookie === undefined
          ? { status: 401, headers: { "WWW-Authenticate": "Basic" }, text: "Who are you?" }
          : false;
      },
    });
    const stranger = await ask(app.url);
    expect([stranger.status, stranger.headers["www-authenticate"], stranger.body.toString()]).toEqual([
      401,
      "Basic",
      "Who are you?\n",
    ]);
    expect((await ask(app.url, { headers: { Cookie: "other" } })).status).toBe(403);
    expect((await ask(app.url, { headers: { Cookie: "user" } })).status).toBe(200);
    expect((await ask(app.url, { headers: { Cookie: "crash" } })).status).toBe(500);
    expect(log.lines).toEqual([expect.stringContaining("authenticate failed")]);
    expect(await new Browser(app.wsUrl).closed).toEqual({
      code: CloseCode.notAdmitted,
      reason: "Who are you?",
    });
    await new Browser(app.wsUrl, { Cookie: "user" }).join();
    expect(app.sessions.size).toBe(1);
  });

  test("an authenticate that does not end refuses", async () => {
    const { app } = await startApplication({
      authenticate: () => new Promise(() => {}),
      limits: { handshakeTime: 20 },
    });
    expect((await ask(app.url)).status).toBe(500);
    expect((await new Browser(app.wsUrl).closed).code).toBe(CloseCode.notAdmitted);
  });

  test("past the limits of handshakes and connections an upgrade is answered with 503", async () => {
    const { app } = await startApplication({
      maxSessions: null,
      limits: { pendingHandshakes: 2, connections: 3 },
    });
    const first = new Browser(app.wsUrl);
    const second = new Browser(app.wsUrl);
    await first.next("init");
    await second.next("init");
    expect(await upgradeStatus(app.wsUrl)).toBe(503);
    first.say({ type: "result", id: 1 });
    await first.next("session-info");
    const third = new Browser(app.wsUrl);
    await third.next("init");
    second.say({ type: "result", id: 1 });
    await second.next("session-info");
    expect(await upgradeStatus(app.wsUrl)).toBe(503);
    await first.leave();
    await until(async () => (await upgradeStatus(app.wsUrl)) === 101);
  });
});
