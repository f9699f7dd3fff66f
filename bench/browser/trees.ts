/**
 * A tree of 100,000 nodes, all open: a group is closed.
 */
import type { TreeData, TreeView } from "pgwidgets-ts/sync";
import type { Plan } from "./page/bench.js";
import { type Row, timed } from "./report.js";
import { quiet, type Stage } from "./stage.js";

const GROUPS = 100;
const LEAVES = 999;
const CHANGES = 5;

function treeOf(): TreeData {
  const group = (at: number) =>
    Object.fromEntries(
      Array.from({ length: LEAVES }, (_, i) => [`leaf ${at}.${i}`, { kind: "leaf", size: i }]),
    );
  return Object.fromEntries(Array.from({ length: GROUPS }, (_, at) => [`group ${at}`, group(at)]));
}

export async function treeRows(stage: Stage, repetitions: number): Promise<Row[]> {
  const closed = [];
  const bare = [];
  for (let i = 0; i < repetitions; i++) {
    const made: { tree: TreeView | null } = { tree: null };
    const shown = await stage.ours((W) => {
      made.tree = W.TreeView({
        columns: [
          { key: "name", label: "Name" },
          { key: "kind", label: "Kind" },
          { key: "size", label: "Size", type: "integer" },
        ],
      });
      return made.tree;
    });
    const tree = made.tree as unknown as TreeView;
    await shown.painted(
      () => {
        tree.setTree(treeOf());
        tree.expandAll();
      },
      () => document.querySelectorAll(".pgw-item-row").length > 5,
    );
    const count = () =>
      shown.page.evaluate(() => Number(document.querySelector("[aria-rowcount]")?.ariaRowCount));
    const all = await count();
    if (all !== GROUPS * (LEAVES + 1) + 1) throw new Error(`The tree shows ${all} rows.`);
    const plan: Plan = await shown.page.evaluate((wid) => bench.planOf(bench.widget(wid)), tree.wid);
    const styles = await shown.stylesOfParts();
    for (let at = 0; at < CHANGES; at++) {
      await quiet(shown.page);
      closed.push(
        await shown.painted(
          () => tree.collapseItem([`group ${at}`]),
          (rows) => document.querySelector("[aria-rowcount]")?.ariaRowCount === rows,
          String(all - (at + 1) * LEAVES),
        ),
      );
    }
    await shown.close();
    bare.push(...(await bareRound(stage, plan, styles)));
  }
  return [
    timed(
      "tree of 100,000 nodes: close a group",
      [50, 17],
      closed.map(({ time }) => time),
      bare.map(({ time }) => time),
      closed.map(({ fromCall }) => fromCall),
    ),
  ];
}

async function bareRound(stage: Stage, plan: Plan, styles: string) {
  const page = await stage.bare(styles);
  const results = await page.evaluate(
    async ([plan, groups, leaves, changes]) => {
      let rows: unknown[][] = [];
      for (let at = 0; at < groups; at++) {
        rows.push([`group ${at}`]);
        for (let i = 0; i < leaves; i++) rows.push([`leaf ${at}.${i}`, "leaf", i]);
      }
      const tree = new bench.BareRows(plan, rows, 28);
      bench.show(tree.element);
      const results = [];
      for (let at = 0; at < changes; at++) {
        results.push(
          await bench.bare(() => {
            // The groups before it are closed already.
            rows = [...rows.slice(0, at + 1), ...rows.slice(at + 1 + leaves)];
            tree.show(rows);
          }),
        );
      }
      return results;
    },
    [plan, GROUPS, LEAVES, CHANGES] as const,
  );
  await page.context().close();
  return results;
}
