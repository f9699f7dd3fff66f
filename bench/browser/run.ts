/**
 * `npm run bench:browser`: what work costs in the page, in a real Chromium in front of a real application, beside the
 * same work with bare DOM calls in the same run. Prints a table and writes it as JSON to .cache/bench-browser.json.
 * Figures of a busy machine say little; ratios say more. Arguments: names of the parts to run; none runs all.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { editorRows } from "./editors.js";
import { loadRows } from "./loads.js";
import { type Row, report } from "./report.js";
import { sliderRows } from "./sliders.js";
import { Stage } from "./stage.js";
import { tableRows } from "./tables.js";
import { treeRows } from "./trees.js";
import { widgetRows } from "./widgets.js";

const parts: Readonly<Record<string, (stage: Stage) => Promise<Row[]>>> = {
  widgets: (stage) => widgetRows(stage, 5),
  tables: (stage) => tableRows(stage, 5),
  trees: (stage) => treeRows(stage, 3),
  editors: (stage) => editorRows(stage, 5),
  loads: (stage) => loadRows(stage, 7),
  sliders: (stage) => sliderRows(stage),
};

const asked = process.argv.slice(2);
for (const name of asked) {
  if (parts[name] === undefined) {
    console.error(`There is no part "${name}"; there are ${Object.keys(parts).join(", ")}.`);
    process.exit(1);
  }
}
const probe = readFileSync(fileURLToPath(new URL("./probe.js", import.meta.url)), "utf8");
const stage = await Stage.open(probe);
const rows: Row[] = [];
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    rows.push(...(await measure(stage)));
  }
} finally {
  await stage.close();
}
report(rows, "bench-browser.json");
