/**
 * One text, two pages on slow links and the program, all writing at once: in the end all have the same.
 */
import { Application, type Session, type TextSource } from "pgwidgets-ts/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { launch } from "../chromium.js";

let browser: Browser;
const cleanups: (() => Promise<unknown>)[] = [];
const faults: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
  expect(faults.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
});

async function start(text: string): Promise<{ app: Application; made: Promise<[Session, TextSource]> }> {
  const quiet = () => {};
  const fault = (message: string, details?: unknown) => faults.push(`${message} ${String(details ?? "")}`);
  const app = new Application({
    wsPort: 0,
    httpPort: 0,
    maxSessions: null,
    staticPath: inject("pageFolder"),
    logger: { debug: quiet, info: quiet, warn: fault, error: fault },
  });
  const made = new Promise<[Session, TextSource]>((resolve) => {
    app.onConnect((session) => {
      const W = session.getWidgets();
      const source = W.TextSource({ text, lineNumbers: true });
      const page = W.Page();
      page.setWidget(source);
      page.show();
      resolve([session, source]);
    });
  });
  await app.start();
  cleanups.push(() => app.close());
  return { app, made };
}

/** A page whose messages take so many milliseconds in each direction, and keep their order. */
async function open(url: string, delay: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 600, height: 1200 } });
  cleanups.unshift(() => context.close());
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  if (delay > 0) {
    await page.routeWebSocket(/.*/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => void setTimeout(() => server.send(message), delay));
      server.onMessage((message) => void setTimeout(() => socket.send(message), delay));
    });
  }
  await page.goto(url);
  await page.locator(".cm-content").waitFor();
  return page;
}

async function shown(page: Page): Promise<string> {
  return (await page.locator(".cm-line").allTextContents()).join("\n");
}

/** Ranges with a background, as offsets in the shown text. */
function tagged(page: Page): Promise<[number, number][]> {
  return page.locator(".cm-content").evaluate((content) => {
    const found: [number, number][] = [];
    let at = 0;
    for (const line of content.querySelectorAll(".cm-line")) {
      for (const node of line.childNodes) {
        const length = node.textContent?.length ?? 0;
        const isTagged = "style" in node && (node as HTMLElement).style.backgroundColor !== "";
        const last = found.at(-1);
        if (isTagged && last?.[1] === at) last[1] += length;
        else if (isTagged && length > 0) found.push([at, at + length]);
        at += length;
      }
      at++;
    }
    return found;
  });
}

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A user who writes, deletes, goes about, takes back and pastes. */
async function write(page: Page, name: string, seed: number, steps: number): Promise<void> {
  const pick = random(seed);
  await page.locator(".cm-content").click();
  for (let i = 0; i < steps; i++) {
    const kind = pick(12);
    if (kind < 4) await page.keyboard.type(`${name}${i}`);
    else if (kind < 5) await page.keyboard.press("Enter");
    else if (kind < 6) await page.keyboard.insertText(`${name}\n${name}`);
    else if (kind < 7) await page.keyboard.press("Backspace");
    else if (kind < 8) await page.keyboard.press("Control+z");
    else if (kind < 9) {
      for (let n = pick(4); n >= 0; n--) await page.keyboard.press("Shift+ArrowLeft");
      await page.keyboard.press("Delete");
    } else
      await page.keyboard.press(
        ["ArrowUp", "ArrowDown", "Home", "End", "ArrowLeft", "ArrowRight"][pick(6)] as string,
      );
  }
}

test("two pages and the program write at once over slow links, and end with one text", {
  timeout: 300_000,
}, async () => {
  const text = "first line\nsecond line\nthird line\nlast";
  const { app, made } = await start(text);
  const one = await open(app.url, 90);
  const [session, source] = await made;
  const two = await open(app.urlFor(session), 140);
  source.createTag("mark", { background: "yellow" });
  source.applyTag("mark", source.createRef(3), source.createRef(16));
  source.applyTag("mark", source.createRef(24), source.createRef(30));
  let changed = 0;
  source.on("changed", () => changed++);

  const pick = random(7);
  const timer = setInterval(() => {
    const { length } = source.getText();
    const [a, b] = [pick(length + 1), pick(length + 1)];
    const kind = pick(6);
    if (kind < 3) source.insertText(source.createRef(a), `<p${pick(100)}>`, kind === 0 ? ["mark"] : null);
    else if (kind < 4)
      source.deleteRange(source.createRef(a), source.createRef(Math.min(length, a + pick(4))));
    else if (kind < 5) source.applyTag("mark", source.createRef(a), source.createRef(b));
    else source.removeTag("mark", source.createRef(a), source.createRef(a + 4));
  }, 70);
  cleanups.unshift(async () => clearInterval(timer));
  await Promise.all([write(one, "x", 1, 70), write(two, "y", 2, 70)]);
  clearInterval(timer);

  expect(changed).toBeGreaterThan(100);
  const same = async (page: Page) => (await shown(page)) === source.getText();
  await expect
    .poll(async () => [await same(one), await same(two)], { timeout: 20_000 })
    .toEqual([true, true]);
  // What is in the page are all lines.
  expect(source.getText().split("\n").length).toBeLessThan(60);
  const three = await open(app.urlFor(session), 0);
  await expect.poll(() => shown(three)).toBe(source.getText());
  const marks = await tagged(three);
  expect(marks.length).toBeGreaterThan(0);
  expect(await tagged(one)).toEqual(marks);
  expect(await tagged(two)).toEqual(marks);
});

test("a reload in the middle of typing keeps all that has arrived, and typing goes on", {
  timeout: 300_000,
}, async () => {
  const { app, made } = await start("");
  const page = await open(app.url, 30);
  const [, source] = await made;
  await page.locator(".cm-content").click();
  await page.keyboard.type("before the reload. ", { delay: 5 });
  await expect.poll(() => source.getText()).toBe("before the reload. ");
  await page.reload();
  await page.locator(".cm-content").waitFor();
  await page.locator(".cm-content").focus();
  await expect.poll(() => shown(page)).toBe(source.getText());
  await page.keyboard.type("after it.", { delay: 5 });
  await expect.poll(() => source.getText()).toBe("before the reload. after it.");
  await page.keyboard.press("Control+z");
  await expect.poll(() => source.getText()).toBe("before the reload. after it");
  await expect.poll(() => shown(page)).toBe("before the reload. after it");
});

test("what was typed right before a page is left arrives", { timeout: 300_000 }, async () => {
  const { app, made } = await start("");
  const distant = await launch(250);
  cleanups.unshift(() => distant.close());
  const page = await distant.newPage();
  await page.goto(app.url);
  const [, source] = await made;
  await page.locator(".cm-content").click();
  // All but the first key wait for its return: the page goes before that.
  await page.keyboard.type("all of it");
  await page.reload();
  await expect.poll(() => source.getText()).toBe("all of it");
  await expect.poll(() => shown(page)).toBe("all of it");
});

test("what was under way when the connection broke arrives, and its user types on", {
  timeout: 300_000,
}, async () => {
  const { app, made } = await start("");
  const context = await browser.newContext();
  cleanups.unshift(() => context.close());
  const page = await context.newPage();
  let isCut = false;
  const ends: (() => void)[] = [];
  await page.routeWebSocket(/.*/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => void (isCut || server.send(message)));
    server.onMessage((message) => void (isCut || socket.send(message)));
    ends.push(() => {
      void server.close({ code: 1012 });
      void socket.close({ code: 1012 });
    });
  });
  await page.goto(app.url);
  const [, source] = await made;
  await page.locator(".cm-content").click();
  await page.keyboard.type("one");
  await expect.poll(() => source.getText()).toBe("one");
  // What is sent now is lost on the way.
  isCut = true;
  await page.keyboard.type(" two");
  for (const end of ends.splice(0)) end();
  source.insertText(source.createRef(0), "zero ");
  isCut = false;
  await expect.poll(() => source.getText()).toBe("zero one two");
  await expect.poll(() => shown(page)).toBe("zero one two");
  await page.locator(".cm-content:focus").waitFor();
  await page.keyboard.type(" three");
  await expect.poll(() => source.getText()).toBe("zero one two three");
  await expect.poll(() => shown(page)).toBe("zero one two three");
  await page.keyboard.press("Control+z");
  await expect.poll(() => source.getText()).toBe("zero one two thre");
});

test("another text that the program loads takes the place of what is typed meanwhile", {
  timeout: 300_000,
}, async () => {
  const { app, made } = await start("old");
  const page = await open(app.url, 120);
  const [, source] = await made;
  await page.locator(".cm-content").click();
  await page.keyboard.type("lost ");
  source.setText("new text");
  await expect.poll(() => shown(page)).toBe("new text");
  await page.keyboard.type("kept ");
  await expect.poll(() => source.getText()).toBe("kept new text");
  await expect.poll(() => shown(page)).toBe("kept new text");
  // An edit that the program forbade meanwhile is taken back from the page.
  source.setEditable(false);
  await page.keyboard.type("no");
  await expect.poll(() => page.locator(".cm-content").getAttribute("aria-readonly")).toBe("true");
  await expect.poll(() => shown(page)).toBe("kept new text");
  expect(source.getText()).toBe("kept new text");
});

test("who types keeps the caret where it is in the text, whatever the program and others write", {
  timeout: 300_000,
}, async () => {
  const { app, made } = await start("head\nbody\ntail");
  const one = await open(app.url, 60);
  const [session, source] = await made;
  const two = await open(app.urlFor(session), 40);
  // Who is not in the editor sees where the program writes.
  source.insertText(source.createRef(0), "# ");
  await expect.poll(() => shown(one)).toBe("# head\nbody\ntail");
  expect(source.getTextCursor().getOffset()).toBe(2);
  await one.locator(".cm-content").focus();
  await one.keyboard.press("ArrowRight");
  await expect.poll(() => source.getTextCursor().getOffset()).toBe(3);

  await one.locator(".cm-line", { hasText: "body" }).click();
  await one.keyboard.press("End");
  await two.locator(".cm-line", { hasText: "tail" }).click();
  await two.keyboard.press("End");
  let lines = 0;
  const timer = setInterval(() => {
    source.insertText(source.getRefStart(), `line ${++lines}\n`);
    // The program's own cursor is behind what it has written.
    expect(source.getTextCursor().getLineColumn()).toEqual([1, 0]);
  }, 100);
  cleanups.unshift(async () => clearInterval(timer));
  const text = "takes its time.";
  await Promise.all([
    one.keyboard.type(` ${text}`, { delay: 30 }),
    two.keyboard.type(` ${text}`, { delay: 30 }),
  ]);
  clearInterval(timer);
  expect(lines).toBeGreaterThan(3);
  const expected = () =>
    `${Array.from({ length: lines }, (_, i) => `line ${lines - i}\n`).join("")}# head\nbody ${text}\ntail ${text}`;
  await expect.poll(() => source.getText()).toBe(expected());
  for (const each of [one, two]) await expect.poll(() => shown(each)).toBe(expected());

  // A call that is about the cursor moves it everywhere.
  source.setTextCursor(source.getRefStart());
  await expect.poll(() => one.evaluate("getSelection().anchorNode.textContent")).toBe(`line ${lines}`);
  await one.keyboard.type("!");
  await expect.poll(() => source.getText()).toBe(`!${expected()}`);
});

test("who goes on after a step in the history writes where the caret was, and not where the step brings it", {
  timeout: 300_000,
}, async () => {
  const { app, made } = await start("one\ntwo\n");
  const page = await open(app.url, 100);
  const [, source] = await made;
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("abc");
  await expect.poll(() => source.getText()).toBe("abcone\ntwo\n");
  await page.keyboard.press("Control+z");
  await page.keyboard.type("defghi", { delay: 70 });
  await expect.poll(() => source.getText()).toBe("abdefghione\ntwo\n");
  await expect.poll(() => shown(page)).toBe("abdefghione\ntwo\n");

  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("three", { delay: 70 });
  await expect.poll(() => source.getText()).toBe("abdefghone\ntwo\nthree");
  // Who waits for it is brought to its place.
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < 2; i++) await page.keyboard.press("Control+z");
  await expect.poll(() => source.getText()).toBe("abdefghone\ntwo\nthr");
  await expect.poll(() => source.getTextCursor().getOffset()).toBe(source.getLength());
  await expect.poll(() => page.evaluate("getSelection().anchorNode.textContent")).toBe("thr");
  await page.keyboard.type("!");
  await expect.poll(() => source.getText()).toBe("abdefghone\ntwo\nthr!");
});

test("a program that moves the cursor as its user types leaves it behind what is typed meanwhile", {
  timeout: 300_000,
}, async () => {
  const { app, made } = await start("> ");
  const page = await open(app.url, 100);
  const [, source] = await made;
  const stop = source.on("changed", () => source.setTextCursor(source.getRefEnd()));
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("a whole line", { delay: 40 });
  await expect.poll(() => source.getText()).toBe("> a whole line");
  await expect.poll(() => shown(page)).toBe("> a whole line");

  // Moved away while keys are on their way, it is at the same place in the end for both.
  stop();
  await page.keyboard.type("xyz");
  source.setTextCursor(source.getRefStart());
  await expect.poll(() => source.getText()).toBe("> a whole linexyz");
  await expect.poll(() => page.evaluate("getSelection().anchorOffset")).toBe(0);
  await expect.poll(() => source.getTextCursor().getOffset()).toBe(0);
});

test("what is answered to a pointer that has gone on meanwhile is not shown", {
  timeout: 300_000,
}, async () => {
  const { app, made } = await start("h");
  const page = await open(app.url, 150);
  const [, source] = await made;
  let told = 0;
  source.on("tooltip", (_line, _col, _text, x, y) => {
    told++;
    source.showTooltip("Yes?", x, y);
  });
  source.setTooltipsEnabled(true);
  source.insertText(source.getRefEnd(), "ere");
  await expect.poll(() => shown(page)).toBe("here");
  const line = await page.locator(".cm-line").boundingBox();
  if (line === null) throw new Error("It is not displayed.");
  const rest = () => page.mouse.move(line.x + 8, line.y + 6);
  await rest();
  await expect.poll(() => told, { interval: 5 }).toBe(1);
  // In an empty place there is nothing to tell.
  await page.mouse.move(300, 1000);
  source.insertText(source.getRefEnd(), "!");
  await expect.poll(() => shown(page)).toBe("here!");
  expect(await page.locator(".pgw-source-tooltip").count()).toBe(0);
  // It is asked again when it comes back.
  await rest();
  await page.locator(".pgw-source-tooltip").waitFor();
  expect(told).toBe(2);
});
