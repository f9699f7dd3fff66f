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
  entryPoints: ["bench/run.ts", "bench/socket-client-thread.ts", "bench/codegen.ts"],
  absWorkingDir: root,
  outdir,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  tsconfigRaw: {},
});
const ran = run(process.execPath, ["--expose-gc", join(outdir, "run.js")]);
const generated = run(process.execPath, [join(outdir, "codegen.js")]);
process.exit(ran && generated ? 0 : 1);
