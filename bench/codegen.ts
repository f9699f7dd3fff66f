/**
 * The second part of `npm run bench`: what it costs to generate, and what the generated code costs a compiler and an
 * editor. Prints a table, and writes it as JSON to .cache/bench-codegen.json.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript-oldest";
import { emit } from "../codegen/emit/index.js";
import { placesOf } from "../codegen/emit/place.js";
import type { Source } from "../codegen/load.js";
import { readSources } from "../codegen/read.js";
import { understand } from "../codegen/understand.js";
import { completionTimes } from "./codegen-editor.js";
import { synthetic } from "./codegen-synthetic.js";

interface Row {
  readonly work: string;
  readonly measured: string;
  readonly must: string;
  readonly aim: string;
}
const rows: Row[] = [];
const root = process.cwd();
const work = join(root, ".cache", "bench");
const ms = (time: number): string => `${time.toFixed(0)} ms`;

function sortedTimes(count: number, task: () => void): number[] {
  const times = Array.from({ length: count }, () => {
    const start = performance.now();
    task();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b);
}
const median = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;

/** From definitions in memory to the text of all files. Every source is a new one: nothing of it is known. */
function emitted(sources: readonly Source[]): number {
  const { model, faults } = understand(sources.map((source) => ({ ...source })));
  if (!model) throw new Error(`the definitions have faults, the first: ${faults[0]?.message}`);
  return emit(model).size;
}

const ours = readSources(join(root, "schema"));
const widgets = ours.filter(({ folder }) => folder === "widgets").length;

/** Classes that a program can make, as a session binds them. */
function classNames(): string[] {
  const text = readFileSync(join(root, "generated", "sync", "widgets.ts"), "utf8");
  return [...text.matchAll(/^ {2}readonly (\w+): \1Class;/gm)].map(([, name = ""]) => name);
}

function emitOurs(): void {
  const times = sortedTimes(20, () => emitted(ours)).slice(0, 15);
  const files = emitted(ours);
  rows.push({
    work: `emit our ${widgets} definitions, warm, no disk`,
    measured: `${ms(median(times))} (${files} files)`,
    must: "400 ms",
    aim: "150 ms",
  });
}

function emitSynthetic(): void {
  const library = readSources(join(root, "schema"), { library: true });
  const time = (count: number): number => {
    const sources = [...library, ...synthetic(count)];
    return median(sortedTimes(3, () => emitted(sources)));
  };
  const [half, whole] = [time(500), time(1000)];
  rows.push({
    work: "emit 1,000 synthetic definitions",
    measured: ms(whole),
    must: "3000 ms",
    aim: "1300 ms",
  });
  rows.push({
    work: "time(1,000) / time(500)",
    measured: (whole / half).toFixed(2),
    must: "2.4",
    aim: "2.1",
  });
}

function nothingToDo(): void {
  const run = (): string => execFileSync("npm", ["run", "-s", "codegen"], { cwd: root, encoding: "utf8" });
  run();
  let said = "";
  const times = sortedTimes(5, () => {
    said = run();
  });
  const changed = /(\d+) changed/.exec(said)?.[1] ?? "?";
  rows.push({
    work: "npm run codegen with nothing to do",
    measured: `${ms(median(times))}, ${changed} files written`,
    must: "1500 ms, 0",
    aim: "800 ms",
  });
}

/** Types and instantiations that the compiler counts for a program. */
function counted(name: string, text: string): { types: number; instantiations: number } {
  writeFileSync(join(work, `${name}.ts`), text);
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: "es2023",
    module: "nodenext",
    types: ["node"],
  };
  const config = join(work, `${name}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const options = [tsc, "--extendedDiagnostics", "-p", config];
  const said = execFileSync(process.execPath, options, { cwd: root, encoding: "utf8" });
  const number = (what: string): number => Number(new RegExp(`^${what}: +(\\d+)`, "m").exec(said)?.[1]);
  return { types: number("Types"), instantiations: number("Instantiations") };
}

/** A program that has every widget in hand, against one that only imports the same; both from what was built. */
function compiler(): void {
  mkdirSync(work, { recursive: true });
  const opening =
    'import type { Widgets } from "../../dist/generated/sync/index.js";\ndeclare const W: Widgets;\n';
  const without = counted("without", `${opening}export {};\n`);
  const names = classNames();
  const all = counted(
    "with",
    `${opening}${names.map((name) => `void W.${name}.prototype.wid;\n`).join("")}export {};\n`,
  );
  const per = (what: "types" | "instantiations"): string =>
    ((all[what] - without[what]) / names.length).toFixed(1);
  rows.push({
    work: "types / instantiations that tsc counts per widget",
    measured: `${per("types")} / ${per("instantiations")}`,
    must: "25 / 4",
    aim: "21 / 3",
  });
}

function editor(): void {
  const times = completionTimes(root, classNames()).sort((a, b) => a - b);
  const high = times[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
  rows.push({
    work: `warm completion after a keystroke, 95th percentile of ${times.length} classes (TypeScript ${ts.version})`,
    measured: `${ms(high)} (median ${ms(median(times))})`,
    must: "50 ms",
    aim: "20 ms",
  });
}

/** Files of what was built that the compiler reads for a program that names one class by its subpath, without its own. */
function filesFor(file: string, name: string): number {
  const program = join(work, "one.ts");
  writeFileSync(
    program,
    `import { ${name} } from "../../dist/generated/sync/${file}.js";\nexport const it = ${name};\n`,
  );
  const options = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
    noLib: true,
  };
  const read = ts.createProgram([program], options).getSourceFiles();
  const generated = read.filter((each) => each.fileName.includes("/dist/generated/"));
  if (generated.length === 0) throw new Error("the package is not built");
  return generated.length - 1;
}

function oneWidget(): void {
  const { model } = understand(readSources(join(root, "schema")));
  if (!model) throw new Error("the definitions have faults");
  const counts = model.classes
    .filter((it) => !it.abstract)
    .map(({ name }) => ({ name, count: filesFor(placesOf(model).ofClass(name), name) }))
    .sort((a, b) => b.count - a.count);
  const most = counts[0]?.count ?? 0;
  const worst = counts.filter(({ count }) => count === most).map(({ name }) => name);
  rows.push({
    work: "program that imports one widget by its subpath: files beyond the runtime and libs",
    measured: `${counts[Math.floor(counts.length / 2)]?.count}; at most ${most} (${worst.join(", ")})`,
    must: "5",
    aim: "2",
  });
}

emitOurs();
emitSynthetic();
nothingToDo();
compiler();
editor();
oneWidget();
console.table(Object.fromEntries(rows.map(({ work: what, ...rest }) => [what, rest])));
mkdirSync(join(root, ".cache"), { recursive: true });
writeFileSync(join(root, ".cache", "bench-codegen.json"), `${JSON.stringify(rows, null, 2)}\n`);
