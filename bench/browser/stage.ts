/**
 * A real Chromium in front of a real application, and pages in it: ours, and bare ones with the same style sheet.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Application, type Session, type Widget, type Widgets } from "pgwidgets-ts/sync";
import type { Browser, CDPSession, Page } from "playwright-core";
import { launch } from "../../test/browser/chromium.js";
import type { Painted } from "./page/bench.js";
import { leaveUndisturbed } from "./undisturbed.js";

const VIEWPORT = { width: 1280, height: 800 };
/** Text of the marker, by which a page is seen to have done all that came before. */
const READY = "ready";
/** Milliseconds until a page has got the parts that it gets ahead; see browser/main.ts. */
const AHEAD = 2500;
/** Milliseconds after which a browser has made a new page, and is at rest: before that it has other work beside ours. */
export const AT_REST = 1500;

/** Our page, with a session of its own. */
export interface Shown {
  readonly page: Page;
  readonly session: Session;
  readonly widgets: Widgets;
  /**
   * Has the program do something, and waits until the page has painted it.
   * `drawn` is asked in the page, with `argument`, at the end of each frame.
   */
  painted<A>(work: () => void, drawn?: (argument: A) => boolean, argument?: A): Promise<Reached>;
  /** The styles that parts have brought with them, such as those of tables, and that an editor makes for itself. */
  stylesOfParts(): Promise<string>;
  close(): Promise<void>;
}

export interface Reached extends Painted {
  /** From the program's call to its painting: with the server's own work and the way. */
  readonly fromCall: number;
}

export class Stage {
  readonly app: Application;
  readonly #browser: Browser;
  readonly #probe: string;
  /** The style sheet of the page. */
  readonly styles: string;
  #came: ((session: Session) => void) | null = null;

  private constructor(app: Application, browser: Browser, probe: string, styles: string) {
    this.app = app;
    this.#browser = browser;
    this.#probe = probe;
    this.styles = styles;
    app.onConnect((session) => this.#came?.(session));
  }

  /** @param probe - The script that every page gets before its own. */
  static async open(probe: string): Promise<Stage> {
    const app = new Application({ wsPort: 0, httpPort: 0, maxSessions: null, logger: null });
    await app.start();
    const html = readFileSync(join(app.staticPath, "index.html"), "utf8");
    const sheet = /href="\.\/([^"]+\.css)"/.exec(html)?.[1];
    if (sheet === undefined) throw new Error("The built page has no style sheet: run npm run build.");
    return new Stage(app, await launch(), probe, readFileSync(join(app.staticPath, sheet), "utf8"));
  }

  /** Says what is to be done with the next session. */
  meet(handler: (session: Session) => void): void {
    this.#came = handler;
  }

  /** An empty page. */
  async blank(): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: VIEWPORT });
    const page = await context.newPage();
    await leaveUndisturbed(page);
    await page.addInitScript({ content: this.#probe });
    return page;
  }

  /**
   * A page without our script: its body is the ground for bare DOM calls.
   *
   * @param more - Styles besides those of the page: of the parts that made what is shown.
   */
  async bare(more = ""): Promise<Page> {
    const page = await this.blank();
    const html = `<!doctype html><style>${this.styles}</style><style>${more}</style><body></body>`;
    await page.goto(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString("base64")}`);
    return page;
  }

  /** @param build - Makes what is shown; the marker of `painted` stands above it. */
  async ours(build: (widgets: Widgets, session: Session) => Widget): Promise<Shown> {
    const session = new Promise<Session>((resolve) => this.meet(resolve));
    const page = await this.blank();
    await page.goto(this.app.url);
    return this.#shown(page, await session, build);
  }

  async #shown(
    page: Page,
    session: Session,
    build: (widgets: Widgets, session: Session) => Widget,
  ): Promise<Shown> {
    const widgets = session.getWidgets();
    const marker = widgets.Label("");
    const column = widgets.VBox();
    column.addWidget(marker, 0);
    column.addWidget(build(widgets, session), 1);
    const ground = widgets.Page();
    ground.setWidget(column);
    ground.show();
    await page.locator(`[data-wid="${marker.wid}"]`).waitFor({ state: "attached" });
    await page.waitForTimeout(AHEAD);
    await quiet(page);
    let round = 0;
    return {
      page,
      session,
      widgets,
      async painted<A>(work: () => void, drawn?: (argument: A) => boolean, argument?: A) {
        const text = `${READY} ${++round}`;
        // As text, since a page allows nothing to be evaluated by itself.
        const test = drawn === undefined ? "" : `, () => (${drawn})(${JSON.stringify(argument)})`;
        await page.evaluate(
          `{
            const marker = bench.widget(${marker.wid});
            bench.watchWire(() => marker.textContent === ${JSON.stringify(text)}${test});
          }`,
        );
        const start = performance.timeOrigin + performance.now();
        work();
        marker.setText(text);
        const result = await page.evaluate(() => bench.result());
        return { ...result, fromCall: result.at - start };
      },
      stylesOfParts: () =>
        page.evaluate(() =>
          [...document.styleSheets, ...document.adoptedStyleSheets]
            .filter((sheet) => sheet.href === null)
            .map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join("\n"))
            .join("\n"),
        ),
      async close() {
        await page.context().close();
        session.destroy();
      },
    };
  }

  /** Bytes of private memory of the process that renders a page, after its garbage is collected. */
  async memory(page: Page): Promise<number> {
    const cdp = await page.context().newCDPSession(page);
    await page.waitForTimeout(AT_REST);
    for (let i = 0; i < 3; i++) await cdp.send("HeapProfiler.collectGarbage");
    await page.waitForTimeout(300);
    const bytes = await this.#privateBytes(page, cdp);
    await cdp.detach();
    return bytes;
  }

  /** Renderer processes come and go with their pages, so the one of this page is told apart by its work. */
  async #privateBytes(page: Page, cdp: CDPSession): Promise<number> {
    if (process.platform !== "linux") {
      const heap = await cdp.send("Runtime.getHeapUsage");
      return heap.usedSize + heap.embedderHeapUsedSize + heap.backingStorageSize;
    }
    const root = await this.#browser.newBrowserCDPSession();
    const renderers = async () => {
      const { processInfo } = await root.send("SystemInfo.getProcessInfo");
      return new Map(processInfo.filter(({ type }) => type === "renderer").map((p) => [p.id, p.cpuTime]));
    };
    const before = await renderers();
    await page.evaluate(() => {
      for (const end = performance.now() + 500; performance.now() < end; );
    });
    const worked = [...(await renderers())].map(
      ([id, time]) => [id, time - (before.get(id) ?? time)] as const,
    );
    const [pid] = worked.sort((a, b) => b[1] - a[1])[0] ?? [];
    await root.detach();
    if (pid === undefined) throw new Error("Chromium names no process of the page.");
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const field = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0);
    return 1024 * (field("RssAnon") + field("VmSwap"));
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.app.close();
  }
}

/** Nothing has come for a while and all is painted. */
export async function quiet(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let i = 0; i < 6; i++) await new Promise(requestAnimationFrame);
  });
}
