/**
 * The page that all browser tests load, built once per run, however many test files there are.
 * Vitest calls `setup` before the first of them (see vitest.config.ts); tests take the folder with `inject("pageFolder")`.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildBrowser } from "../../scripts/build-browser.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the built page: what an application serves as `staticPath`. */
    pageFolder: string;
  }
}

export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "pgwidgets-page-"));
  await buildBrowser({ outDir: folder });
  // Each test has an application, which reads all files of its page, and source maps are most of them.
  for (const name of readdirSync(folder)) if (name.endsWith(".map")) rmSync(join(folder, name));
  project.provide("pageFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
