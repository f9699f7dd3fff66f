/** How a browser gets to its session: greeting, credentials, fresh sessions, and what is refused on the way. */
import { describe, expect, test } from "vitest";
import { CloseCode } from "../../runtime/protocol/close-codes.js";
import { Browser, startApplication, until } from "./support.js";

describe("greeting", () => {
  test("a newcomer gets init first, then a session with random credentials", async () => {
    const { app } = await startApplication();
    const browser = new Browser(app.wsUrl);
    const init = await browser.next("init");
    expect(init).toEqual({ type: "init", id: 1 });
    browser.say({ type: "result", id: 1 });
    const { session_id, token } = await browser.next("session-info");
    expect(session_id).toMatch(/^[\w-]{22}$/);
    expect(token).toMatch(/^[\w-]{43}$/);
    await browser.next("reconstruct-end");
    expect([...app.sessions.keys()]).toEqual([session_id]);
  });

  test("the older name of the answer, and an answer inside a list, are understood", async () => {
    const { app } = await startApplication({ maxSessions: null });
    const older = new Browser(app.wsUrl);
    await older.next("init");
    older.say({ type: "ack", id: 1, session_id: null, token: null });
    await older.next("session-info");
    const listed = new Browser(app.wsUrl);
    await listed.next("init");
    listed.say([{ type: "result", id: 1 }]);
    await listed.next("session-info");
  });

  test("who says its features in the address is not asked, and may have to wait like others", async () => {
    const { app } = await startApplication({ maxSessions: 1 });
    const browser = new Browser(`${app.wsUrl}?features=input,text`);
    expect(await browser.next("init")).toEqual({ type: "init", id: 1, greeted: true });
    const { session_id } = await browser.next("session-info");
    await browser.next("reconstruct-end");
    const session = app.sessions.get(String(session_id));
    expect([...(session?.connections[0]?.features ?? [])]).toEqual(["input", "text"]);
    const second = new Browser(`${app.wsUrl}?features=`);
    expect(await second.next("waiting")).toEqual({ type: "waiting", position: 1 });
    session?.destroy();
    await second.next("session-info");
  });

  test("a key to a session in the address leads nowhere", async () => {
    const { app } = await startApplication({ maxSessions: null });
    const { session_id, token } = await new Browser(app.wsUrl).join();
    const other = new Browser(`${app.wsUrl}?features=input&session_id=${session_id}&token=${token}`);
    expect((await other.next("session-info")).session_id).not.toBe(session_id);
  });

  test("features reach the session", async () => {
    const { app } = await startApplication();
    const browser = new Browser(app.wsUrl);
    const { session_id } = await browser.join({ features: ["input", 5] });
    expect([...(app.sessions.get(session_id)?.connections[0]?.features ?? [])]).toEqual(["input"]);
  });

  test.each([
    ["another message", JSON.stringify({ type: "callback", wid: 1, action: "activated", args: [] })],
    ["another id", JSON.stringify({ type: "result", id: 2 })],
    ["no JSON", "hello"],
    ["null", "null"],
    ["an error", JSON.stringify({ type: "error", id: 1, error: "no" })],
  ])("%s in place of the answer closes with 4002 and makes no session", async (_, frame) => {
    const { app } = await startApplication();
    const browser = new Browser(app.wsUrl);
    await browser.next("init");
    browser.socket.send(frame);
    expect((await browser.closed).code).toBe(CloseCode.protocolViolated);
    expect(app.sessions.size).toBe(0);
  });

  test("a binary frame before a session is joined closes with 4002", async () => {
    const { app } = await startApplication();
    const browser = new Browser(app.wsUrl);
    await browser.next("init");
    browser.socket.send(Buffer.from([1, 2, 3]));
    expect((await browser.closed).code).toBe(CloseCode.protocolViolated);
  });

  test("who does not answer in time is closed with 1008 and frees its place", async () => {
    const { app } = await startApplication({ limits: { handshakeTime: 30, pendingHandshakes: 1 } });
    expect((await new Browser(app.wsUrl).closed).code).toBe(CloseCode.tooLate);
    await new Browser(app.wsUrl).join();
  });

  test("a stranger's bytes are bounded before a session is joined, a browser's are not", async () => {
    const { app } = await startApplication({ limits: { handshakeBytes: 2000 } });
    const stranger = new Browser(app.wsUrl);
    await stranger.next("init");
    stranger.socket.send("x".repeat(100_000));
    await stranger.closed;
    expect(app.sessions.size).toBe(0);
    const browser = new Browser(app.wsUrl);
    await browser.join();
    browser.say({ type: "viewport", width: 800, height: 600, rest: "x".repeat(100_000) });
    browser.socket.send("no JSON");
    await browser.next("error");
  });
});

describe("credentials", () => {
  test("id and token lead back to the same session, several browsers at once", async () => {
    const { app } = await startApplication();
    const first = new Browser(app.wsUrl);
    const credentials = await first.join();
    const second = new Browser(app.wsUrl);
    expect(await second.join(credentials)).toEqual(credentials);
    expect(app.sessions.get(credentials.session_id)?.connections).toHaveLength(2);
    await first.leave();
    await second.leave();
    expect(await new Browser(app.wsUrl).join(credentials)).toEqual(credentials);
    expect(app.sessions.size).toBe(1);
  });

  test.each([
    ["a wrong token", "x".repeat(43)],
    ["no token", undefined],
    ["an empty token", ""],
  ])("%s for a known session closes with 4001; the others go on", async (_, token) => {
    const { app } = await startApplication();
    const owner = new Browser(app.wsUrl);
    const { session_id } = await owner.join();
    const thief = new Browser(app.wsUrl);
    await thief.greet({ session_id, token });
    expect((await thief.closed).code).toBe(CloseCode.wrongToken);
    expect(thief.types).toEqual([]);
    expect(app.sessions.get(session_id)?.connections).toHaveLength(1);
    owner.socket.send("no JSON");
    await owner.next("error");
  });

  test("an unknown session gives a fresh id and a fresh token, never those that were brought", async () => {
    const { app } = await startApplication();
    const fresh = await new Browser(app.wsUrl).join({ session_id: "mine", token: "chosen" });
    expect(fresh.session_id).not.toBe("mine");
    expect(fresh.token).not.toBe("chosen");
    expect(app.sessions.has("mine")).toBe(false);
  });

  test("a session of the program is joined by its link, without onConnect", async () => {
    const { app } = await startApplication();
    const session = app.createSession("plan", "a token that nobody can guess");
    let connects = 0;
    app.onConnect(() => connects++);
    const link = new URL(app.urlFor(session));
    const credentials = new URLSearchParams(link.hash.slice(1));
    expect(link.search).toBe("");
    const joined = await new Browser(app.wsUrl).join({
      session_id: credentials.get("session"),
      token: credentials.get("token"),
    });
    expect(joined).toEqual({ session_id: "plan", token: session.token });
    expect(connects).toBe(0);
  });

  test("a taken id and an unfit token are errors that change nothing", async () => {
    const { app } = await startApplication();
    app.createSession("plan");
    expect(() => app.createSession("plan")).toThrow('createSession: there is a session "plan" already.');
    expect(() => app.createSession("other", "")).toThrow("the token must be a text of 1 to 256 characters");
    expect([...app.sessions.keys()]).toEqual(["plan"]);
  });

  test("a short token of the program's own is remarked on", async () => {
    const { app, log } = await startApplication();
    app.createSession("plan", "secret");
    expect(log.lines).toEqual([expect.stringContaining("a token of 6 characters can be guessed")]);
  });

  test("a destroyed session closes its browsers with 4000, is forgotten, and its link leads to a fresh one", async () => {
    const { app } = await startApplication();
    const browser = new Browser(app.wsUrl);
    const credentials = await browser.join();
    app.sessions.get(credentials.session_id)?.destroy();
    expect(app.sessions.size).toBe(0);
    expect((await browser.closed).code).toBe(CloseCode.sessionEnded);
    expect((await new Browser(app.wsUrl).join(credentials)).session_id).not.toBe(credentials.session_id);
  });
});

describe("bad frames after the handshake", () => {
  test("what is no JSON is answered, and closes with 4002 when it goes on; session and others stay", async () => {
    const { app } = await startApplication({ limits: { protocolErrors: 3 } });
    const good = new Browser(app.wsUrl);
    const credentials = await good.join();
    const bad = new Browser(app.wsUrl);
    await bad.join(credentials);
    for (let i = 0; i < 3; i++) {
      bad.socket.send("{");
      expect(await bad.next("error")).toEqual({ type: "error", error: "The frame is not JSON." });
    }
    bad.socket.send("{");
    expect((await bad.closed).code).toBe(CloseCode.protocolViolated);
    good.socket.send("?");
    await good.next("error");
    await until(() => app.sessions.get(credentials.session_id)?.connections.length === 1);
  });

  test("nesting and number of values are bounded", async () => {
    const { app } = await startApplication({ limits: { jsonDepth: 5, jsonElements: 100 } });
    const browser = new Browser(app.wsUrl);
    await browser.join();
    browser.socket.send("[".repeat(6) + "]".repeat(6));
    expect((await browser.next("error")).error).toContain("deeper than 5");
    browser.socket.send(`[${"1,".repeat(200)}1]`);
    expect((await browser.next("error")).error).toContain("more than 100");
  });

  test("a message that is too large closes with 1009; the session goes on", async () => {
    const { app } = await startApplication({ limits: { messageBytes: 10_000 } });
    const browser = new Browser(app.wsUrl);
    const credentials = await browser.join();
    browser.socket.send("x".repeat(20_000));
    expect((await browser.closed).code).toBe(CloseCode.tooBig);
    expect(await new Browser(app.wsUrl).join(credentials)).toEqual(credentials);
  });
});
