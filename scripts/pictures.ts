/**
 * Takes the pictures of the documents: `npm run pictures`. Needs a Chromium and a built page.
 */
import { fileURLToPath } from "node:url";
import { Application } from "pgwidgets-ts/sync";
import { build } from "../examples/gallery/build.js";
import { launch } from "../test/browser/chromium.js";
import { buildBrowser } from "./build-browser.mjs";
import { takeExamplePictures } from "./pictures-examples.js";

const folder = fileURLToPath(new URL("../docs/pictures/", import.meta.url));

await buildBrowser();
const app = new Application({ wsPort: 0, httpPort: 0, maxSessions: null });
app.onConnect(build);
await app.start();
const browser = await launch();
for (const [name, colorScheme] of [
  ["gallery", "light"],
  ["gallery-dark", "dark"],
] as const) {
  const page = await browser.newPage({
    viewport: { width: 1100, height: 900 },
    colorScheme,
    deviceScaleFactor: 2,
  });
  await page.goto(app.url);
  await page.getByRole("button", { name: "Toggle" }).click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}
await takeExamplePictures(browser, folder);
await browser.close();
await app.close();
