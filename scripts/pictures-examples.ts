/**
 * The pictures of the larger examples, each in use: what scripts/pictures.ts takes beside those of the gallery.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Application, type Session } from "pgwidgets-ts/sync";
import type { Browser, Page } from "playwright-core";
import { build as dataBrowser } from "../examples/data-browser/browser.js";
import { observations } from "../examples/data-browser/observations.js";
import { build as instrument } from "../examples/instrument/panel.js";
import { Folder } from "../examples/workbench/folder.js";
import { build as workbench } from "../examples/workbench/workbench.js";

interface Picture {
  readonly name: string;
  readonly build: (session: Session) => unknown;
  readonly use: (page: Page) => Promise<void>;
}

const viewport = { width: 1100, height: 740 };

async function examplePictures(): Promise<readonly Picture[]> {
  const collection = observations();
  const folder = await Folder.open(fileURLToPath(new URL("../examples/", import.meta.url)));
  return [
    {
      name: "instrument",
      build: (session) => {
        const plant = instrument(session);
        plant.start();
      },
      // The chart is worth looking at when something has happened.
      use: async (page) => {
        await sleep(40_000);
        await page.getByRole("slider", { name: "Outlet valve" }).press("PageUp");
        await sleep(25_000);
      },
    },
    {
      name: "data-browser",
      build: (session) => dataBrowser(session, collection),
      use: async (page) => {
        await page.getByRole("textbox", { name: "Filter" }).fill("lyra kind:spectrum exposure>=300");
        await page.getByText("entries of 100,000").filter({ hasNotText: "100,000 entries" }).waitFor();
        await page.getByRole("grid").first().getByRole("row").nth(4).click();
        await page.getByText("1 selected").waitFor();
      },
    },
    {
      name: "workbench",
      build: (session) => void workbench(session, folder),
      use: async (page) => {
        await page.getByText("hello.ts", { exact: true }).dblclick();
        await page.getByRole("tab", { name: "hello.ts" }).waitFor();
        await page.getByText("hello-async.ts", { exact: true }).dblclick();
        await page.getByRole("button", { name: "Find and replace" }).click();
        await page.getByRole("textbox", { name: "Find", exact: true }).fill("await");
        await page.keyboard.press("Enter");
        await page.getByText(/^1 of/).waitFor();
      },
    },
  ];
}

/**
 * Takes a picture of each larger example, in light and dark.
 * @param folder - Where to put them, with a slash at its end
 */
export async function takeExamplePictures(browser: Browser, folder: string): Promise<void> {
  for (const { name, build, use } of await examplePictures()) {
    const app = new Application({ wsPort: 0, httpPort: 0, maxSessions: null });
    app.onConnect(build);
    await app.start();
    const page = await browser.newPage({ viewport, deviceScaleFactor: 2 });
    await page.goto(app.url);
    await use(page);
    await page.mouse.move(0, viewport.height - 1);
    for (const [suffix, colorScheme] of [
      ["", "light"],
      ["-dark", "dark"],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${folder}${name}${suffix}.png`, animations: "disabled" });
    }
    await page.close();
    await app.close();
  }
}
