/** What a person does to the editor, to tables and to trees. */
import { drag } from "../../harness.js";
import { type Acting, as, boxOf, type Gestures } from "./gesture.js";

const cell = ({ at }: Acting, row: number, column: number) =>
  at.locator(`[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 1}"]`);
const header = ({ at }: Acting, name: string) => at.getByRole("columnheader", { name, exact: true });
const line = ({ at }: Acting, index: number) => at.locator(".cm-line").nth(index);

const withButton = [
  { label: "Name", key: "name", editable: true, colwidth: 140 },
  { label: "Do", key: "age", type: "string", widget: "button" },
];

export const textsAndItems: Gestures = {
  TextSource: [
    {
      fires: ["changed", "cursor_moved", "text-edited", "caret-moved"],
      act: async (it) => {
        await line(it, 1).click();
        await it.page.keyboard.type("ab");
        await it.page.keyboard.press("ArrowRight");
      },
    },
    {
      fires: ["undo-asked", "redo-asked"],
      act: async (it) => {
        await line(it, 1).click();
        await it.page.keyboard.type("ab");
        await it.page.keyboard.press("Control+z");
        await it.heard("undo-asked");
        await it.page.keyboard.press("Control+y");
      },
    },
    {
      fires: ["line_clicked"],
      options: { lineNumbers: true },
      act: ({ at }) => at.locator(".cm-lineNumbers .cm-gutterElement").nth(2).click(),
    },
    {
      fires: ["icon_clicked", "gutter-clicked"],
      options: { iconGutter: true },
      act: async (it) => {
        const row = await boxOf(line(it, 1));
        const gutter = await boxOf(it.at.locator(".pgw-source-icons"));
        await it.page.mouse.click(gutter.x + 8, row.y + 8);
      },
    },
    {
      fires: ["tooltip"],
      act: async (it) => {
        as<{ setTooltipsEnabled(on: boolean): void }>(it.widget).setTooltipsEnabled(true);
        await it.two.settled();
        const row = await boxOf(line(it, 1));
        await it.page.mouse.move(row.x + 8, row.y + 6);
        await it.heard("tooltip");
        as<{ setTooltipsEnabled(on: boolean): void }>(it.widget).setTooltipsEnabled(false);
      },
    },
  ],
  TextBufferRef: [
    {
      fires: ["invalidated"],
      act: async ({ scene, widget }) => {
        const source = scene.widgets?.at(-1);
        if (source !== undefined) as<{ removeRef(ref: unknown): void }>(source).removeRef(widget);
      },
    },
  ],
  ItemView: [
    { fires: ["selected"], act: (it) => cell(it, 1, 0).click() },
    {
      fires: ["activated"],
      options: { columns: [{ label: "Name", key: "name", colwidth: 140 }] },
      act: (it) => cell(it, 1, 0).dblclick(),
    },
    { fires: ["sorted"], options: { sortable: true }, act: (it) => header(it, "Age").click() },
    {
      fires: ["columns_resized"],
      act: async (it) => {
        const { x, y, width, height } = await boxOf(header(it, "Name"));
        await drag(it.page, { x: x + width - 1, y: y + height / 2 }, 30, 0);
      },
    },
    {
      fires: ["cell_edited"],
      options: { selectionMode: "single-cell" },
      act: async (it) => {
        await cell(it, 1, 0).dblclick();
        await it.page.keyboard.type("new");
        await it.page.keyboard.press("Enter");
      },
    },
    {
      fires: ["cell_selected"],
      options: { selectionMode: "single-cell" },
      act: (it) => cell(it, 1, 0).click(),
    },
    {
      fires: ["cell_action"],
      options: { columns: withButton },
      act: (it) => it.at.getByRole("gridcell").getByRole("button").first().click(),
    },
    {
      fires: ["copy", "cut", "paste"],
      options: { selectionMode: "multiple-cell" },
      act: async (it) => {
        as<{ setEditable(on: boolean): void }>(it.widget).setEditable(true);
        await cell(it, 1, 0).click();
        await it.page.keyboard.press("Control+c");
        await it.heard("copy");
        await it.page.keyboard.press("Control+x");
        await it.heard("cut");
        await it.page.keyboard.press("Control+v");
      },
    },
  ],
  TreeView: [
    {
      fires: ["collapsed", "expanded"],
      act: async (it) => {
        await cell(it, 0, 0).click();
        await it.page.keyboard.press("ArrowLeft");
        await it.heard("collapsed");
        await it.page.keyboard.press("ArrowRight");
      },
    },
    {
      fires: ["changed"],
      act: async ({ widget }) => as<{ deleteTree(tree: object): void }>(widget).deleteTree({ leaf: null }),
    },
  ],
};
