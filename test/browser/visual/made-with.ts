/**
 * Which browser made the pictures in docs/pictures/.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { folder } from "./category-page.js";

const path = join(folder, "made-with.json");

/** Major version of a browser. */
export const majorOf = (browser: Browser): number => Number(browser.version().split(".")[0]);

/** Major version of the Chromium that made the pictures. */
export function madeWith(): number {
  const { chromium } = JSON.parse(readFileSync(path, "utf8")) as { readonly chromium: number };
  return chromium;
}

export function writeMadeWith(browser: Browser): void {
  writeFileSync(path, `{ "chromium": ${majorOf(browser)} }\n`);
}
