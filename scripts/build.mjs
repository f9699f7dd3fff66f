/**
 * Builds what is published: the page into dist/browser, the server part into dist.
 *
 *   npm run build [-- --widgets DIR ...]
 *
 * Each DIR holds further widget classes for the page.
 */
import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildBrowser } from "./build-browser.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const started = performance.now();
const { values } = parseArgs({ options: { widgets: { type: "string", multiple: true, default: [] } } });

try {
  await rm(join(root, "dist"), { recursive: true, force: true });
  const [page] = await Promise.all([buildBrowser({ extraWidgets: values.widgets }), buildServer()]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`Built ${page.script}, ${page.style} and the server part in ${seconds} s.`);
} catch (error) {
  console.error(`The build failed: ${error.message}`);
  process.exitCode = 1;
}

/** Compiles the server part with its declarations. */
function buildServer() {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  const child = spawn(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`tsc ended with code ${code}.`));
    });
  });
}
