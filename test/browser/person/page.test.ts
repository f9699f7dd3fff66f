/**
 * The application in the page: its icon and fonts, links it opens, cursors, the waiting room, and what a user sees
 * and hears of a connection that is lost, comes back, or is over.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Application, type Session } from "pgwidgets-ts/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { launch } from "../chromium.js";
import { gone } from "../gone.js";
import { BLUE, dataUri, png, RED } from "../pictures.js";

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

async function start(
  build: (session: Session) => void,
  options: ConstructorParameters<typeof Application>[0] = {},
): Promise<Application> {
  const app = new Application({
    wsPort: 0,
    httpPort: 0,
    maxSessions: null,
    staticPath: inject("pageFolder"),
    logger: null,
    ...options,
  });
  app.onConnect(build);
  cleanups.push(() => app.close());
  await app.start();
  return app;
}

async function open(app: Application): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 600, height: 400 } });
  cleanups.push(() => context.close());
  const page = await context.newPage();
  await page.goto(app.url);
  return page;
}

function label(session: Session, text = "Here") {
  const W = session.getWidgets();
  const page = W.Page();
  const made = W.Label(text);
  page.setWidget(made);
  page.show();
  return made;
}

/** A font file that comes with a package of the build. */
const FONT = fileURLToPath(new URL("../../../node_modules/lucide-static/font/lucide.ttf", import.meta.url));

/** What a screen reader was told, calmly or at once. */
const said = (page: Page, role: "status" | "alert") =>
  page
    .locator(`.pgw-announcer[role=${role}]`)
    .textContent({ timeout: 5000 })
    .catch(() => "");

describe("what the application asks of the page", () => {
  test("its icon is the one that the browser shows", async () => {
    const app = await start(label);
    const page = await open(app);
    const shown = async () => {
      const href = await page.evaluate(
        () => document.querySelector<HTMLLinkElement>("link[rel~=icon]")?.href ?? "/favicon.ico",
      );
      const response = await page.request.get(new URL(href, page.url()).href);
      return response.body();
    };
    expect((await shown()).toString()).toContain("<svg");
    app.setFavicon(new Uint8Array(png(16, 16, RED)));
    await page.reload();
    expect(Buffer.compare(await shown(), png(16, 16, RED))).toBe(0);
  });

  test("a font face is loaded and used; the default font is that of all without their own", async () => {
    const app = await start((session) => {
      label(session).setFont("Tested", 20);
      const top = session.getWidgets().TopLevel({ title: "Window" });
      top.show();
    });
    app.registerFont("Tested", new Uint8Array(readFileSync(FONT)));
    const page = await open(app);
    const text = page.getByText("Here");
    await text.waitFor();
    await expect
      .poll(() => page.evaluate(() => [...document.fonts].map(({ family, status }) => `${family} ${status}`)))
      .toContain("Tested loaded");
    expect(await text.evaluate((each) => getComputedStyle(each).fontFamily)).toBe("Tested");
    const title = page.getByText("Window");
    const before = await title.evaluate((each) => getComputedStyle(each).fontFamily);
    app.setDefaultFont({ family: "Tested, serif", size: 19 });
    const fontOf = () => title.evaluate((each) => getComputedStyle(each).fontFamily);
    await expect.poll(fontOf).toBe("Tested, serif");
    await page.reload();
    await expect.poll(fontOf).toBe("Tested, serif");
    app.setDefaultFont(null);
    await expect.poll(fontOf).toBe(before);
  });

  test("a font that cannot be loaded is told to the program, and the page goes on", async () => {
    const log: string[] = [];
    const note = (message: string, details?: unknown) => log.push(`${message} ${String(details ?? "")}`);
    const app = await start(label, { logger: { debug: note, info: note, warn: note, error: note } });
    app.registerFont("Broken", "data:font/woff2;base64,d09GMgECAw==");
    const page = await open(app);
    await page.getByText("Here").waitFor();
    await expect.poll(() => log.join("\n")).toContain("The font Broken could not be loaded");
  });

  test("a link opens in a tab of its own after a press, and is offered without one", async () => {
    let session: Session | undefined;
    const app = await start((each) => {
      // The tab that it opens has a session too.
      session ??= each;
      const W = each.getWidgets();
      const button = W.Button("Go");
      button.on("activated", () => each.openUrl(`${app.url}?opened`));
      const page = W.Page();
      page.setWidget(button);
      page.show();
    });
    const page = await open(app);
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("button", { name: "Go" }).click(),
    ]);
    expect(opened.url()).toContain("?opened");
    expect(await opened.evaluate(() => window.opener)).toBeNull();
    await opened.close();
    // What a test asks a page for counts as a deed of its user, so the page is told that there was none.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "userActivation", { value: { isActive: false } });
    });
    await page.reload();
    await page.getByRole("button", { name: "Go" }).waitFor();
    session?.openUrl(`${app.url}?offered`);
    const offer = page.getByRole("link", { name: "Open" });
    await offer.waitFor();
    expect(await offer.getAttribute("href")).toContain("?offered");
    expect(await offer.getAttribute("rel")).toContain("noopener");
  });

  test("a cursor, its own or one by name, is over the widget and nowhere else", async () => {
    const app = await start((session) => {
      const made = label(session);
      made.addCursor("own", dataUri(png(16, 16, BLUE)), 3, 4);
      made.setCursor("own");
      const other = session.getWidgets().TopLevel({ title: "Window" });
      other.setCursor("crosshair");
      other.show();
    });
    const page = await open(app);
    const cursorOf = (text: string) => page.getByText(text).evaluate((each) => getComputedStyle(each).cursor);
    await expect.poll(() => cursorOf("Here")).toMatch(/^url\("data:image\/png.*"\) 3 4, auto$/);
    await page.reload();
    await expect.poll(() => cursorOf("Here")).toMatch(/^url\("data:image\/png.*"\) 3 4, auto$/);
    expect(await page.locator(".pgw-window").evaluate((each) => getComputedStyle(each).cursor)).toBe(
      "crosshair",
    );
    expect(await page.locator("body").evaluate((each) => getComputedStyle(each).cursor)).toBe("auto");
  });
});

describe("what the user sees and hears of the connection", () => {
  test("all seats taken: the place in the queue, then the program, without doing anything", async () => {
    const app = await start(label, { maxSessions: 1 });
    const first = await open(app);
    await first.getByText("Here").waitFor();
    const second = await open(app);
    const third = await open(app);
    await second.getByRole("heading", { name: "All seats are taken" }).waitFor();
    await expect.poll(() => third.locator(".pgw-status-card").textContent()).toContain("number 2");
    await expect.poll(() => said(second, "status")).toContain("number 1");
    await first.context().close();
    await second.getByText("Here").waitFor();
    expect(await second.locator(".pgw-status").count()).toBe(0);
    await expect.poll(() => said(third, "status")).toContain("number 1");
  });

  test("a lost connection: a calm notice that is read out once, what was shown stays, and all is as before", async () => {
    let made: ReturnType<typeof label> | undefined;
    const app = await start((session) => {
      made = label(session);
    });
    const page = await open(app);
    await page.getByText("Here").waitFor();
    await page.evaluate(() => {
      const heard: string[] = [];
      (window as unknown as { heard: string[] }).heard = heard;
      new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          if (element?.closest(".pgw-announcer") && element.textContent) heard.push(element.textContent);
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await page.context().setOffline(true);
    for (const session of app.sessions.values()) session.close();
    const banner = page.locator(".pgw-status-banner");
    await banner.waitFor();
    expect(await banner.textContent()).toContain("Connection lost");
    expect(await page.getByText("Here").isVisible()).toBe(true);
    // The banner covers nothing that matters: it takes a small part of the page, and nothing flashes.
    // Asked in one go: each new try puts another banner in its place.
    const height = await page.evaluate(
      () => document.querySelector(".pgw-status-banner")?.getBoundingClientRect().height,
    );
    expect((height ?? 400) / 400).toBeLessThan(0.25);
    made?.setText("Changed meanwhile");
    await page.context().setOffline(false);
    await page.getByText("Changed meanwhile").waitFor();
    await gone(banner);
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard))
      .toContain("Connected again.");
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(new Set(heard).size).toBe(heard.length);
    expect(app.sessions.size).toBe(1);
  });

  test("a session that is over: said at once, a new one offered and had by one key", async () => {
    let count = 0;
    const app = await start((session) => {
      label(session, `Session ${++count}`);
    });
    const page = await open(app);
    await page.getByText("Session 1").waitFor();
    for (const session of app.sessions.values()) session.destroy();
    await page.getByRole("heading", { name: "This session has ended" }).waitFor();
    await expect.poll(() => said(page, "alert")).toContain("This session has ended");
    const again = page.getByRole("button", { name: "Start a new session" });
    expect(await again.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByText("Session 2").waitFor();
    expect(await page.locator(".pgw-status").count()).toBe(0);
  });
});
