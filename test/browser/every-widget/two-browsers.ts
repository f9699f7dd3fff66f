/**
 * One session in two real browsers: what every test of all classes stands on.
 * The browsers live as long as the test file; each test makes widgets of its own, which are gone after it.
 */
import { Application, type Session, type Widget, type Widgets } from "pgwidgets-ts/sync";
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, vi } from "vitest";
import { type Face, NODE } from "../../../runtime/session/node.js";
import type { Peer } from "../../../runtime/session/peer.js";
import { launch } from "../chromium.js";
import { slowDownPage } from "../pages.js";
import { lookOf } from "./look.js";

/** The largest file that the application takes. */
export const MOST_BYTES = 1024 * 1024;

export class TwoBrowsers {
  readonly app: Application;
  readonly session: Session;
  readonly W: Widgets;
  readonly pages: readonly [first: Page, second: Page];
  readonly cdp: readonly [first: CDPSession, second: CDPSession];
  /** What the browsers' consoles and the program's log have said of faults. */
  readonly faults: string[];
  readonly #probe: Widget;

  constructor(
    app: Application,
    session: Session,
    pages: readonly [Page, Page],
    cdp: readonly [CDPSession, CDPSession],
    faults: string[],
  ) {
    this.app = app;
    this.session = session;
    this.W = session.getWidgets();
    this.pages = pages;
    this.cdp = cdp;
    this.faults = faults;
    this.#probe = this.W.Page();
  }

  /** What browsers answer to a call, one answer each. */
  ask(widget: Face, method: string, args: readonly unknown[] = []): Promise<unknown>[] {
    const node = widget[NODE];
    const answers = this.session.connections.map(
      (peer: Peer) =>
        new Promise<unknown>((resolve, reject) => {
          this.session.outbox.asked(node, [method, args], peer, (outcome) => {
            if (outcome.kind === "answer") resolve(outcome.value);
            else reject(outcome.error);
          });
        }),
    );
    return answers;
  }

  /** All that the program has said is drawn in both browsers, and what they answered has come. */
  async settled(): Promise<void> {
    await inTime("to answer", this.#heard());
    await Promise.all(
      this.pages.map((page, i) =>
        inTime(
          `to draw in browser ${i + 1}`,
          page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"),
        ),
      ),
    );
    await inTime("to answer once more", this.#heard());
  }

  async #heard(): Promise<void> {
    await Promise.all(this.ask(this.#probe, "get_position"));
  }

  /** Fails unless both browsers come to show the same. `parts`: widgets to look for the difference in, by name. */
  async expectInStep(what: string, parts: Parts = NO_PARTS): Promise<void> {
    const look = () => Promise.all(this.pages.map((page) => looksOf(page, parts)));
    const wrong = await this.#untilNone(async () => {
      const [first, second] = await look();
      return differing(first as Looks, second as Looks);
    });
    if (wrong.length > 0) expect.fail(`${what}: the two browsers differ:\n${wrong.join("\n")}`);
  }

  /** What is wrong in the end, once it has stayed wrong for a while. */
  async #untilNone(wrong: () => Promise<string[]>): Promise<string[]> {
    const end = Date.now() + 20_000;
    for (;;) {
      await this.settled();
      const found = await wrong();
      if (found.length === 0 || Date.now() > end) return found;
    }
  }

  /** Loads one page again, and waits until it has joined anew and the old one has left. */
  async reload(page: Page): Promise<void> {
    const before = new Set(this.session.connections);
    await page.reload();
    await expect
      .poll(() => this.session.connections.filter((peer) => !before.has(peer)).length, { interval: 5 })
      .toBe(1);
    await expect.poll(() => this.session.connections.length, { interval: 5 }).toBe(2);
  }

  /** Loads one page again; it must come to show what it showed before. */
  async expectSameAfterReload(which: 0 | 1, what: string, parts: Parts = NO_PARTS): Promise<void> {
    await this.expectInStep(`${what}, before the reload`, parts);
    const page = this.pages[which];
    const before = await looksOf(page, parts);
    await this.reload(page);
    const wrong = await this.#untilNone(async () => differing(before, await looksOf(page, parts)));
    if (wrong.length > 0) expect.fail(`${what}: the page differs after a reload:\n${wrong.join("\n")}`);
  }

  /** Ends every widget that a test has made. */
  clear(): void {
    for (const root of [...this.session.roots]) {
      if (root.face !== (this.#probe as unknown as Face)) (root.face as unknown as Widget).destroy();
    }
  }
}

/** Fails with a word on what was waited for, rather than with the end of the test. */
async function inTime<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took more than 30 s ${what}.`)), 30_000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Widgets by a name to speak of them. */
export type Parts = ReadonlyMap<string, Face>;
const NO_PARTS: Parts = new Map();
/** Looks by name of a part; of the whole page under "". */
type Looks = ReadonlyMap<string, readonly string[]>;

async function looksOf(page: Page, parts: Parts): Promise<Looks> {
  const looks = new Map<string, readonly string[]>([["", await lookOf(page)]]);
  const living = [...parts].filter(([, widget]) => !widget[NODE].destroyed && widget[NODE].cls.remote);
  const found = await Promise.all(living.map(([, widget]) => lookOf(page, widget[NODE].wid)));
  living.forEach(([name], i) => {
    looks.set(name, found[i] ?? []);
  });
  return looks;
}

/** What differs, said of the parts in which it does; of the whole page when no part differs. */
function differing(before: Looks, after: Looks): string[] {
  const whole = differences(before.get("") ?? [], after.get("") ?? []);
  if (whole.length === 0) return [];
  const parts = [...before].filter(([name]) => name !== "");
  const found = parts.flatMap(([name, look]) =>
    differences(look, after.get(name) ?? []).map((line) => `${name}: ${line}`),
  );
  return found.length > 0 ? found : whole;
}

/** Lines that only one of two looks has, the first few. */
export function differences(before: readonly string[], after: readonly string[]): string[] {
  const left = new Set(after);
  const right = new Set(before);
  const found = [
    ...before
      .filter((line) => !left.has(line))
      .map((line) => `- ${line.trim()}`)
      .slice(0, 4),
    ...after
      .filter((line) => !right.has(line))
      .map((line) => `+ ${line.trim()}`)
      .slice(0, 4),
  ];
  const other = after.findIndex((line, i) => line !== before[i]);
  if (found.length === 0 && other >= 0) {
    found.push(`the order differs: - ${before[other]?.trim()} + ${after[other]?.trim()}`);
  }
  return found;
}

/** Call it once at the top of a test file. */
export function useTwoBrowsers(): () => TwoBrowsers {
  let browser: Browser | undefined;
  let app: Application | undefined;
  let two: TwoBrowsers | undefined;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await launch();
    const fault = (message: string, details?: unknown) => faults.push(`${message} ${String(details ?? "")}`);
    const quiet = () => {};
    app = new Application({
      wsPort: 0,
      httpPort: 0,
      maxSessions: null,
      limits: { uploadFileBytes: MOST_BYTES },
      staticPath: inject("pageFolder"),
      logger: { debug: quiet, info: quiet, warn: fault, error: fault },
    });
    const connected = new Promise<Session>((resolve) => app?.onConnect(resolve));
    await app.start();
    const open = async (url: string): Promise<[Page, CDPSession]> => {
      const context = await (browser as Browser).newContext({
        viewport: { width: 900, height: 700 },
        permissions: ["clipboard-read", "clipboard-write"],
        hasTouch: true,
      });
      const page = await context.newPage();
      await slowDownPage(page);
      page.on("pageerror", (error) => faults.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      await page.goto(url);
      return [page, await context.newCDPSession(page)];
    };
    const [first, firstCdp] = await open(app.url);
    const session = await connected;
    const [second, secondCdp] = await open(app.urlFor(session));
    await vi.waitFor(() => expect(session.connections).toHaveLength(2), { timeout: 20_000 });
    two = new TwoBrowsers(app, session, [first, second], [firstCdp, secondCdp], faults);
  });
  afterEach(async () => {
    two?.clear();
    await two?.settled();
    // Nothing that a test does may leave an error in a browser's console or in the program's log.
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  return () => {
    if (two === undefined) throw new Error("The browsers have not been started.");
    return two;
  };
}
