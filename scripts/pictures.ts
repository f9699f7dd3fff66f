/**
 * Takes the pictures of the documents: `npm run pictures`. Needs a Chromium. The visual tests compare with those of
 * the categories.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Application } from "pgwidgets-ts/sync";
import type { Browser } from "playwright-core";
import { build } from "../examples/gallery/build.js";
import { loadCollection } from "../examples/gallery/collection.js";
import { launch } from "../test/browser/chromium.js";
import { folder, type Scheme, schemes, serveCategories } from "../test/browser/visual/category-page.js";
import { writeMadeWith } from "../test/browser/visual/made-with.js";
import { buildBrowser } from "./build-browser.mjs";
import { takeExamplePictures } from "./pictures-examples.js";

const pageFolder = mkdtempSync(join(tmpdir(), "pgwidgets-pictures-"));
await buildBrowser({ outDir: pageFolder });
const browser = await launch();
try {
  await takeCategories(browser);
  writeMadeWith(browser);
  await takeGallery(browser);
  await takeExamplePictures(browser, folder);
} finally {
  await browser.close();
  rmSync(pageFolder, { recursive: true, force: true });
}

async function takeCategories(browser: Browser): Promise<void> {
  const categories = await serveCategories(pageFolder);
  for (const name of categories.names) {
    for (const scheme of schemes) {
      writeFileSync(join(folder, `${name}-${scheme}.png`), await categories.picture(browser, name, scheme));
    }
  }
  await categories.close();
}

/** The whole gallery, as a visitor sees it: a table with its options, in light and in dark. */
async function takeGallery(browser: Browser): Promise<void> {
  const collection = await loadCollection();
  const app = new Application({ wsPort: 0, httpPort: 0, maxSessions: null, staticPath: pageFolder });
  app.setDefaultFont({ family: "DejaVu Sans" });
  app.onConnect((session) => build(session, collection).open({ widget: "TableView" }));
  await app.start();
  const names: Readonly<Record<Scheme, string>> = { light: "gallery", dark: "gallery-dark" };
  for (const scheme of schemes) {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      colorScheme: scheme,
      reducedMotion: "reduce",
    });
    await page.goto(app.url);
    await page.getByRole("gridcell", { name: "Sensor 1", exact: true }).waitFor();
    await page.getByText("A table of 10,000 rows").waitFor();
    await page.screenshot({
      path: join(folder, `${names[scheme]}.png`),
      caret: "hide",
      animations: "disabled",
    });
    await page.close();
  }
  await app.close();
}
