/**
 * The pictures of the categories: what docs/pictures/ holds and what the visual tests compare.
 * The interface is the same each time: fixed data, DejaVu fonts, no caret, no motion.
 */
import { fileURLToPath } from "node:url";
import { Application } from "pgwidgets-ts/sync";
import type { Browser, Page } from "playwright-core";
import { type Collection, loadCollection, sampleOf } from "../../../examples/gallery/collection.js";
import { Exhibit } from "../../../examples/gallery/exhibit.js";
import { Stage } from "../../../examples/gallery/stage.js";

export type Scheme = "light" | "dark";
export const schemes: readonly Scheme[] = ["light", "dark"];

/** Where the pictures are kept. */
export const folder = fileURLToPath(new URL("../../../docs/pictures/", import.meta.url));

/** CSS pixels: words and a sample side by side. */
const WIDTH = 720;

export interface Categories {
  readonly names: readonly string[];
  /** A picture of a category, as PNG. `width` in CSS pixels; below 760 words stand over their sample. */
  picture(browser: Browser, name: string, scheme: Scheme, look?: Look): Promise<Buffer>;
  close(): Promise<void>;
}

export interface Look {
  /** Default: 720. */
  readonly width?: number;
  /** Pixels per CSS pixel. Default: 1. */
  readonly scale?: number;
  /** Default: the words stand beside their sample. */
  readonly isNarrow?: boolean;
}

/** Serves the categories. `pageFolder` holds the built page. */
export async function serveCategories(pageFolder: string): Promise<Categories> {
  const collection = await loadCollection();
  const quiet = () => {};
  const faults: string[] = [];
  const fault = (message: string, details?: unknown) => faults.push(`${message} ${String(details ?? "")}`);
  const app = new Application({
    wsPort: 0,
    httpPort: 0,
    maxSessions: null,
    staticPath: pageFolder,
    logger: { debug: quiet, info: quiet, warn: fault, error: fault },
  });
  app.setDefaultFont({ family: "DejaVu Sans" });
  app.setTheme({ tokens: { "font-mono": "DejaVu Sans Mono" } });
  await app.start();

  const picture: Categories["picture"] = async (browser, name, scheme, look = {}) => {
    const { width = WIDTH, scale = 1, isNarrow = false } = look;
    const off = app.onConnect((session) => show(session, collection, name, isNarrow));
    const context = await browser.newContext({
      viewport: { width, height: 600 },
      colorScheme: scheme,
      deviceScaleFactor: scale,
      reducedMotion: "reduce",
    });
    try {
      const page = await context.newPage();
      page.on("pageerror", (error) => faults.push(String(error)));
      await page.goto(app.url);
      await page.getByRole("button", { name: "Options" }).first().waitFor();
      const shot = await settledPicture(page, width);
      if (faults.length > 0) throw new Error(faults.splice(0).join("\n"));
      return shot;
    } finally {
      off();
      await context.close();
    }
  };
  return { names: collection.catalogue.categories, picture, close: () => app.close() };
}

type Session = Parameters<Parameters<Application["onConnect"]>[0]>[0];

/** A page with nothing but the samples of a category. */
function show(session: Session, collection: Collection, name: string, isNarrow: boolean): void {
  const W = session.getWidgets();
  const stage = new Stage(W, { chosen() {}, closed() {} });
  const exhibits = collection.catalogue.entries
    .filter(({ category }) => category === name)
    .map((entry) => {
      return new Exhibit(W, collection.catalogue.types, entry, sampleOf(collection, entry.name), () => {});
    });
  stage.setNarrow(isNarrow);
  stage.show(exhibits);
  const page = W.Page();
  page.setWidget(stage.widget);
  page.show();
}

/** As high as the samples are, once two pictures in a row are the same. */
async function settledPicture(page: Page, width: number): Promise<Buffer> {
  let before: Buffer = Buffer.alloc(0);
  for (let i = 0; i < 60; i++) {
    const height = await page.evaluate<number>(
      `Math.ceil(Math.max(...[...document.querySelectorAll(".pgw-v-box")].map((box) => box.scrollHeight)))`,
    );
    await page.setViewportSize({ width, height });
    await page.mouse.move(0, 0);
    await page.waitForFunction(`document.fonts.status === "loaded"`);
    const shot = await page.screenshot({ animations: "disabled", caret: "hide", scale: "device" });
    const isIdle = (await page.evaluate(`document.querySelector('[aria-busy="true"]') === null`)) === true;
    if (isIdle && shot.equals(before)) return shot;
    before = shot;
    await page.waitForTimeout(150);
  }
  throw new Error("The page does not come to rest.");
}
