/**
 * Pages for tests: a new one each time, in a context that all tests of a file share which ask for the same options, and
 * in a process that they share, since one page opens all others. A context or a process of its own for each page would
 * take as long again as the page itself. Origins differ from test to test, so nothing that is kept by origin is shared.
 * With SLOW_PAGES=4 in the environment pages compute four times slower than they could: tests that only pass where the
 * browser is quicker than they are fail then. With SLOW_TESTS=100 a test waits up to 100 ms before some of the things
 * that it asks of its page: tests that only pass where they are quicker than the page fail then.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

const slowness = Number(process.env.SLOW_PAGES ?? 1);
const delay = Number(process.env.SLOW_TESTS ?? 0);

/** What all requests to a browser go through; Playwright has no public name for it. */
interface Connection {
  sendMessageToServer(...message: unknown[]): Promise<unknown>;
}

/** Has a page compute as slowly as the environment asks for. */
export async function slowDownPage(page: Page): Promise<void> {
  if (slowness <= 1) return;
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: slowness });
}

/** Every fourth request, on average, waits before it is sent; their order stays. */
function slowDown(browser: Browser): void {
  const { _connection: connection } = browser as unknown as { _connection: Connection };
  const send = connection.sendMessageToServer.bind(connection);
  let sent = Promise.resolve();
  connection.sendMessageToServer = async (...message) => {
    sent = sent.then(() => wait(Math.random() < 0.25 ? Math.random() * delay : 0));
    await sent;
    return send(...message);
  };
}

/** Milliseconds until a page that should have gone is asked once more. */
const ASK_AGAIN = 2000;

/**
 * Chromium forgets that it was to close a page when the page just becomes another one, as in a reload, and Playwright
 * would wait for ever (microsoft/playwright#42068): it is asked until the page has gone.
 */
async function close(page: Page): Promise<void> {
  const closed = page.close();
  const again = async () => {
    const devTools = await page.context().newCDPSession(page);
    await devTools.send("Page.close");
  };
  // It may go while it is asked.
  const asking = setInterval(() => again().catch(() => {}), ASK_AGAIN);
  await closed.finally(() => clearInterval(asking));
}

export class Pages {
  readonly #browser: Browser;
  /** By its options a context, and the page that opens all others of it: they share its process. */
  readonly #openers = new Map<string, Page>();

  constructor(browser: Browser) {
    this.#browser = browser;
    if (delay > 0) slowDown(browser);
  }

  /** @param getsAhead - The page gets parts ahead; else its user has asked the browser to save data. */
  async open(options: BrowserContextOptions, getsAhead = false): Promise<Page> {
    const opener = await this.#openerOf(options);
    const opened = opener.waitForEvent("popup");
    await opener.evaluate("void open()");
    const page = await opened;
    if (!getsAhead) {
      const saves = 'Object.defineProperty(navigator.connection, "saveData", { value: true });';
      await page.addInitScript({ content: saves });
    }
    await slowDownPage(page);
    return page;
  }

  async #openerOf(options: BrowserContextOptions): Promise<Page> {
    const key = JSON.stringify(options);
    const known = this.#openers.get(key);
    if (known !== undefined) return known;
    const context = await this.#browser.newContext(options);
    context.once("close", () => this.#openers.delete(key));
    const opener = await context.newPage();
    this.#openers.set(key, opener);
    return opener;
  }

  /** Closes all pages, also those that pages have opened. */
  async close(): Promise<void> {
    const openers = [...this.#openers.values()];
    const pages = openers.flatMap((opener) => opener.context().pages());
    await Promise.all(pages.filter((page) => !openers.includes(page)).map(close));
  }
}
