import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ItemModel } from "../../../browser/items/model.js";
import { joinedParts } from "../../../runtime/protocol/parts.js";

const columns = [{ key: "name" }, { key: "number", type: "integer" as const }];
type Cells = { name: string; number: number };

/** What waits until the page has nothing else to do. */
const idle: (() => void)[] = [];
beforeEach(() => {
  idle.length = 0;
  vi.stubGlobal("window", { requestIdleCallback: true });
  vi.stubGlobal("requestIdleCallback", (task: () => void) => idle.push(task));
});
afterEach(() => vi.unstubAllGlobals());

const encoder = new TextEncoder();

/** One model that got all rows at once, and one that gets them list by list. */
function models(rows: readonly Cells[], length: number) {
  const changes: string[] = [];
  const whole = new ItemModel(columns, () => {});
  const inParts = new ItemModel(columns, (change) => changes.push(change));
  whole.setData(structuredClone(rows) as Cells[]);
  inParts.setUnread(length, rows.length);
  const lists: Uint8Array[] = [];
  for (let at = 0; at < rows.length; at += length) {
    lists.push(encoder.encode(JSON.stringify(rows.slice(at, at + length))));
  }
  /** So many more lists come. */
  const come = (count: number) => {
    const next = lists.splice(0, count);
    if (next.length === 0) return;
    const sizes = next.map(({ byteLength }) => byteLength);
    inParts.addUnread(joinedParts(next), sizes);
  };
  return { whole, inParts, lists, come, changes };
}
type Models = ReturnType<typeof models>;

const shown = (model: ItemModel) => model.shown.map(({ key, values, at }) => [key, values, at]);

/** What may happen while rows are still on their way. */
const early: Record<string, (all: Models, number: number) => void> = {
  come: ({ come }, number) => come(1 + (number % 3)),
  idle: () => idle.shift()?.(),
  look: ({ inParts, whole }, number) => {
    const place = number % (inParts.shownCount + 1);
    const [row, same] = [inParts.shownAt(place), whole.shownAt(place)];
    if (whole.sorting === null) expect(row?.key).toBe(same?.key);
    if (row !== undefined) expect(inParts.placeOf(row)).toBe(place);
    if (row?.values != null && whole.sorting === null) expect(row.values).toEqual(same?.values);
  },
  sort: ({ inParts, whole }, number) => {
    for (const model of [whole, inParts])
      model.sortBy(number % 3 === 2 ? null : number % 3, number % 2 === 0);
  },
  select: ({ inParts, whole }, number) => {
    for (const model of [whole, inParts]) model.selectRows([[`row${number % 30}`]], number % 2 === 0);
  },
  find: ({ inParts, whole }, number) => {
    for (const key of [`row${number % 30}`, "row-1", "other"]) {
      expect(inParts.rowAt([key])?.key).toBe(whole.rowAt([key])?.key);
    }
  },
};

/** What may happen when all are there. */
const later: Record<string, (model: ItemModel, number: number) => void> = {
  write: (model, number) => {
    const row = model.shownAt(number % Math.max(1, model.shownCount));
    if (row !== undefined) model.setCell(row, number % 2 === 0 ? "name" : "number", number);
  },
  remove: (model, number) => model.remove([[`row${number % 30}`]]),
  add: (model, number) => {
    model.addRow({ name: "new", number }, null, model.rowAt([`row${number % 30}`]));
  },
  update: (model, number) => model.updateData([{ name: "first", number }]),
  sort: (model, number) => model.sortBy(number % 3 === 2 ? null : number % 3, number % 2 === 0),
  clear: (model) => model.clear(),
  look: (model, number) => {
    const row = model.rowAt([`row${number % 30}`]);
    if (row !== null) expect(model.placeOf(row)).toBe(model.shown.indexOf(row));
  },
};

const step = (names: string[]) => fc.tuple(fc.constantFrom(...names), fc.nat(1000));
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

describe(`rows that come list by list (seed ${seed})`, () => {
  test("are the same rows as those that come at once, whatever happens meanwhile and afterwards", () => {
    const rows = fc.array(fc.record({ name: fc.string({ unit: "grapheme" }), number: fc.integer() }), {
      maxLength: 40,
      minLength: 1,
    });
    fc.assert(
      fc.property(
        rows,
        fc.integer({ min: 1, max: 9 }),
        fc.array(step(Object.keys(early)), { maxLength: 25 }),
        fc.array(step(Object.keys(later)), { maxLength: 12 }),
        (data, length, before, after) => {
          const all = models(data, length);
          const { whole, inParts, lists, come } = all;
          for (const [name, number] of before) early[name]?.(all, number);
          expect(inParts.isLoading).toBe(lists.length > 0);
          come(lists.length);
          expect(inParts.isLoading).toBe(false);
          for (const [i, [name, number]] of after.entries()) {
            for (const model of [whole, inParts]) later[name]?.(model, number);
            // Not at each step, since looking reads them all.
            if (i % 3 === 0) idle.shift()?.();
            if (i % 5 === 4) expect(shown(inParts)).toEqual(shown(whole));
          }
          expect(inParts.shownCount).toBe(whole.shownCount);
          expect(shown(inParts)).toEqual(shown(whole));
          expect(inParts.subtree("all")).toEqual(whole.subtree("all"));
          const selected = (model: ItemModel) => [...model.selection.rows].map(({ key }) => key);
          expect(selected(inParts)).toEqual(selected(whole));
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  test("are read while the page has nothing else to do, and no more once others took their place", () => {
    const { inParts, come, lists } = models(
      [...Array(1000)].map((_, i) => ({ name: `${i}`, number: i })),
      10,
    );
    expect(idle).toEqual([]);
    come(lists.length - 1);
    expect(idle).toEqual([]);
    come(1);
    const parse = vi.spyOn(JSON, "parse");
    expect(inParts.shownAt(25)?.values).toEqual({ name: "25", number: 25 });
    expect(parse).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 1000 && idle.length > 0; i++) idle.shift()?.();
    expect(parse).toHaveBeenCalledTimes(100);
    expect(shown(inParts)).toHaveLength(1000);
    expect(parse).toHaveBeenCalledTimes(100);
    inParts.setUnread(10, 10);
    inParts.addUnread(encoder.encode(JSON.stringify([{ name: "x" }])), [14]);
    inParts.clear();
    parse.mockClear();
    for (const task of idle.splice(0)) task();
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  test("that are looked at before they have come are drawn again when they have", () => {
    const { inParts, come, changes } = models(
      [...Array(30)].map((_, i) => ({ name: `${i}`, number: i })),
      10,
    );
    come(1);
    changes.length = 0;
    expect(inParts.shownAt(15)?.values).toBeNull();
    come(1);
    expect(changes).toEqual(["cells"]);
    expect(inParts.shownAt(15)?.values).toEqual({ name: "15", number: 15 });
    inParts.sortBy("number", false);
    changes.length = 0;
    come(1);
    expect(changes).toEqual(["order"]);
    expect(inParts.shownAt(0)?.key).toBe("row29");
  });
});
