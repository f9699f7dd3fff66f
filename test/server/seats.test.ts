/** Seats and the waiting room, timeouts of sessions, and when the program's handlers are told. */
import { describe, expect, test } from "vitest";
import { CloseCode } from "../../runtime/protocol/close-codes.js";
import { Browser, startApplication, until } from "./support.js";

async function waiting(url: string, answer: object = {}): Promise<Browser> {
  const browser = new Browser(url);
  await browser.greet(answer);
  return browser;
}

describe("waiting room", () => {
  test("who comes past maxSessions is told its place, and is let in by order as seats come free", async () => {
    const { app } = await startApplication({ maxSessions: 1 });
    const first = new Browser(app.wsUrl);
    await first.join();
    const second = await waiting(app.wsUrl);
    expect((await second.next("waiting")).position).toBe(1);
    const third = await waiting(app.wsUrl);
    expect((await third.next("waiting")).position).toBe(2);
    expect(app.sessions.size).toBe(1);
    await first.leave();
    await second.next("session-info");
    expect((await third.next("waiting")).position).toBe(1);
    await second.leave();
    await third.next("session-info");
  });

  test("who gives up leaves no trace, and those behind move up", async () => {
    const { app } = await startApplication({ maxSessions: 1 });
    let connects = 0;
    app.onConnect(() => connects++);
    const first = new Browser(app.wsUrl);
    await first.join();
    const second = await waiting(app.wsUrl);
    await second.next("waiting");
    const third = await waiting(app.wsUrl);
    await third.next("waiting");
    await second.leave();
    expect((await third.next("waiting")).position).toBe(1);
    await third.leave();
    await first.leave();
    await new Browser(app.wsUrl).join();
    expect(connects).toBe(2);
    expect(app.sessions.size).toBe(2);
  });

  test("a further browser of a seated session needs no seat", async () => {
    const { app } = await startApplication({ maxSessions: 1 });
    const credentials = await new Browser(app.wsUrl).join();
    const stranger = await waiting(app.wsUrl);
    await stranger.next("waiting");
    expect(await new Browser(app.wsUrl).join(credentials)).toEqual(credentials);
  });

  test("a seat is kept until the last browser has left", async () => {
    const { app } = await startApplication({ maxSessions: 1 });
    const first = new Browser(app.wsUrl);
    const credentials = await first.join();
    const twin = new Browser(app.wsUrl);
    await twin.join(credentials);
    const stranger = await waiting(app.wsUrl);
    await stranger.next("waiting");
    await first.leave();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stranger.types).toEqual([]);
    await twin.leave();
    await stranger.next("session-info");
  });

  test("several who wait for the same session come in together", async () => {
    const { app } = await startApplication({ maxSessions: 1 });
    const { id, token } = app.createSession();
    const first = new Browser(app.wsUrl);
    await first.join();
    const one = await waiting(app.wsUrl, { session_id: id, token });
    await one.next("waiting");
    const stranger = await waiting(app.wsUrl);
    await stranger.next("waiting");
    const two = await waiting(app.wsUrl, { session_id: id, token });
    await two.next("waiting");
    await first.leave();
    await one.next("session-info");
    await two.next("session-info");
    expect((await stranger.next("waiting")).position).toBe(1);
  });

  test("sessions without a browser take no seat, destroyed ones free theirs", async () => {
    const { app } = await startApplication({ maxSessions: 1 });
    app.createSession();
    app.createSession();
    const { session_id } = await new Browser(app.wsUrl).join();
    const next = await waiting(app.wsUrl);
    await next.next("waiting");
    app.sessions.get(session_id)?.destroy();
    await next.next("session-info");
  });

  test("a session that is destroyed while somebody waits for it becomes a fresh one", async () => {
    const { app } = await startApplication({ maxSessions: 1 });
    const session = app.createSession();
    const first = new Browser(app.wsUrl);
    await first.join();
    const late = await waiting(app.wsUrl, { session_id: session.id, token: session.token });
    await late.next("waiting");
    session.destroy();
    await first.leave();
    expect((await late.next("session-info")).session_id).not.toBe(session.id);
  });

  test("a full waiting room turns away with 4004; null is no limit", async () => {
    const { app } = await startApplication({ maxSessions: 1, limits: { waitingConnections: 1 } });
    await new Browser(app.wsUrl).join();
    await (await waiting(app.wsUrl)).next("waiting");
    expect((await (await waiting(app.wsUrl)).closed).code).toBe(CloseCode.waitingRoomFull);
    const open = await startApplication({ maxSessions: null });
    for (let i = 0; i < 5; i++) await new Browser(open.app.wsUrl).join();
    expect(open.app.sessions.size).toBe(5);
  });
});

describe("handlers", () => {
  test("onConnect for new sessions only, onDisconnect each time a browser leaves", async () => {
    const { app } = await startApplication();
    const told: string[] = [];
    app.onConnect((session) => told.push(`connect ${session.isConnected}`));
    const off = app.onDisconnect((session) => told.push(`disconnect ${session.isConnected}`));
    const first = new Browser(app.wsUrl);
    const credentials = await first.join();
    const second = new Browser(app.wsUrl);
    await second.join(credentials);
    await first.leave();
    await until(() => told.length === 2);
    await second.leave();
    await until(() => told.length === 3);
    expect(told).toEqual(["connect true", "disconnect true", "disconnect false"]);
    off();
    const third = new Browser(app.wsUrl);
    await third.join(credentials);
    await third.leave();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(told).toHaveLength(3);
  });

  test("a handler that throws is reported with its session and harms nothing", async () => {
    const { app, log } = await startApplication({ maxSessions: null });
    app.onConnect(() => {
      throw new Error("first");
    });
    app.onConnect(async () => {
      throw new Error("second");
    });
    let third = 0;
    app.onConnect(() => third++);
    const { session_id } = await new Browser(app.wsUrl).join();
    await until(() => third === 1);
    expect(log.lines).toEqual([
      `error Session ${session_id}: a handler of onConnect failed: first`,
      `error Session ${session_id}: a handler of onConnect failed: second`,
    ]);
    await new Browser(app.wsUrl).join();
  });

  test("per_session: a handler that never ends holds no other session; serialized: one at a time", async () => {
    for (const [concurrencyHandling, expected] of [
      ["per_session", 2],
      ["serialized", 1],
    ] as const) {
      const { app } = await startApplication({ maxSessions: null, concurrencyHandling });
      let begun = 0;
      app.onConnect(() => {
        begun++;
        return new Promise(() => {});
      });
      await new Browser(app.wsUrl).join();
      await new Browser(app.wsUrl).join();
      expect(begun).toBe(expected);
    }
  });
});

describe("sessionTimeout", () => {
  test("destroys a session some time after its last browser has left, unless one comes back", async () => {
    const { app } = await startApplication({ sessionTimeout: 0.5 });
    const headless = app.createSession();
    const browser = new Browser(app.wsUrl);
    const credentials = await browser.join();
    await browser.leave();
    const back = new Browser(app.wsUrl);
    await back.join(credentials);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(app.sessions.size).toBe(2);
    await back.leave();
    await until(() => app.sessions.size === 1);
    expect([...app.sessions.values()]).toEqual([headless]);
  });
});
