/**
 * docs/adding-a-widget.md, followed to the letter: from an empty folder, with the package as npm would publish it.
 * Blocks of sh are run in order, the others are written to the file that the text before them names.
 */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launch } from "../browser/chromium.js";
import { Project, pinned } from "./project.js";

const text = readFileSync(new URL("../../docs/adding-a-widget.md", import.meta.url), "utf8");
const project = new Project();
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await project.remove();
});

type Step = { readonly run: string } | { readonly file: string; readonly text: string };

function steps(): Step[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(
    ([, language, body = ""], i, all): Step[] => {
      if (language === "sh")
        return body
          .trim()
          .split("\n")
          .map((run) => ({ run }));
      const before = text.slice(all[i - 1]?.index ?? 0, all[i]?.index);
      const file = [...before.matchAll(/^`([\w./-]+)`/gm)].at(-1)?.[1];
      if (file === undefined) throw new Error(`No file is named for the block ${body.slice(0, 60)}`);
      return [{ file, text: body }];
    },
  );
}

/** The package comes from here, and others in the versions that are likely to be in npm's cache. */
function installed(run: string, packed: string): string {
  return run
    .replace("pgwidgets-ts uplot", `${packed} uplot`)
    .replace(
      / (typescript|tsx|@types\/node|ts-morph|jsonc-parser|esbuild)(?= |$)/g,
      (_, name: string) => ` ${pinned(name)}`,
    )
    .replace("npm install", "npm install --prefer-offline --no-audit --no-fund");
}

it("works as it says", { timeout: 600_000 }, async () => {
  const packed = await project.pack();
  let url = "";
  for (const step of steps()) {
    if ("file" in step) project.write(step.file, step.text);
    else if (step.run === "npx tsx main.ts") {
      url = await project.start(process.execPath, "node_modules/tsx/dist/cli.mjs", "main.ts");
    } else {
      const run = step.run.startsWith("npm install")
        ? installed(step.run, packed)
        : step.run.replace("npx ", "npx --no-install ");
      const [command = "", ...args] = run.split(" ");
      await project.run(command, ...args);
    }
  }
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(url);
  const plot = page.getByRole("img", { name: "Live signal" });
  await plot.locator("canvas").waitFor();
  const over = plot.locator(".u-over");
  const clicked = async () => {
    await over.click();
    return await page.getByText(/^x is \d+$/).count();
  };
  await expect.poll(clicked, { timeout: 60_000 }).toBe(1);
  await page.reload();
  await plot.locator("canvas").waitFor();
  await page.getByText(/^x is \d+$/).waitFor();
  expect(faults).toEqual([]);
});
