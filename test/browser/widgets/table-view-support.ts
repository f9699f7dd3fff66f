/**
 * Tables for tests, and what is asked of them.
 */
import type { TableViewOptions, Widgets } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import { mount, type Shown } from "../support.js";

export const columns = [
  { label: "Name", key: "name", editable: true },
  { label: "Number", key: "number", type: "integer" as const, colwidth: 90, editable: true },
  { label: "Note", key: "note" },
];
export const names = ["Delta", "alpha", "Charlie", "bravo", "Echo"];
export const few = names.map((name, i) => ({ name, number: (i * 7) % 5, note: `note ${i}` }));
export const many = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `Row ${i}`, number: i, note: `note ${i}` }));

type Heard = [action: string, ...args: unknown[]];
const actions = [
  "activated",
  "selected",
  "sorted",
  "columns_resized",
  "cell_edited",
  "cell_selected",
  "cell_action",
  "copy",
  "cut",
  "paste",
  "scrolled",
] as const;

export function table(options: TableViewOptions = {}, rows: readonly object[] = few) {
  return (W: Widgets) => {
    const view = W.TableView({ columns, ...options });
    view.setData(rows as never);
    const heard: Heard[] = [];
    for (const action of actions) {
      view.on(action, (...args: unknown[]) => {
        heard.push([action, ...args]);
      });
    }
    const before = W.Button("Before");
    const after = W.Button("After");
    const box = W.VBox({ padding: 8, spacing: 8 });
    box.addWidget(before, 0);
    box.addWidget(view, 1);
    box.addWidget(after, 0);
    mount(W, box);
    const of = (action: string) => heard.filter(([name]) => name === action).map(([, ...args]) => args);
    return { view, heard, before, after, of };
  };
}

export type Made = ReturnType<ReturnType<typeof table>>;

/** The texts that are shown, row by row. */
export function shownRows(page: Page): Promise<string[][]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".pgw-item-row")].map((row) =>
      [...row.querySelectorAll("[role=gridcell]")].map((cell) => cell.textContent ?? ""),
    ),
  );
}
export const cell = ({ page }: Shown<unknown>, row: number, column: number) =>
  page.locator(`[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 1}"]`);
export const header = ({ page }: Shown<unknown>, label: string) =>
  page.getByRole("columnheader", { name: label, exact: true });
export const cursor = ({ page }: Shown<unknown>) =>
  page.evaluate(() => {
    const at = document.querySelector(".pgw-cursor");
    return at === null
      ? null
      : [
          Number(at.parentElement?.getAttribute("aria-rowindex")) - 2,
          Number(at.getAttribute("aria-colindex")) - 1,
        ];
  });
export const focusedText = ({ page }: Shown<unknown>) =>
  page.evaluate(() => document.activeElement?.textContent ?? "");
