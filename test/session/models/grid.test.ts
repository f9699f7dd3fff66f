import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Widget } from "../../../generated/sync/bases.js";
import { stage } from "../../support/session.js";

function setUp(options: { rows?: number; columns?: number } = {}) {
  const on = stage();
  const page = on.open();
  const grid = on.W.GridBox(options);
  const label = (text: string) => on.W.Label(text);
  /** Text of each cell, row by row; a dot where it is empty. */
  const shown = () => {
    const [rows, columns] = grid.getRowColumnCount();
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, col) => {
        const child = grid.getWidgetAtCell(row, col) as ReturnType<typeof label> | null;
        return child === null ? "." : child.getText();
      }).join(" "),
    );
  };
  const settled = () => {
    on.turn();
    const fresh = on.open();
    expect(page.snapshot()).toEqual(fresh.snapshot());
    fresh.close(1000, "");
  };
  return { ...on, page, grid, label, shown, settled };
}

describe("a grid", () => {
  it("has the rows and columns that it was made with, and grows with its cells", () => {
    const { grid, label, settled } = setUp({ rows: 2, columns: 0 });
    expect(grid.getRowColumnCount()).toEqual([2, 0]);
    grid.addWidget(label("a"), 0, 0);
    expect(grid.getRowColumnCount()).toEqual([2, 1]);
    grid.addWidget(label("b"), 4, 2);
    expect(grid.getRowColumnCount()).toEqual([5, 3]);
    settled();
  });

  it("has one row and one column by default", () => {
    expect(setUp().grid.getRowColumnCount()).toEqual([1, 1]);
  });

  it("moves a child that is added again, without another child-added, and grows for it", () => {
    const { grid, label, shown, settled, turn } = setUp();
    const seen: string[] = [];
    grid.on("child-added", () => seen.push("added"));
    grid.on("child-removed", () => seen.push("removed"));
    const a = label("a");
    grid.addWidget(a, 0, 0);
    turn();
    grid.addWidget(a, 2, 1);
    expect(shown()).toEqual([". .", ". .", ". a"]);
    expect(seen).toEqual(["added"]);
    expect(grid.numChildren()).toBe(1);
    settled();
  });

  it("gives the child that was given its place first of several in one cell", () => {
    const { grid, label, settled } = setUp();
    const [a, b] = [label("a"), label("b")];
    grid.addWidget(a, 0, 0);
    grid.addWidget(b, 0, 0);
    expect(grid.getWidgetAtCell(0, 0)).toBe(a);
    expect(grid.getWidgetAtCell(7, 7)).toBeNull();
    // Placed again, it lies on top.
    grid.addWidget(a, 0, 0);
    expect(grid.getWidgetAtCell(0, 0)).toBe(b);
    expect(grid.getChildren()).toEqual([b, a]);
    settled();
    grid.addWidget(b, 0, 0);
    expect(grid.getWidgetAtCell(0, 0)).toBe(a);
    grid.remove(b);
    expect(grid.getWidgetAtCell(0, 0)).toBe(a);
  });

  it("keeps its rows and columns when a child goes", () => {
    const { grid, label, settled } = setUp();
    const a = label("a");
    grid.addWidget(a, 3, 3);
    grid.remove(a);
    expect(grid.getRowColumnCount()).toEqual([4, 4]);
    settled();
  });

  it.each([false, true])("inserts rows and columns (already sent: %s)", (sent) => {
    const { grid, label, shown, settled, turn } = setUp({ rows: 2, columns: 2 });
    grid.addWidget(label("a"), 0, 0);
    grid.addWidget(label("b"), 0, 1);
    grid.addWidget(label("c"), 1, 0);
    if (sent) turn();
    grid.insertRow(1, [label("x"), label("y"), label("z")]);
    expect(shown()).toEqual(["a b .", "x y z", "c . ."]);
    grid.insertColumn(0);
    expect(shown()).toEqual([". a b .", ". x y z", ". c . ."]);
    grid.insertColumn(2, [label("q")]);
    expect(shown()).toEqual([". a q b .", ". x . y z", ". c . . ."]);
    settled();
  });

  it("adds one row behind the last for a place beyond it, and as many as the children need", () => {
    const { grid, label, shown, settled } = setUp();
    grid.insertRow(7);
    expect(grid.getRowColumnCount()).toEqual([2, 1]);
    grid.insertRow(4, [label("a")]);
    expect(shown()).toEqual([".", ".", ".", ".", "a"]);
    grid.insertRow(9, []);
    expect(grid.getRowColumnCount()).toEqual([6, 1]);
    settled();
  });

  it("appends rows and columns; an empty list adds nothing", () => {
    const { grid, label, shown, settled } = setUp();
    grid.appendRow([]);
    grid.appendColumn([]);
    expect(grid.getRowColumnCount()).toEqual([1, 1]);
    grid.appendRow([label("a"), label("b")]);
    grid.appendColumn([label("c"), label("d"), label("e")]);
    expect(shown()).toEqual([". . c", "a b d", ". . e"]);
    settled();
  });

  it("deletes rows and columns; their children leave and live on", () => {
    const { grid, label, shown, settled, turn } = setUp();
    const [a, b, c, d] = [label("a"), label("b"), label("c"), label("d")];
    grid.addWidget(a, 0, 0);
    grid.addWidget(b, 0, 1);
    grid.addWidget(c, 1, 0);
    grid.addWidget(d, 2, 1);
    const gone: Widget[] = [];
    grid.on("child-removed", (child) => gone.push(child));
    turn();
    grid.deleteRow(0);
    expect(shown()).toEqual(["c .", ". d"]);
    expect(gone).toEqual([a, b]);
    expect(a.isDestroyed).toBe(false);
    grid.deleteColumn(0);
    expect(shown()).toEqual([".", "d"]);
    settled();
    grid.addWidget(a, 0, 0);
    expect(shown()).toEqual(["a", "d"]);
    settled();
  });

  it("keeps one row and one column, and ignores lines that it lacks", () => {
    const { grid, label, shown, settled, page, turn } = setUp();
    const a = label("a");
    grid.addWidget(a, 0, 0);
    turn();
    page.messages.length = 0;
    grid.deleteRow(1);
    grid.deleteColumn(5);
    turn();
    expect(page.messages).toEqual([]);
    grid.deleteRow(0);
    expect(shown()).toEqual(["."]);
    expect(grid.numChildren()).toBe(0);
    grid.deleteColumn(0);
    expect(grid.getRowColumnCount()).toEqual([1, 1]);
    settled();
  });

  it("takes children from other places and from its own cells", () => {
    const { grid, label, shown, settled, W, turn } = setUp();
    const box = W.VBox();
    const [a, b] = [label("a"), label("b")];
    box.addWidget(a);
    grid.addWidget(b, 0, 0);
    turn();
    grid.insertRow(0, [b, a]);
    expect(shown()).toEqual(["b a", ". ."]);
    expect(box.numChildren()).toBe(0);
    settled();
  });

  it("changes nothing when something handed in does not fit", () => {
    const { grid, label, shown, W, turn, page } = setUp();
    const frame = W.Frame();
    frame.setWidget(grid);
    grid.addWidget(label("a"), 0, 0);
    turn();
    page.messages.length = 0;
    expect(() => grid.insertRow(0, [label("b"), frame])).toThrow(
      `${grid}.insertRow: ${frame} holds ${grid} and cannot be put into it.`,
    );
    const dead = label("c");
    dead.destroy();
    expect(() => grid.appendColumn([dead])).toThrow(
      `${grid}.appendColumn: widgets[0]: ${dead} has been destroyed`,
    );
    const wrong = grid as unknown as { insertRow(...args: unknown[]): void };
    expect(() => wrong.insertRow(-1)).toThrow(`${grid}.insertRow: index`);
    expect(() => wrong.insertRow(0, [null])).toThrow(`${grid}.insertRow: widgets`);
    expect(shown()).toEqual(["a"]);
    expect(page.messages.filter((message) => message.type === "call")).toEqual([]);
  });

  it("sets both gaps at once, and each on its own afterwards", () => {
    const { grid, page, turn, open } = setUp();
    grid.setRowSpacing(9);
    grid.setSpacing(2);
    grid.setColumnSpacing(4);
    turn();
    expect(page.widgets.get(grid.wid)?.state).toMatchObject({ row_spacing: 2, column_spacing: 4 });
    const fresh = open();
    expect(fresh.widgets.get(grid.wid)?.state).toEqual({ column_spacing: 4 });
  });

  it("is what a plain table of cells is, whatever is done to it", { timeout: 120_000 }, () => {
    const step = fc.record({
      kind: fc.constantFrom(
        "add",
        "insertRow",
        "insertColumn",
        "appendRow",
        "appendColumn",
        "deleteRow",
        "deleteColumn",
        "turn",
      ),
      a: fc.nat(4),
      b: fc.nat(4),
      count: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(3), fc.nat(3), (steps, rows, columns) => {
        const { grid, label, settled, turn } = setUp({ rows, columns });
        const reference = new Table(rows, columns);
        let next = 0;
        const made = (count: number) => Array.from({ length: count }, () => label(String(next++)));
        for (const { kind, a, b, count } of steps) {
          const widgets = made(kind === "add" ? 1 : count);
          const names = widgets.map((each) => String(each.getText()));
          if (kind === "turn") turn();
          else if (kind === "add") {
            grid.addWidget(widgets[0] as Widget, a, b);
            reference.put(a, b, names[0] as string);
          } else if (kind === "insertRow" || kind === "insertColumn") {
            grid[kind](a, widgets);
            reference.insert(kind === "insertRow", a, names);
          } else if (kind === "appendRow" || kind === "appendColumn") {
            grid[kind](widgets);
            reference.append(kind === "appendRow", names);
          } else {
            grid[kind](a);
            reference.delete(kind === "deleteRow", a);
          }
          expect(grid.getRowColumnCount()).toEqual([reference.rows, reference.columns]);
        }
        for (let row = 0; row < reference.rows; row++) {
          for (let col = 0; col < reference.columns; col++) {
            const child = grid.getWidgetAtCell(row, col) as ReturnType<typeof label> | null;
            expect(child?.getText() ?? null).toBe(reference.at(row, col));
          }
        }
        settled();
      }),
      { numRuns: 300 },
    );
  });
});

/** A grid in plain code: every child with its cell. */
class Table {
  rows: number;
  columns: number;
  cells: { row: number; col: number; name: string }[] = [];

  constructor(rows: number, columns: number) {
    this.rows = rows;
    this.columns = columns;
  }

  put(row: number, col: number, name: string): void {
    this.cells.push({ row, col, name });
    this.rows = Math.max(this.rows, row + 1);
    this.columns = Math.max(this.columns, col + 1);
  }

  at(row: number, col: number): string | null {
    return this.cells.find((cell) => cell.row === row && cell.col === col)?.name ?? null;
  }

  insert(isRow: boolean, index: number, names: readonly string[]): void {
    for (const cell of this.cells) {
      if (isRow && cell.row >= index) cell.row++;
      if (!isRow && cell.col >= index) cell.col++;
    }
    if (isRow) this.rows++;
    else this.columns++;
    names.forEach((name, i) => {
      this.put(isRow ? index : i, isRow ? i : index, name);
    });
  }

  append(isRow: boolean, names: readonly string[]): void {
    const at = isRow ? this.rows : this.columns;
    names.forEach((name, i) => {
      this.put(isRow ? at : i, isRow ? i : at, name);
    });
  }

  delete(isRow: boolean, index: number): void {
    if (index >= (isRow ? this.rows : this.columns)) return;
    this.cells = this.cells.filter((cell) => (isRow ? cell.row : cell.col) !== index);
    for (const cell of this.cells) {
      if (isRow && cell.row > index) cell.row--;
      if (!isRow && cell.col > index) cell.col--;
    }
    if (isRow) this.rows = Math.max(1, this.rows - 1);
    else this.columns = Math.max(1, this.columns - 1);
  }
}
