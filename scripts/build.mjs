/**
 * Builds what is published: the page into dist/browser, the server part and the generator into dist, and the types
 * that widget classes of programs are written against into dist/page.
 */
import { spawn } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildBrowser } from "./build-browser.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const started = performance.now();

try {
  await rm(join(root, "dist"), { recursive: true, force: true });
  const [page] = await Promise.all([buildBrowser(), compile("tsconfig.build.json"), buildPageTypes()]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`Built ${page.script}, ${page.style} and the server part in ${seconds} s.`);
} catch (error) {
  console.error(`The build failed: ${error.message}`);
  process.exitCode = 1;
}

/**
 * Types of what widget classes import. Its values are in the running page: who imports them elsewhere is told so,
 * whereas `pgwidgets-ts build` leads the import to the page.
 */
async function buildPageTypes() {
  await compile("browser/tsconfig.types.json");
  const hint =
    'pgwidgets-ts/browser is a part of the page: build your classes with "npx pgwidgets-ts build".';
  await writeFile(
    join(root, "dist", "page", "browser", "api.js"),
    `throw new Error(${JSON.stringify(hint)});\n`,
  );
}

/** Compiles a part with its declarations. */
function compile(project) {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  const child = spawn(process.execPath, [tsc, "-p", project], { cwd: root, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`tsc ended with code ${code}.`));
    });
  });
}
