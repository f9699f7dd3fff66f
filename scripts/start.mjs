/**
 * `npm start`: sets up what is missing, brings generated code and page up to date, and serves the gallery.
 * `npm start -- hello` runs examples/hello.ts instead.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, runTool, setUpPackages } from "./setup.mjs";

const [name = "gallery", ...args] = process.argv.slice(2);
const program = [`examples/${name}.ts`, `examples/${name}/main.ts`].find((path) =>
  existsSync(join(root, path)),
);

try {
  if (program === undefined) throw new Error(`There is no example "${name}" in examples/.`);
  setUpPackages();
  if (!runTool("tsx", ["codegen/cli.ts"])) throw new Error("Code generation failed; see above.");
  const { buildBrowser } = await import("./build-browser.mjs");
  await buildBrowser();
  const folder = join(root, "examples", name);
  if (existsSync(join(folder, "schema"))) await prepareOwnWidgets(folder);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.exit(runTool("tsx", [program, ...args]) ? 0 : 1);

/** An example with widgets of its own is generated and built as a project of somebody else is. */
async function prepareOwnWidgets(folder) {
  const of = (name) => join(folder, name);
  if (!runTool("tsx", ["codegen/cli.ts", "--schema", of("schema"), "--out", of("generated")])) {
    throw new Error("Code generation failed; see above.");
  }
  const { buildPage } = await import("../cli/page.mjs");
  await buildPage({ widgets: of("widgets"), out: of("page") });
}
