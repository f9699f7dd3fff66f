/**
 * A real Chromium in front of a fake server: what every browser test starts with.
 * Made once per test file; each test gets a page of its own.
 */
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { launch } from "./chromium.js";
import { FakeServer, type Message, replayOf } from "./fake-server.js";
import { Pages } from "./pages.js";

export interface Opened {
  readonly page: Page;
  readonly server: FakeServer;
  /** The element of a widget. */
  widget(wid: number): Locator;
  /** What the browser's console has said of faults; a test that expects some takes them. */
  takeFaults(): string[];
}

/** Call it once at the top of a test file; the result opens pages. */
export function useBrowser(): (
  messages: readonly Message[],
  options?: BrowserContextOptions & { readonly hash?: string; readonly greeting?: () => readonly Message[] },
) => Promise<Opened> {
  let browser: Browser | undefined;
  let pages: Pages | undefined;
  const cleanups: (() => Promise<unknown>)[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await launch();
    pages = new Pages(browser);
  });
  afterEach(async () => {
    await pages?.close();
    for (const cleanup of cleanups.splice(0)) await cleanup();
    // Nothing that a test does may leave an error in the browser's console.
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });

  return async (messages, { hash = "", greeting, ...options } = {}) => {
    if (pages === undefined) throw new Error("The browser has not been started.");
    const server = await FakeServer.start(inject("pageFolder"));
    server.greeting = greeting ?? (() => replayOf(messages));
    cleanups.push(() => server.close());
    const page = await pages.open({ viewport: { width: 1000, height: 700 }, ...options });
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => {
      // A refused socket is reported by the browser itself, and belongs to tests of a lost connection.
      if (message.type() === "error" && !message.text().includes("WebSocket")) faults.push(message.text());
    });
    await page.goto(server.url + hash);
    await server.greeted;
    const widget = (wid: number) => page.locator(`[data-wid="${wid}"]`);
    return { page, server, widget, takeFaults: () => faults.splice(0) };
  };
}

/** Presses at a point, moves by a distance in steps, lets go. */
export async function drag(
  page: Page,
  from: { x: number; y: number },
  dx: number,
  dy: number,
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx / 2, from.y + dy / 2, { steps: 4 });
  await page.mouse.move(from.x + dx, from.y + dy, { steps: 4 });
  await page.mouse.up();
}

/** Left, top, width and height of an element, in whole pixels. */
export async function boxOf(locator: Locator): Promise<[number, number, number, number]> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("It is not displayed.");
  return [Math.round(box.x), Math.round(box.y), Math.round(box.width), Math.round(box.height)];
}
