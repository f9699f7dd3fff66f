/**
 * `npm run bench:browser`: what work costs in the page, in a real Chromium in front of a real application, beside the
 * same work with bare DOM calls in the same run. Prints a table and writes it as JSON to .cache/bench-browser.json.
 * Figures of a busy machine say little; ratios say more. Arguments: names of the parts
 * to run, none for all; `--rounds N` repeats each N times, 5 by default.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { editorRows } from "./editors.js";
import { loadRows } from "./loads.js";
import { print, type Row, write } from "./report.js";
import { sliderRows } from "./sliders.js";
import { Stage } from "./stage.js";
import { tableRows } from "./tables.js";
import { treeRows } from "./trees.js";
import { widgetRows } from "./widgets.js";

const { values, positionals: asked } = parseArgs({
  options: { rounds: { type: "string", default: "5" } },
  allowPositionals: true,
});
const rounds = Number(values.rounds);

const parts: Readonly<Record<string, (stage: Stage) => Promise<Row[]>>> = {
  widgets: (stage) => widgetRows(stage, rounds),
  tables: (stage) => tableRows(stage, rounds),
  trees: (stage) => treeRows(stage, rounds),
  editors: (stage) => editorRows(stage, rounds),
  loads: (stage) => loadRows(stage, rounds),
  sliders: (stage) => sliderRows(stage),
};

function refuse(reason: string): never {
  console.error(reason);
  process.exit(1);
}
if (!Number.isSafeInteger(rounds) || rounds < 1) refuse("--rounds must be a whole number from 1.");
for (const name of asked) {
  if (parts[name] === undefined) {
    refuse(`There is no part "${name}"; there are ${Object.keys(parts).join(", ")}.`);
  }
}
const probe = readFileSync(fileURLToPath(new URL("./probe.js", import.meta.url)), "utf8");
const stage = await Stage.open(probe);
const rows: Row[] = [];
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const measured = await measure(stage);
    rows.push(...measured);
    // A part takes its time, above all on a busy machine: what is known is told at once.
    print(measured);
    write(rows, "bench-browser.json");
  }
  if (asked.length !== 1) print(rows);
} finally {
  await stage.close();
}
