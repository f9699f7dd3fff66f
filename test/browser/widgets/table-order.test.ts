import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sortedRows } from "../../../browser/items/ranks.js";
import { Row, type Value } from "../../../browser/items/row.js";

/** The rules as they are said: letters only, numbers by value with what is no number last, stable. */
const collator = new Intl.Collator("en", { sensitivity: "base" });
const numberOf = (value: Value | undefined) =>
  typeof value === "number" ? value : typeof value === "string" ? Number.parseFloat(value) : Number.NaN;

function byRule(rows: readonly Row[], kind: "text" | "float", ascending: boolean): Row[] {
  const cell = (row: Row) => row.values?.v ?? undefined;
  const direction = ascending ? 1 : -1;
  return rows.toSorted((a, b) => {
    if (kind === "text") return direction * collator.compare(String(cell(a) ?? ""), String(cell(b) ?? ""));
    const [x, y] = [numberOf(cell(a)), numberOf(cell(b))];
    if (Number.isNaN(x) || Number.isNaN(y))
      return direction * (Number(Number.isNaN(x)) - Number(Number.isNaN(y)));
    return direction * (x < y ? -1 : Number(x > y));
  });
}

function check(values: readonly (Value | undefined)[], kind: "text" | "float"): void {
  const rows = values.map((value, i) => new Row(i, value === undefined ? null : { v: value }));
  for (const ascending of [true, false]) {
    const sorted = sortedRows(rows, kind, (row) => row.values?.v ?? undefined, ascending);
    expect(sorted.map(({ key }) => key)).toEqual(byRule(rows, kind, ascending).map(({ key }) => key));
  }
}

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const options = { seed, numRuns: 40 };
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));

describe(`rows are sorted as by the collator (seed ${seed})`, () => {
  test("texts of all kinds, with equal ones in their order", () => {
    const unit = fc.oneof(fc.constantFrom(...ascii), fc.constantFrom("é", "È", "ü", "ñ", "ç", "Å", "\t"), {
      arbitrary: fc.constantFrom("ß", "æ", "ж", "й", "中", "\u0001"),
      weight: 1,
    });
    const texts = fc.array(fc.string({ unit, maxLength: 30 }), { maxLength: 60 });
    fc.assert(
      fc.property(texts, (values) => check(values, "text")),
      options,
    );
  });

  test("texts that begin alike", () => {
    const unit = fc.constantFrom("a", "A", "b", "-", "é");
    const texts = fc.array(
      fc.string({ unit, maxLength: 40 }).map((text) => `The same beginning ${text}`),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(texts, (values) => check(values, "text")),
      options,
    );
  });

  test("numbers, also as text, and what is none", () => {
    const value = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.constantFrom<Value | undefined>(0, -0, "12abc", "none", undefined, true),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => check(values, "float")),
      options,
    );
  });

  test("long lists, where whole digits are sorted at once", () => {
    let state = seed;
    const next = (below: number) => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state % below;
    };
    for (const length of [300, 5000, 30_000]) {
      check(
        Array.from({ length }, () => `Item ${next(length)} ${"ab".repeat(next(6))}`),
        "text",
      );
      check(
        Array.from({ length }, () => next(2000) / 8 - 100),
        "float",
      );
      check(
        Array.from({ length }, () => ["x", "ж", "é", "z"][next(4)]),
        "text",
      );
    }
  });
});
