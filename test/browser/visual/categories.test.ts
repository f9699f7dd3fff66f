/**
 * Visual regression: every category of widgets looks as in docs/pictures/, in light and in dark.
 *
 * A change that is meant is accepted with
 *
 *   npm run pictures
 *
 * or, for the categories alone, with ACCEPT_PICTURES=1 npx vitest run test/browser/visual; look at the new pictures
 * before you commit them. What a failed test saw, and where it differs, is in .cache/visual/.
 *
 * The pictures are made with Debian's Chromium and DejaVu fonts (npm test installs both). Where the browser is of
 * another major version than the one that made them (docs/pictures/made-with.json), more may differ.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalogue } from "../../../examples/gallery/catalogue.js";
import { buildBrowser } from "../../../scripts/build-browser.mjs";
import { launch } from "../chromium.js";
import { type Categories, folder, schemes, serveCategories } from "./category-page.js";
import { compare } from "./compare.js";
import { madeWith, majorOf, writeMadeWith } from "./made-with.js";

const accepts = process.env.ACCEPT_PICTURES === "1";
const cache = fileURLToPath(new URL("../../../.cache/visual/", import.meta.url));
const pageFolder = mkdtempSync(join(tmpdir(), "pgwidgets-visual-"));
let browser: Browser;
let categories: Categories;

beforeAll(async () => {
  await buildBrowser({ outDir: pageFolder });
  browser = await launch();
  categories = await serveCategories(pageFolder);
  if (accepts) writeMadeWith(browser);
});
afterAll(async () => {
  await categories.close();
  await browser.close();
  rmSync(pageFolder, { recursive: true, force: true });
});

/** A word that is another one changes some hundred pixels; fonts drawn by another browser change many a little. */
function tolerance() {
  return majorOf(browser) === madeWith()
    ? { threshold: 0.1, share: 0.0001 }
    : { threshold: 0.25, share: 0.01 };
}

describe.each(readCatalogue().categories)("the category %s", (name) => {
  it.each(schemes)("looks as before in %s", async (scheme) => {
    const path = join(folder, `${name}-${scheme}.png`);
    const actual = await categories.picture(browser, name, scheme);
    if (accepts) {
      writeFileSync(path, actual);
      return;
    }
    const { threshold, share } = tolerance();
    const { pixels, of, picture } = compare(readFileSync(path), actual, threshold);
    const isSame = pixels <= of * share;
    if (!isSame) {
      mkdirSync(cache, { recursive: true });
      writeFileSync(join(cache, `${name}-${scheme}-actual.png`), actual);
      writeFileSync(join(cache, `${name}-${scheme}-diff.png`), picture);
    }
    expect(isSame, `${pixels} of ${of} pixels differ; see .cache/visual/${name}-${scheme}-diff.png`).toBe(
      true,
    );
  });
});

describe("the comparison", () => {
  const blank = (width: number, height: number): PNG => {
    const png = new PNG({ width, height });
    png.data.fill(255);
    return png;
  };

  it("counts what differs, and what only one of two pictures has", () => {
    const [a, b] = [blank(40, 30), blank(40, 30)];
    expect(compare(PNG.sync.write(a), PNG.sync.write(b), 0.1).pixels).toBe(0);
    for (let x = 10; x < 20; x++)
      for (let y = 10; y < 20; y++) b.data.fill(0, (40 * y + x) * 4, (40 * y + x) * 4 + 3);
    expect(compare(PNG.sync.write(a), PNG.sync.write(b), 0.1).pixels).toBeGreaterThanOrEqual(64);
    expect(compare(PNG.sync.write(a), PNG.sync.write(blank(40, 34)), 0.1).pixels).toBeGreaterThanOrEqual(
      40 * 3,
    );
  });

  it("tells a moved line of text", async () => {
    const page = await browser.newPage({ viewport: { width: 720, height: 900 } });
    const shot = async (top: number) => {
      await page.setContent(
        `<p style="font: 13px DejaVu Sans; margin: ${top}px 0 0">The quick brown fox</p>`,
      );
      return page.screenshot();
    };
    const { pixels, of } = compare(await shot(20), await shot(21), 0.1);
    await page.close();
    expect(pixels).toBeGreaterThan(of * 0.0001);
  });
});
