/**
 * `npm run bench`: builds the package, then measures it as a program that installed it would run it.
 */
import { join } from "node:path";
import { build } from "esbuild";
import { root, run, setUpPackages } from "./setup.mjs";

setUpPackages();
if (!run(process.execPath, ["scripts/build.mjs"])) process.exit(1);
const outdir = join(root, ".cache", "bench");
await build({
  entryPoints: ["bench/run.ts", "bench/socket-client-thread.ts"],
  absWorkingDir: root,
  outdir,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  tsconfigRaw: {},
});
process.exit(run(process.execPath, ["--expose-gc", join(outdir, "run.js")]) ? 0 : 1);
