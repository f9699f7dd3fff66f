/**
 * The quick way of copying plain data against zod, which says what fits.
 */
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import * as validators from "../../generated/validators.js";
import { copyPlain, NO_FIT } from "../../runtime/session/plain-data.js";
import { widgetRef } from "../../runtime/session/validators.js";

const seeds = Number(process.env.SEEDS ?? 1000);
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

/** Much like rows and trees, with some of what is none. */
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(
      null,
      "",
      "a",
      "nearest",
      0,
      -0,
      1.5,
      true,
      undefined,
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "constructor", "__values__"), tie("value"), { maxKeys: 3 }),
    fc.constantFrom<unknown>(new Date(0), new Map(), new Uint8Array(2), () => 1, Symbol("a"), 1n),
  ),
}));

function agree(schema: z.ZodType, value: unknown, isPlain: boolean): void {
  const copy = copyPlain(schema, value);
  const wanted = z.safeEncode(schema, value as never);
  if (copy === NO_FIT) {
    if (isPlain) expect(wanted.success).toBe(false);
    return;
  }
  expect(wanted.success).toBe(true);
  // A matcher would take a field that is called constructor for a class.
  expect(isDeepStrictEqual(copy, wanted.data)).toBe(true);
  if (typeof value === "object" && value !== null) expect(copy).not.toBe(value);
}

/** Those that tables and trees are made of: all that fits them is copied in the quick way. */
const plain = ["CellValue", "FlatRow", "RowValues", "TreeDeleteSpec", "TreeNode", "TreePath"];

describe("plain data", () => {
  it.each(Object.entries(validators as Readonly<Record<string, () => z.ZodType>>))(
    "%s: is copied as zod copies it",
    (name, schema) =>
      fc.assert(
        fc.property(values, (value) => agree(schema(), value, plain.includes(name))),
        { numRuns: seeds, ...seed },
      ),
  );

  it("knows the types of tables and trees", () => {
    expect(Object.keys(validators)).toEqual(expect.arrayContaining(plain));
    expect(copyPlain(validators.FlatRow(), { a: [1, "b", null], c: true })).toStrictEqual({
      a: [1, "b", null],
      c: true,
    });
    expect(copyPlain(validators.TreeNode(), { a: { b: { c: 1 } } })).toStrictEqual({ a: { b: { c: 1 } } });
  });

  it("leaves to zod what is out of the ordinary", () => {
    class Row {
      a = 1;
    }
    const deep: unknown[] = [];
    let inner: Record<string, unknown> = {};
    for (let i = 0; i < 200; i++) inner = { a: inner };
    for (const odd of [
      new Row(),
      { [Symbol("a")]: 1 },
      JSON.parse('{"__proto__": 1}'),
      inner,
      deep.concat([1n]),
    ])
      expect(copyPlain(validators.TreeNode(), odd)).toBe(NO_FIT);
    const Held: z.ZodType = z.union([
      z.record(
        z.string(),
        z.lazy(() => Held),
      ),
      widgetRef("Widget"),
    ]);
    expect(copyPlain(Held, { a: {} })).toBe(NO_FIT);
    for (const strict of [z.string().min(1), z.int(), z.coerce.string(), z.array(z.string()).max(1)])
      expect(copyPlain(strict, "a")).toBe(NO_FIT);
  });
});
