/**
 * A real Chromium in front of a real application: what the tests of widgets start with.
 * Each test has an application, a session and a browser page of its own.
 */
import { Application, type Session, type Widget, type Widgets } from "pgwidgets-ts/sync";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import type { Limits } from "../../runtime/server/limits.js";
import { launch } from "./chromium.js";
import { gone } from "./gone.js";
import { Pages } from "./pages.js";

export interface Shown<M> {
  readonly page: Page;
  readonly session: Session;
  /** What the test's builder returned. */
  readonly made: M;
  /** The element of a widget. */
  at(widget: Widget): Locator;
  /** Left, top, width and height of a widget in CSS pixels, once all that was said so far is drawn. */
  box(widget: Widget): Promise<[left: number, top: number, width: number, height: number]>;
  /** All that the program has said so far is drawn, and all that the user did so far has reached the program. */
  settled(): Promise<void>;
  /** Loads the page again and waits until it shows the session as before. */
  reload(): Promise<void>;
  /** What the browser's console and the program's log have said of faults; a test that expects some takes them. */
  takeFaults(): string[];
}

export interface ShowOptions extends BrowserContextOptions {
  /** Direction of the page. Default: "ltr". */
  readonly dir?: "ltr" | "rtl";
  /** Of the application. */
  readonly limits?: Partial<Limits>;
  /** The user has not asked the browser to save data: the page gets parts ahead. Default: false. */
  readonly getsAhead?: boolean;
}

/**
 * Call it once at the top of a test file. The result shows an interface in a new page of 800 x 600.
 */
export function useInterface(): <M>(
  build: (widgets: Widgets, session: Session) => M,
  options?: ShowOptions,
) => Promise<Shown<M>> {
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
    // Nothing that a test does may leave an error in the browser's console or in the program's log.
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });

  return async (build, { dir = "ltr", limits = {}, getsAhead = false, ...options } = {}) => {
    if (pages === undefined) throw new Error("The browser has not been started.");
    const fault = (message: string, details?: unknown) => faults.push(`${message} ${String(details ?? "")}`);
    const quiet = () => {};
    const app = new Application({
      wsPort: 0,
      httpPort: 0,
      maxSessions: null,
      limits,
      staticPath: inject("pageFolder"),
      logger: { debug: quiet, info: quiet, warn: fault, error: fault },
    });
    const built = new Promise<{ session: Session; made: ReturnType<typeof build>; probe: Widget }>(
      (resolve, reject) => {
        app.onConnect((session) => {
          try {
            const widgets = session.getWidgets();
            const probe = widgets.Page();
            resolve({ session, made: build(widgets, session), probe });
          } catch (error) {
            reject(error);
          }
        });
      },
    );
    await app.start();
    cleanups.push(() => app.close());
    const page = await pages.open({ viewport: { width: 800, height: 600 }, ...options }, getsAhead);
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    /** How often the page has told something by itself, as far as its last answer to an `evaluate`. */
    let told = 0;
    page.on("websocket", (socket) => {
      socket.on("framesent", ({ payload }) => {
        if (!/^\[?\{"type":"result"/.test(String(payload))) told++;
      });
    });
    // On the document, where the page's own script listens later: the program's direction goes before this one.
    await page.addInitScript({
      content: `document.addEventListener("DOMContentLoaded", () => { document.documentElement.dir = "${dir}"; });`,
    });
    await page.goto(app.url);
    const { session, made, probe } = await built;

    const at = (widget: Widget) => page.locator(`[data-wid="${widget.wid}"]`);
    const heard = async () => {
      // Two frames let what is gathered for a frame leave; the answer to a question comes after all of it.
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
      // What comes back may let the page tell more: an editor keeps keys until those before them were taken up.
      for (let before = -1; before !== told; ) {
        before = told;
        await expect.poll(() => probe.getPosition(), { interval: 5 }).not.toBeNull();
        await page.evaluate("0");
      }
    };
    const settled = async () => {
      await heard();
      // Widgets whose code comes with the first of their kind draw, and answer, once they have it.
      const waiting = page.locator("[aria-busy]");
      if ((await waiting.count()) === 0) return;
      await gone(waiting);
      await heard();
    };
    const box: Shown<unknown>["box"] = async (widget) => {
      await settled();
      const found = await at(widget).boundingBox();
      if (found === null) throw new Error("It is not displayed.");
      const round = (value: number) => Math.round(value * 100) / 100;
      return [round(found.x), round(found.y), round(found.width), round(found.height)];
    };
    const reload = async () => {
      await page.reload();
      await page.locator("[data-wid]").first().waitFor({ state: "attached" });
      await settled();
    };
    await settled();
    const takeFaults = () => faults.splice(0);
    return { page, session, made, at, box, settled, reload, takeFaults };
  };
}

/** Shows `content` in a page that fills the viewport. */
export function mount(widgets: Widgets, content: Widget): void {
  const page = widgets.Page();
  page.setWidget(content);
  page.show();
}

/** Shows `content` at the top left corner of the page, as large as it asks to be. */
export function mountAtCorner(widgets: Widgets, content: Widget): void {
  const ground = widgets.FixedLayout();
  ground.addWidget(content, 0, 0);
  mount(widgets, ground);
}
