import type { GridBox, Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { mount, mountAtCorner, useInterface } from "../support.js";

const show = useInterface();

/** A grid of 400 x 300 at the corner of the page. */
function place(W: Widgets, grid: GridBox): GridBox {
  grid.resize(400, 300);
  mountAtCorner(W, grid);
  return grid;
}

const block = (W: Widgets, width: number, height: number) => W.VBox({ minSize: [width, height] });

describe("GridBox", () => {
  test("tracks are as large as their largest child, and share what is left evenly; a child fills its cell", async () => {
    const { made, box } = await show((W) => {
      const grid = place(W, W.GridBox({ rows: 2, columns: 2 }));
      const cells = [block(W, 100, 50), block(W, 50, 20), block(W, 60, 100), W.VBox()] as const;
      cells.forEach((cell, i) => {
        grid.addWidget(cell, Math.floor(i / 2), i % 2);
      });
      grid.setSpacing(10);
      return cells;
    });
    // 400 - 10 - 150 leaves 120 for each column, 300 - 10 - 150 leaves 70 for each row.
    expect(await Promise.all(made.map(box))).toEqual([
      [0, 0, 220, 120],
      [230, 0, 170, 120],
      [0, 130, 220, 170],
      [230, 130, 170, 170],
    ]);
  });

  test("has a gap of 2, and gaps of its own in each direction", async () => {
    const { made, box } = await show((W) => {
      const grid = place(W, W.GridBox({ rows: 2, columns: 2 }));
      const corner = W.VBox();
      grid.addWidget(corner, 1, 1);
      return { grid, corner };
    });
    expect(await box(made.corner)).toEqual([201, 151, 199, 149]);
    made.grid.setRowSpacing(20);
    made.grid.setColumnSpacing(0);
    expect(await box(made.corner)).toEqual([200, 160, 200, 140]);
  });

  test("rows and columns come and go with what stands in them, also after a reload", async () => {
    const { page, at, made, settled, reload } = await show((W) => {
      const grid = place(W, W.GridBox({ rows: 2, columns: 2 }));
      const make = (name: string) => W.Button(name);
      const [a, b] = [make("a"), make("b")] as const;
      grid.addWidget(a, 0, 0);
      grid.addWidget(b, 1, 1);
      return { grid, make, a, b };
    });
    const { grid, make } = made;
    const layout = () =>
      at(grid).evaluate((element) => {
        const { gridTemplateRows, gridTemplateColumns } = (element as HTMLElement).style;
        const cells = [...element.children].map((child) => {
          const { gridRowStart, gridColumnStart } = getComputedStyle(child);
          return `${child.textContent} ${Number(gridRowStart) - 1},${Number(gridColumnStart) - 1}`;
        });
        return [gridTemplateRows, gridTemplateColumns, ...cells.sort()];
      });
    grid.insertRow(1, [make("c"), make("d"), make("e")]);
    grid.insertColumn(0);
    await settled();
    // The new column came after the new row, and moved all of it.
    const moved = ["repeat(3, auto)", "repeat(4, auto)", "a 0,1", "b 2,2", "c 1,1", "d 1,2", "e 1,3"];
    expect(await layout()).toEqual(moved);
    expect(grid.getRowColumnCount()).toEqual([3, 4]);
    await reload();
    expect(await layout()).toEqual(moved);
    grid.deleteRow(1);
    grid.appendRow([make("f")]);
    grid.appendColumn([]);
    grid.deleteColumn(0);
    await settled();
    // The appended child stood in the column that was deleted.
    const after = ["repeat(3, auto)", "repeat(3, auto)", "a 0,0", "b 1,1"];
    expect(await layout()).toEqual(after);
    expect(await page.getByRole("button").count()).toBe(2);
    expect(grid.getWidgetAtCell(1, 1)).toBe(made.b);
    await reload();
    expect(await layout()).toEqual(after);
  });

  test("a child moves to another cell; of several in one cell the last one lies on top", async () => {
    const { page, at, made, box, settled, reload } = await show((W) => {
      const grid = place(W, W.GridBox());
      const clicks: string[] = [];
      const make = (name: string) => {
        const button = W.Button(name);
        button.on("activated", () => void clicks.push(name));
        return button;
      };
      const [one, other] = [make("one"), make("other")];
      grid.addWidget(one, 2, 1);
      grid.addWidget(other, 0, 0);
      return { grid, one, other, clicks };
    });
    expect((await box(made.one))[1]).toBeGreaterThan(0);
    made.grid.addWidget(made.one, 0, 0);
    await settled();
    const place1 = await box(made.one);
    expect(place1).toEqual(await box(made.other));
    await page.mouse.click(place1[0] + 5, place1[1] + 5);
    await settled();
    expect(made.clicks).toEqual(["one"]);
    await reload();
    await page.mouse.click(place1[0] + 5, place1[1] + 5);
    await settled();
    expect(made.clicks).toEqual(["one", "one"]);
    expect(made.grid.getRowColumnCount()).toEqual([3, 2]);
    made.grid.remove(made.one);
    await settled();
    expect(await at(made.one).count()).toBe(0);
  });

  test("a text beside a control stands on the same line", async () => {
    const { page, made } = await show((W) => {
      const grid = W.GridBox({ columns: 2 });
      const text = W.Label("Name");
      const alone = W.Label("Alone");
      grid.addWidget(text, 0, 0);
      grid.addWidget(W.TextEntry({ text: "Ada" }), 0, 1);
      grid.addWidget(alone, 1, 0);
      mountAtCorner(W, grid);
      return { grid, text, alone };
    });
    const paddings = () =>
      page.locator(".pgw-label").evaluateAll((all) => all.map((each) => getComputedStyle(each).paddingTop));
    const [first, second] = await paddings();
    expect(Number.parseFloat(first ?? "")).toBeGreaterThan(3);
    expect(second).toBe("0px");
    made.grid.remove(made.text);
    made.grid.addWidget(made.text, 1, 0);
    await expect.poll(paddings).toEqual(["0px", "0px"]);
  });
});

test("FixedLayout: places, moves, and does not count its children", async () => {
  const { made, box, at, settled, reload } = await show((W) => {
    const column = W.VBox();
    const layout = W.FixedLayout({ padding: 20, borderWidth: 3 });
    const child = W.Button("child", { size: [100, 40] });
    const text = W.Label("A text that keeps its natural width wherever it stands");
    layout.addWidget(child, 10, -5);
    layout.addWidget(text, 700, 0);
    column.addWidget(layout);
    column.addWidget(W.Label("Below"));
    mount(W, column);
    return { layout, child, text, column };
  });
  // From the inner edge of the border, whatever the padding.
  expect(await box(made.child)).toEqual([13, -2, 100, 40]);
  expect((await box(made.layout))[3]).toBe(46);
  expect((await box(made.text))[3]).toBeLessThan(25);
  made.layout.addWidget(made.child, 50, 60);
  await reload();
  expect(await box(made.child)).toEqual([53, 63, 100, 40]);
  expect(made.layout.numChildren()).toBe(2);
  made.layout.remove(made.child);
  made.column.addWidget(made.child);
  await settled();
  expect((await box(made.child))[0]).toBe(0);
  expect(await at(made.child).evaluate((element) => getComputedStyle(element).position)).toBe("static");
});
