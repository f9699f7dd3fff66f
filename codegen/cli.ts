/**
 * The command: `npm run codegen`, with `-- --check` to write nothing and fail when something is stale,
 * and `--schema DIR --out DIR` to generate from a program's own definitions on top of ours.
 */
import { resolve as absolute, basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { show } from "./diagnostics.js";
import { generate } from "./pipeline.js";
import { publishedSchema } from "./published.js";
import { readSources } from "./read.js";
import { apply, type Change, compare } from "./write.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const usage = "usage: codegen [--check] [--schema DIR --out DIR]";

interface Target {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
}

const shown = (folder: string, path: string): string =>
  relative(process.cwd(), join(folder, path)).split(sep).join("/");

function reportStale(target: Target, changes: readonly Change[]): void {
  for (const { path, what } of changes) console.error(`${shown(target.folder, path)} is ${what}`);
}

function run(argv: readonly string[]): number {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      check: { type: "boolean", default: false },
      schema: { type: "string" },
      out: { type: "string" },
    },
  });
  if ((values.schema === undefined) !== (values.out === undefined)) {
    console.error(`--schema and --out go together\n${usage}`);
    return 2;
  }
  const started = performance.now();
  const out = values.out === undefined ? join(root, "generated") : absolute(values.out);
  const own = values.schema === undefined ? [] : readSources(absolute(values.schema));
  const runtimeFolder = relative(out, join(root, "runtime")).split(sep).join("/");
  const { files, faults } = generate([...readSources(join(root, "schema")), ...own], runtimeFolder);
  if (faults.length > 0) {
    for (const fault of faults) console.error(`${show(fault)}\n`);
    console.error(`${faults.length} ${faults.length === 1 ? "fault" : "faults"}; nothing was written`);
    return 1;
  }
  const targets: Target[] = [{ folder: out, files }];
  if (values.out === undefined) {
    const published = new Map([["definition.schema.json", publishedSchema()]]);
    targets.push({ folder: join(root, "schema"), files: published });
  }
  const compared = targets.map((target) => ({ target, changes: compare(target.folder, target.files) }));
  const count = compared.reduce((sum, { changes }) => sum + changes.length, 0);
  if (values.check) {
    for (const { target, changes } of compared) reportStale(target, changes);
    if (count > 0) console.error(`${count} stale; run \`npm run codegen\``);
    return count > 0 ? 1 : 0;
  }
  for (const { target, changes } of compared) apply(target.folder, target.files, changes);
  const took = Math.round(performance.now() - started);
  console.log(`${basename(out)}: ${files.size} files, ${count} changed, ${took} ms`);
  return 0;
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")))
    throw error;
  console.error(`${error.message}\n${usage}`);
  process.exitCode = 2;
}
