/**
 * `npm run bench:browser`: builds the package, then measures its page in a Chromium.
 * `npm run bench:browser -- widgets tables --rounds 3` runs only these parts, three times; `--no-build` measures what
 * was built before.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root, run, setUpChromium, setUpPackages } from "./setup.mjs";

const args = process.argv.slice(2);
const builds = !args.includes("--no-build") || !existsSync(join(root, "dist", "browser", "index.html"));

setUpPackages();
const chromium = setUpChromium();
if (builds && !run(process.execPath, ["scripts/build.mjs"])) process.exit(1);
const outdir = join(root, ".cache", "bench-browser");
const common = { absWorkingDir: root, bundle: true, tsconfigRaw: {} };
await Promise.all([
  build({
    ...common,
    entryPoints: { run: "bench/browser/run.ts" },
    outdir,
    packages: "external",
    platform: "node",
    format: "esm",
  }),
  // What runs in the page, before its own script.
  build({
    ...common,
    entryPoints: { probe: "bench/browser/page/bench.ts" },
    outdir,
    platform: "browser",
    format: "iife",
  }),
]);
const env = { ...process.env, CHROMIUM: chromium };
const parts = args.filter((arg) => arg !== "--no-build");
process.exit(run(process.execPath, [join(outdir, "run.js"), ...parts], { env }) ? 0 : 1);
