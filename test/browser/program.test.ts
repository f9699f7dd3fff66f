/**
 * A whole program in a real browser: used, reloaded in the middle, joined by a second page, and cut off.
 */
import { Application, type Session } from "pgwidgets-ts/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { launch } from "./chromium.js";

let browser: Browser;
const cleanups: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});
afterAll(async () => {
  await browser.close();
});

function build(session: Session) {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Hello", size: [400, 300], position: [40, 30], minimizable: true });
  const box = W.VBox({ spacing: 8, padding: 10 });
  const button = W.Button("Click me");
  const entry = W.TextEntry({ linehistory: 5 });
  const slider = W.Slider({ track: true, value: 20 });
  const check = W.CheckBox("Check me");
  const status = W.Label("Ready");
  button.on("activated", () => status.setText("Hello!"));
  entry.on("activated", (text) => status.setText(`Entered: ${text}`));
  for (const each of [button, entry, slider, check]) box.addWidget(each, 0);
  box.addWidget(status, 1);
  top.setWidget(box);
  top.show();
  return { top, button, entry, slider, check, status };
}

const quiet = {
  wsPort: 0,
  httpPort: 0,
  maxSessions: null,
  staticPath: inject("pageFolder"),
  logger: null,
} as const;

async function start(options: ConstructorParameters<typeof Application>[0] = {}) {
  const app = new Application({ ...quiet, ...options });
  const made = new Promise<ReturnType<typeof build> & { session: Session }>((resolve) => {
    app.onConnect((session) => resolve({ ...build(session), session }));
  });
  await app.start();
  cleanups.push(() => app.close());
  return { app, made };
}

async function open(url: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext(options);
  cleanups.push(() => context.close());
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  cleanups.push(async () => expect(faults).toEqual([]));
  await page.goto(url);
  await page.getByRole("button", { name: "Click me" }).waitFor();
  return page;
}

/** Everything that a page shows, as a screen reader would be told. */
const shown = (page: Page) => page.locator("body").ariaSnapshot();

describe("a program", () => {
  it("answers clicks, typing and dragging", async () => {
    const { app, made } = await start();
    const page = await open(app.url);
    const { entry, slider, check } = await made;

    await page.getByRole("button", { name: "Click me" }).click();
    await page.getByText("Hello!").waitFor();

    await page.getByRole("textbox").pressSequentially("pressure");
    await page.keyboard.press("Enter");
    await page.getByText("Entered: pressure").waitFor();
    expect(entry.getText()).toBe("pressure");

    await page.getByText("Check me").click();
    await expect.poll(() => check.getState()).toBe(true);

    const box = await page.getByRole("slider").boundingBox();
    if (box === null) throw new Error("no slider");
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.75, box.y + box.height / 2, { steps: 12 });
    await page.mouse.up();
    await expect.poll(() => slider.getValue()).toBeGreaterThan(60);
  });

  it("shows the same after a reload in the middle", async () => {
    const { app, made } = await start();
    const page = await open(app.url);
    const { entry, slider, top } = await made;
    await page.getByRole("textbox").pressSequentially("half typ");
    await page.getByRole("slider").press("PageUp");
    const title = await page.getByText("Hello", { exact: true }).boundingBox();
    if (title === null) throw new Error("no title");
    await page.mouse.move(title.x + 10, title.y + 5);
    await page.mouse.down();
    await page.mouse.move(title.x + 130, title.y + 75, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => entry.getText()).toBe("half typ");
    await expect.poll(() => slider.getValue()).not.toBe(20);
    const before = { look: await shown(page), window: await page.getByRole("dialog").boundingBox() };
    await page.reload();
    await page.getByRole("button", { name: "Click me" }).waitFor();
    await expect.poll(() => shown(page)).toBe(before.look);
    expect(await page.getByRole("dialog").boundingBox()).toEqual(before.window);
    expect(app.sessions.size).toBe(1);

    await page.getByRole("textbox").press("End");
    await page.getByRole("textbox").pressSequentially("ed\n");
    await page.getByText("Entered: half typed").waitFor();
    expect(top.isVisible()).toBe(true);
  });

  it("is the same in two pages, and changes go both ways", async () => {
    const { app, made } = await start();
    const first = await open(app.url);
    const { session } = await made;
    const second = await open(app.urlFor(session));
    await expect.poll(async () => (await shown(second)) === (await shown(first))).toBe(true);
    expect(session.connections).toHaveLength(2);

    await first.getByRole("textbox").pressSequentially("from the first");
    await expect.poll(() => second.getByRole("textbox").inputValue()).toBe("from the first");
    await second.getByText("Check me").click();
    await expect.poll(() => first.getByRole("checkbox").isChecked()).toBe(true);
    await second.getByRole("button", { name: "Click me" }).click();
    await first.getByText("Hello!").waitFor();
    await expect.poll(async () => (await shown(first)) === (await shown(second))).toBe(true);
    expect(app.sessions.size).toBe(1);

    await second.close();
    await expect.poll(() => session.connections.length).toBe(1);
    await first.getByRole("button", { name: "Click me" }).click();
  });

  it("does not eat what is typed while its own echo is under way", async () => {
    const { app, made } = await start();
    const context = await browser.newContext();
    cleanups.push(() => context.close());
    const page = await context.newPage();
    // A link with 200 ms delay in each direction, that keeps the order.
    await page.routeWebSocket(/.*/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => void setTimeout(() => server.send(message), 200));
      server.onMessage((message) => void setTimeout(() => socket.send(message), 200));
    });
    await page.goto(app.url);
    const { entry } = await made;
    entry.on("modified", (text) => entry.setText(text.toUpperCase()));
    const typed = "the quick brown fox jumps over the lazy dog ".repeat(3).slice(0, 100);
    await page.getByRole("textbox").pressSequentially(typed, { delay: 30 });
    await expect
      .poll(() => page.getByRole("textbox").inputValue(), { timeout: 5000 })
      .toBe(typed.toUpperCase());
    expect(entry.getText()).toBe(typed.toUpperCase());
  });

  it("comes back by itself when the server was away", async () => {
    const { app } = await start();
    const page = await open(app.url);
    const httpPort = Number(new URL(app.url).port);
    const wsPort = Number(new URL(app.wsUrl).port);
    await app.close();
    const lost = page.locator("span", { hasText: "Connection lost" });
    await lost.waitFor();
    // What was shown stays on the screen meanwhile.
    expect(await page.getByRole("button", { name: "Click me" }).count()).toBe(1);

    const { made } = await start({ httpPort, wsPort });
    const { status } = await made;
    await page.getByText("Ready").waitFor();
    await lost.waitFor({ state: "hidden" });
    status.setText("Back again");
    await page.getByText("Back again").waitFor();
  });

  it("never parses text as HTML", async () => {
    const { app, made } = await start();
    const page = await open(app.url);
    const { status, button, top } = await made;
    const text = "<img src=x onerror=\"document.title='owned'\"><b>bold</b>";
    status.setText(text);
    button.setText(text);
    button.setTooltip(text);
    top.setTitle(text);
    await expect.poll(() => page.getByText(text).count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator("body b, body img[src=x]").count()).toBe(0);
    expect(await page.title()).not.toBe("owned");
  });
});
