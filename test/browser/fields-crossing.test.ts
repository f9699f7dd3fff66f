/**
 * Over a slow link a program answers to what its user typed while the user types on.
 */
import { Application, type Widgets } from "pgwidgets-ts/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { launch } from "./chromium.js";
import { mount } from "./support.js";

/** Milliseconds that each message takes, in either direction. */
const DISTANCE = 100;

let browser: Browser;
const cleanups: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  browser = await launch(DISTANCE);
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});
afterAll(() => browser.close());

async function show<M>(build: (W: Widgets) => M): Promise<{ page: Page; made: M }> {
  const app = new Application({ wsPort: 0, httpPort: 0, staticPath: inject("pageFolder"), logger: null });
  const made = new Promise<M>((resolve) => {
    app.onConnect((session) => resolve(build(session.getWidgets())));
  });
  await app.start();
  cleanups.push(() => app.close());
  const page = await browser.newPage();
  cleanups.unshift(() => page.close());
  await page.goto(app.url);
  return { page, made: await made };
}

test("a field that is cleared on Enter holds what was typed after it", async () => {
  const { page, made } = await show((W) => {
    const entry = W.TextEntry();
    const lines: string[] = [];
    entry.on("activated", (text) => {
      lines.push(text);
      entry.clear();
    });
    mount(W, entry);
    return { entry, lines };
  });
  const field = page.getByRole("textbox");
  await field.click();
  await page.keyboard.type("hello");
  await page.keyboard.press("Enter");
  await page.keyboard.type("wo");
  await expect.poll(() => field.inputValue()).toBe("wo");
  await page.keyboard.type("rld");
  await expect.poll(() => made.entry.getText()).toBe("world");
  expect(await field.inputValue()).toBe("world");
  await page.keyboard.press("Enter");
  await expect.poll(() => made.lines).toEqual(["hello", "world"]);
  await expect.poll(() => field.inputValue()).toBe("");
});

test.each([10, 40, 130, 250])(
  "a program that corrects each text gets all of it, key by key in %i ms",
  async (delay) => {
    const { page, made } = await show((W) => {
      const entry = W.TextEntry();
      entry.on("modified", (text) => entry.setText(text.toUpperCase()));
      mount(W, entry);
      return entry;
    });
    const field = page.getByRole("textbox");
    await field.click();
    await page.keyboard.type("abcdefghijkl", { delay });
    await expect.poll(() => field.inputValue()).toBe("ABCDEFGHIJKL");
    await expect.poll(() => made.getText()).toBe("ABCDEFGHIJKL");
    await page.waitForTimeout(DISTANCE * 4);
    expect([await field.inputValue(), made.getText()]).toEqual(["ABCDEFGHIJKL", "ABCDEFGHIJKL"]);
  },
);

test("what was typed first, while a text of the program was on its way, joins that", async () => {
  const { page, made } = await show((W) => {
    const entry = W.TextEntry("name");
    mount(W, entry);
    return entry;
  });
  const field = page.getByRole("textbox");
  await field.click();
  await page.keyboard.press("End");
  made.setText("last name");
  await page.keyboard.type("s");
  await expect.poll(() => field.inputValue()).toBe("last names");
  await expect.poll(() => made.getText()).toBe("last names");
});
