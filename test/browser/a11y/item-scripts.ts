/**
 * The keys of tables and trees: one by rows, one by cells.
 */
import type { TableView, TableViewOptions, TreeView, Widgets } from "pgwidgets-ts/sync";
import { expect } from "vitest";
import { gone } from "../gone.js";
import { type Script, type Stage, type Step, script } from "./keyboard.js";
import { placed, WORDS } from "./specimens.js";

const NAMES = Array.from({ length: 24 }, (_, i) => `${WORDS[i % WORDS.length]} ${i}`);

interface Made {
  readonly byRows: TableView | TreeView;
  readonly byCells: TableView | TreeView;
  readonly counts: Map<string, number>;
  fill(): void;
}

const ACTIONS = ["activated", "cell_edited", "columns_resized", "copy", "cut", "paste"] as const;

function counting(counts: Map<string, number>, view: TableView | TreeView): void {
  for (const action of ACTIONS)
    (view as TableView).on(action, () => void counts.set(action, (counts.get(action) ?? 0) + 1));
}

/** What tables and trees share; `made` is filled anew before each key. */
function steps(stage: Stage<Made>): Record<string, Step> {
  const { made, at, page, settled } = stage;
  const { byRows, byCells, counts } = made;
  const editor = () => page.getByRole("textbox");
  const on =
    (view: TableView | TreeView, text: string, ...keys: readonly string[]) =>
    async () => {
      await page.keyboard.press("Escape");
      made.fill();
      await settled();
      await at(view)
        .locator(".pgw-items-scroller")
        .evaluate((element: { scrollTop: number }) => {
          element.scrollTop = 0;
        });
      await at(view).getByText(text, { exact: true }).first().click();
      await settled();
      for (const key of keys) await page.keyboard.press(key);
      await settled();
      counts.clear();
    };
  const focused = (text: string) => () => expect.poll(() => stage.focused()).toContain(text);
  const place = async () => {
    const text = await stage.focused();
    return NAMES.findLastIndex((name) => text.includes(name));
  };
  const counted = (action: (typeof ACTIONS)[number]) => () => expect.poll(() => counts.get(action)).toBe(1);
  const selected = (count: number) => () => expect.poll(() => byRows.getSelected().length).toBe(count);
  const inHeader = on(byRows, "Aarhus 0", "ArrowUp");
  const edits = (text: string) => async () => {
    await expect.poll(() => editor().inputValue()).toBe(text);
    await page.keyboard.press("Escape");
  };
  return {
    ArrowDown: { before: on(byRows, "Cairo 2"), after: focused("Dakar 3") },
    ArrowUp: { before: on(byRows, "Cairo 2"), after: focused("Bergen 1") },
    PageDown: { before: on(byRows, "Cairo 2"), after: () => expect.poll(place).toBeGreaterThan(3) },
    PageUp: { before: on(byRows, "Cairo 2", "End"), after: () => expect.poll(place).toBeLessThan(22) },
    Home: { before: on(byRows, "Cairo 2"), after: focused("Aarhus 0") },
    End: { before: on(byRows, "Cairo 2"), after: focused("Lima 23") },
    "Ctrl+Home": { before: on(byCells, "Cairo 2"), after: focused("Aarhus 0") },
    "Ctrl+End": { before: on(byCells, "Cairo 2"), after: focused("23.5") },
    ArrowRight: { before: on(byCells, "Cairo 2"), after: focused("2.5") },
    ArrowLeft: { before: on(byCells, "2.5"), after: focused("Cairo 2") },
    "Shift+ArrowDown": { before: on(byRows, "Cairo 2"), after: selected(2) },
    "Shift+ArrowUp": { before: on(byRows, "Cairo 2"), after: selected(2) },
    Space: { before: on(byRows, "Cairo 2", "Control+ArrowDown", "Control+ArrowDown"), after: selected(1) },
    "Ctrl+Space": { before: on(byRows, "Cairo 2", "Control+ArrowDown"), after: selected(2) },
    "Ctrl+A": { before: on(byRows, "Cairo 2"), after: selected(NAMES.length) },
    Enter: { before: on(byRows, "Cairo 2"), after: counted("activated") },
    F2: { before: on(byCells, "2.5"), after: edits("2.5") },
    Escape: {
      before: on(byCells, "2.5", "F2", "7"),
      after: async () => {
        await gone(editor());
        await focused("2.5")();
      },
    },
    Tab: { before: on(byCells, "Cairo 2"), after: focused("2.5") },
    "Shift+Tab": { before: on(byCells, "2.5"), after: focused("Cairo 2") },
    "Delete or Backspace": { before: on(byCells, "2.5"), after: counted("cell_edited") },
    Text: { before: on(byRows, "Cairo 2"), after: focused("Genoa 6"), text: "g" },
    "Ctrl+C": { before: on(byRows, "Cairo 2"), after: counted("copy") },
    "Ctrl+X": { before: on(byCells, "2.5"), after: counted("cut") },
    "Ctrl+V": { before: on(byCells, "2.5", "Control+c"), after: counted("paste") },
    "Shift+ArrowRight": { before: inHeader, after: counted("columns_resized") },
    "Shift+ArrowLeft": { before: inHeader, after: counted("columns_resized") },
  };
}

const columns = () => [
  { label: "Name", key: "name", editable: true, colwidth: 160 },
  { label: "Value", key: "value", type: "float" as const, editable: true, colwidth: 120 },
];
const options = (cellCursor: boolean): TableViewOptions => ({
  columns: columns(),
  selectionMode: cellCursor ? "multiple-cell" : "multiple",
  sortable: true,
  cellCursor,
  minSize: [null, 180],
});

function tables(W: Widgets): Made {
  const [byRows, byCells] = [W.TableView(options(false)), W.TableView(options(true))];
  const counts = new Map<string, number>();
  for (const view of [byRows, byCells]) counting(counts, view);
  placed(W, byRows, byCells);
  const fill = () => {
    for (const view of [byRows, byCells]) view.setRows(NAMES.map((name, i) => ({ name, value: i + 0.5 })));
  };
  fill();
  return { byRows, byCells, counts, fill };
}

function trees(W: Widgets): Made {
  const [byRows, byCells] = [W.TreeView(options(false)), W.TreeView(options(true))];
  const counts = new Map<string, number>();
  for (const view of [byRows, byCells]) counting(counts, view);
  placed(W, byRows, byCells);
  const fill = () => {
    for (const view of [byRows, byCells])
      view.setTree(Object.fromEntries(NAMES.map((name, i) => [name, { name, value: i + 0.5 }])));
  };
  fill();
  return { byRows, byCells, counts, fill };
}

export const itemScripts: Readonly<Record<string, Script>> = {
  TableView: script(tables, steps),
  TreeView: script(trees, (stage) => {
    const { made, at, page, settled } = stage;
    const grow =
      (...keys: readonly string[]) =>
      async () => {
        await page.keyboard.press("Escape");
        (made.byRows as TreeView).setTree({ outer: { inner: { value: 1 } }, other: { value: 2 } });
        await settled();
        await at(made.byRows).getByText("outer", { exact: true }).click();
        for (const key of keys) await page.keyboard.press(key);
        await settled();
      };
    const isOpen = () => at(made.byRows).getByRole("row", { name: "outer" }).getAttribute("aria-expanded");
    return {
      ...steps(stage),
      ArrowRight: { before: grow("ArrowLeft"), after: () => expect.poll(isOpen).toBe("true") },
      ArrowLeft: { before: grow(), after: () => expect.poll(isOpen).toBe("false") },
    };
  }),
};
