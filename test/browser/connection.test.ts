import { describe, expect, test } from "vitest";
import { pauseBefore } from "../../browser/retry.js";
import { call, create, listen, ref, replayOf } from "./fake-server.js";
import { gone } from "./gone.js";
import { type Opened, useBrowser } from "./harness.js";

const open = useBrowser();

const shown = [
  create(1, "TopLevel", { title: "T" }),
  create(2, "Button", "One"),
  call(1, "set_widget", ref(2)),
  ...listen(2, "activated"),
  call(1, "show"),
];

/** All that the page names; the digest of its definitions changes with them. */
const features = [
  "input",
  "tracking",
  "text",
  "look",
  "rows",
  expect.stringMatching(/^definitions:[0-9a-z]+$/),
];

const introductions = (received: readonly { readonly [field: string]: unknown }[]) =>
  received.filter((message) => message.id === 0);

describe("who we are", () => {
  test("a new page brings nothing; a reload brings what it was given", async () => {
    const { page, server, widget } = await open(shown);
    await widget(2).waitFor();
    expect(introductions(server.received)).toEqual([{ type: "result", id: 0, features }]);
    await expect.poll(() => server.received[1]).toEqual({ type: "viewport", width: 1000, height: 700 });
    await page.reload();
    await widget(2).waitFor();
    expect(introductions(server.received)[1]).toMatchObject({ session_id: "s1", token: "token of s1" });
    expect(new URL(page.url()).hash).toBe("");
    expect(server.addresses).toEqual([expect.stringMatching(/^\/ws\?features=input%2C[^&]+$/), "/ws"]);
  });

  test.each([
    ["at once", false],
    ["when all scripts are there", true],
  ])("a server that has read who is new is not told again: it says so %s", async (_when, isLate) => {
    const { page, server, widget } = await open(shown);
    await widget(2).waitFor();
    server.readsAhead = true;
    await page.evaluate(() => sessionStorage.clear());
    let speak = () => {};
    if (isLate) {
      server.silence = new Promise((resolve) => {
        speak = () => resolve(null);
      });
    }
    await page.reload();
    await page.locator(".pgw-desk").waitFor({ state: "attached" });
    speak();
    await widget(2).click();
    await expect.poll(() => server.callbacks("activated")).toHaveLength(1);
    expect(introductions(server.received)).toHaveLength(1);
  });

  test("the fragment comes first and stays; one of another session goes", async () => {
    const { page, server, widget } = await open(shown, { hash: "#session=s1&token=right&more=1" });
    await widget(2).waitFor();
    expect(introductions(server.received)[0]).toMatchObject({ session_id: "s1", token: "right" });
    expect(new URL(page.url()).hash).toBe("#session=s1&token=right&more=1");
    server.greeting = () => replayOf(shown, "fresh");
    await page.reload();
    await expect.poll(() => new URL(page.url()).hash).toBe("#more=1");
    await page.reload();
    await expect.poll(() => introductions(server.received)[2]?.session_id).toBe("fresh");
  });

  test("a key in the query moves into the fragment", async () => {
    const { page, server, widget } = await open(shown, { hash: "?session=s1&token=right" });
    await widget(2).waitFor();
    expect(introductions(server.received)[0]).toMatchObject({ session_id: "s1", token: "right" });
    expect(new URL(page.url()).search).toBe("");
    expect(new URL(page.url()).hash).toContain("session=s1");
  });

  test("the size of the page is told when it changes", async () => {
    const { page, server, widget } = await open(shown);
    await widget(2).waitFor();
    await page.setViewportSize({ width: 500, height: 400 });
    await expect.poll(() => server.received.at(-1)).toEqual({ type: "viewport", width: 500, height: 400 });
  });
});

describe("a page that still loads", () => {
  /** Loads a page anew, whose script comes only when the result is called. */
  async function reloadSlowly({ page, server }: Opened): Promise<() => void> {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route("**/part-*.js", async (route) => {
      await held;
      await route.continue();
    });
    server.received.length = 0;
    const requested = page.waitForRequest("**/part-*.js");
    await page.evaluate(() => location.reload());
    await requested;
    return letGo;
  }

  test("says who it is, and shows in order what has come meanwhile", async () => {
    const opened = await open(shown);
    const { server, widget } = opened;
    await widget(2).waitFor();
    const letGo = await reloadSlowly(opened);
    await expect
      .poll(() => introductions(server.received))
      .toEqual([{ type: "result", id: 0, session_id: "s1", token: "token of s1", features }]);
    server.send(call(2, "set_text", "Two"));
    server.send(call(2, "set_text", "Three"));
    expect(await widget(2).count()).toBe(0);
    letGo();
    await widget(2).click();
    expect(await widget(2).textContent()).toBe("Three");
    await expect.poll(() => server.callbacks("activated")).toEqual([[]]);
    expect(introductions(server.received).length).toBe(1);
  });

  test("tries again when its connection breaks before it is there", async () => {
    const opened = await open(shown);
    const { server, widget } = opened;
    await widget(2).waitFor();
    const letGo = await reloadSlowly(opened);
    await expect.poll(() => introductions(server.received).length).toBe(1);
    for (const socket of server.sockets) socket.terminate();
    letGo();
    await widget(2).click();
    await expect.poll(() => server.callbacks("activated")).toEqual([[]]);
    expect(introductions(server.received).length).toBe(2);
  });

  test("leaves it to classes of a program what it says of its definitions", async () => {
    const opened = await open(shown);
    const { server, widget } = opened;
    server.alter = (html) => html.replace("<script>", "<script data-own>");
    const letGo = await reloadSlowly(opened);
    await expect.poll(() => server.sockets.size).toBe(1);
    expect(introductions(server.received)).toEqual([]);
    letGo();
    await widget(2).waitFor();
    expect(introductions(server.received).length).toBe(1);
  });

  test("connects later where a foreign server's policy keeps its first script from running", async () => {
    const opened = await open(shown);
    const { server, widget, takeFaults } = opened;
    await widget(2).waitFor();
    server.letsInline = false;
    const letGo = await reloadSlowly(opened);
    expect(introductions(server.received)).toEqual([]);
    letGo();
    await widget(2).waitFor();
    expect(introductions(server.received).length).toBe(1);
    expect(takeFaults()).toEqual([expect.stringContaining("Content Security Policy")]);
  });
});

describe("a connection that breaks", () => {
  test("is tried again; meanwhile the interface stays in view, out of reach", async () => {
    const { page, server, widget } = await open(shown);
    await widget(2).focus();
    server.hold = true;
    for (const socket of server.sockets) socket.terminate();
    const banner = page.locator(".pgw-status-banner");
    await banner.waitFor();
    expect(await banner.textContent()).toContain("Connection lost. Trying again");
    expect(await widget(2).isVisible()).toBe(true);
    expect(await page.locator(".pgw-desk").getAttribute("inert")).toBe("");
    server.hold = false;
    await gone(banner);
    // Who works with keys goes on where they were.
    await page.locator('[data-wid="2"]:focus').waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => server.callbacks("activated")).toEqual([[]]);
    expect(await page.locator(".pgw-window").count()).toBe(1);
    await expect.poll(() => page.locator(".pgw-announcer").first().textContent()).toBe("Connected again.");
  });

  test("pauses grow, with some chance in them, up to half a minute", () => {
    const pauses = Array.from({ length: 9 }, (_, attempt) => pauseBefore(attempt, 0.5));
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    expect(pauseBefore(0, 0)).toBe(375);
    expect(pauseBefore(0, 1)).toBe(625);
  });

  test.each([
    [4000, "", "This session has ended"],
    [4001, "No such key.", "This link is not valid"],
    [4004, "", "No room at the moment"],
  ])("code %i is the end, until a new session is asked for", async (code, reason, title) => {
    const { page, server, widget } = await open(shown);
    await widget(2).waitFor();
    for (const socket of server.sockets) socket.close(code, reason);
    await page.getByRole("heading", { name: title }).waitFor();
    if (reason !== "") expect(await page.locator(".pgw-status-card").textContent()).toContain(reason);
    server.greeting = () => replayOf(shown, "next");
    await page.getByRole("button", { name: "Start a new session" }).press("Enter");
    await expect.poll(() => page.locator(".pgw-status-card").count()).toBe(0);
    expect(introductions(server.received)[1]).toEqual({
      type: "result",
      id: 0,
      features: expect.arrayContaining(["input"]),
    });
    await widget(2).click();
  });

  test("a queue shows the place in it", async () => {
    const { page, server, widget } = await open([], { greeting: () => [{ type: "waiting", position: 3 }] });
    await page.getByRole("heading", { name: "All seats are taken" }).waitFor();
    expect(await page.locator(".pgw-status-card").textContent()).toContain("number 3");
    server.send({ type: "waiting", position: 1 });
    await expect.poll(() => page.locator(".pgw-status-card").textContent()).toContain("number 1");
    server.send(...replayOf(shown));
    await widget(2).click();
  });
});
