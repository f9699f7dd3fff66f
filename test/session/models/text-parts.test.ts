import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applied,
  type Change,
  fits,
  growth,
  inverse,
  mapped,
  shapeOf,
  transformed,
} from "../../../runtime/protocol/text-changes.js";
import { Span, SpanList } from "../../../runtime/protocol/text-spans.js";
import { matches } from "../../../runtime/session/models/text/search.js";
import { TextStore } from "../../../runtime/session/models/text/store.js";
import { intervalsAfter, placeAfter } from "../../../runtime/testing/models/text.js";
import { lineEnd, lineStart } from "../../support/text-plain.js";

const texts = fc.string({ unit: fc.constantFrom("a", "b", "\n", "x", "y"), maxLength: 12 });
const inserts = fc.string({ unit: fc.constantFrom("1", "2", "\n"), maxLength: 3 });

/** A change of a text of a length, with stretches that may touch. */
function changes(length: number): fc.Arbitrary<Change> {
  return fc.array(fc.tuple(fc.nat(length), inserts), { maxLength: 6 }).map((list) => {
    const bounds = list.map(([at]) => at).sort((a, b) => a - b);
    return bounds.flatMap((start, i) =>
      i % 2 === 0 ? [[start, bounds[i + 1] ?? start, list[i]?.[1] ?? ""] as const] : [],
    );
  });
}
const textWithTwo = texts.chain((text) =>
  fc.tuple(fc.constant(text), changes(text.length), changes(text.length)),
);

describe("changes", () => {
  it("made at the same time give the same text in either order", () => {
    fc.assert(
      fc.property(textWithTwo, fc.boolean(), ([text, a, b], aFirst) => {
        const aThenB = applied(applied(text, a), transformed(b, a, !aFirst));
        const bThenA = applied(applied(text, b), transformed(a, b, aFirst));
        expect(aThenB).toBe(bThenA);
        expect(fits(transformed(a, b, aFirst), text.length + growth(b))).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  it("lose no insert and delete what either deleted", () => {
    fc.assert(
      fc.property(textWithTwo, ([text, a, b]) => {
        const both = applied(applied(text, a), transformed(b, a, false));
        const digits = (list: Change) =>
          list
            .map(([, , insert]) => insert)
            .join("")
            .replaceAll("\n", "");
        const left = [...both].filter((unit) => unit >= "0" && unit <= "9");
        expect(left.sort().join("")).toBe([...digits(a), ...digits(b)].sort().join(""));
      }),
    );
  });

  it("become the same with and without their texts", () => {
    fc.assert(
      fc.property(textWithTwo, fc.boolean(), ([, a, b], first) => {
        expect(transformed(shapeOf(a), shapeOf(b), first)).toEqual(shapeOf(transformed(a, b, first)));
      }),
    );
  });

  it.each<[string, Change, Change, boolean, Change]>([
    ["behind", [[5, 6, "x"]], [[1, 3, "abc"]], true, [[6, 7, "x"]]],
    ["in the same gap, in front", [[3, 3, "x"]], [[3, 3, "ab"]], true, [[3, 3, "x"]]],
    ["in the same gap, behind", [[3, 3, "x"]], [[3, 3, "ab"]], false, [[5, 5, "x"]]],
    ["inside a hole", [[4, 4, "x"]], [[2, 6, ""]], true, [[2, 2, "x"]]],
    [
      "around an insert",
      [[2, 6, "x"]],
      [[4, 4, "ab"]],
      true,
      [
        [2, 4, "x"],
        [6, 8, ""],
      ],
    ],
    ["over the same units", [[2, 4, "x"]], [[2, 4, "ab"]], true, [[2, 2, "x"]]],
    [
      "at its start, with an insert in front",
      [[2, 5, "x"]],
      [[2, 4, "ab"]],
      true,
      [
        [2, 2, "x"],
        [4, 5, ""],
      ],
    ],
    ["at its start, with an insert behind", [[2, 5, "x"]], [[2, 4, "ab"]], false, [[4, 5, "x"]]],
    ["reaching into it", [[3, 6, "x"]], [[1, 4, "ab"]], true, [[3, 5, "x"]]],
  ])("meet: %s", (_, change, over, first, result) => {
    expect(transformed(change, over, first)).toEqual(result);
  });

  it("can be taken back", () => {
    fc.assert(
      fc.property(textWithTwo, ([text, a]) => {
        const removed = a.map(([start, end]) => text.slice(start, end));
        expect(applied(applied(text, a), inverse(a, removed))).toBe(text);
      }),
    );
  });

  it("move carets, and past text that is put exactly there only where that is asked for", () => {
    const change: Change = [
      [2, 4, "xyz"],
      [6, 6, "!"],
    ];
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((at) => mapped(at, change))).toEqual([0, 1, 2, 2, 5, 6, 7, 9]);
    const behind = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => mapped(at, change, true));
    expect(behind).toEqual([0, 1, 5, 5, 5, 6, 8, 9]);
  });

  it("fit a text only in order and inside", () => {
    expect(
      fits(
        [
          [0, 2, ""],
          [2, 3, "x"],
        ],
        3,
      ),
    ).toBe(true);
    expect(
      fits(
        [
          [0, 2, ""],
          [1, 3, "x"],
        ],
        3,
      ),
    ).toBe(false);
    expect(fits([[2, 1, ""]], 3)).toBe(false);
    expect(fits([[2, 4, ""]], 3)).toBe(false);
  });
});

describe("a text in pieces", () => {
  const long = fc
    .string({ unit: fc.constantFrom("a", "b", "\n", "🎉"), maxLength: 40 })
    .map((s) => s.repeat(700));
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(3000), fc.oneof(inserts, long)), { maxLength: 12 });

  it("is the same as one string", () => {
    fc.assert(
      fc.property(long, edits, fc.array(fc.nat()), (start, list, looks) => {
        const store = new TextStore(start);
        let text = start;
        for (const [where, size, insert] of list) {
          const from = where % (text.length + 1);
          const to = Math.min(text.length, from + size);
          store.apply([[from, to, insert]]);
          text = text.slice(0, from) + insert + text.slice(to);
          expect(store.length).toBe(text.length);
          for (const look of looks) {
            const at = look % (text.length + 1);
            const feeds = text.slice(0, at).split("\n").length - 1;
            expect(store.lineOf(at)).toBe(feeds);
            expect(store.lineStartOf(at)).toBe(text.slice(0, at).lastIndexOf("\n") + 1);
            expect(store.lineStart(feeds)).toBe(lineStart(text, feeds));
            expect(store.lineEndFrom(at)).toBe(lineEnd(text, at));
            expect(store.slice(at, at + 50)).toBe(text.slice(at, at + 50));
          }
        }
        expect(store.toString()).toBe(text);
        expect(store.lastLine).toBe(text.split("\n").length - 1);
      }),
      { numRuns: 150 },
    );
  });

  it("takes a change of very many stretches at once", () => {
    const text = "ab\n".repeat(1000);
    const store = new TextStore(text);
    const change: Change = Array.from({ length: 1000 }, (_, i) => [i * 3, i * 3 + 1, "xyz"]);
    store.apply(change);
    expect(store.toString()).toBe("xyzb\n".repeat(1000));
    expect(store.lastLine).toBe(1000);
    expect(store.lineStart(500)).toBe(2500);
  });
});

describe("spans", () => {
  const many = fc.array(fc.tuple(fc.nat(3000), fc.integer({ min: 1, max: 60 })), {
    minLength: 1,
    maxLength: 1500,
    size: "max",
  });
  const one = fc
    .tuple(fc.nat(3000), fc.nat(200), fc.nat(9))
    .map(([start, size, insert]): Change => [[start, start + size, "x".repeat(insert)]]);
  /** Many stretches that often touch. */
  const several = fc
    .array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(3)), { maxLength: 120, size: "max" })
    .map((list) => {
      let at = 0;
      return list.map(([gap, size, insert]): Change[number] => {
        const start = at + (gap > 5 ? 0 : gap * 12);
        at = start + (size > 6 ? 0 : size * 6);
        return [start, at, "x".repeat(insert)];
      });
    });
  const edits = fc.array(fc.oneof(one, several), { maxLength: 20 });

  it("move along with edits as the plain rules say, and stay in order", () => {
    fc.assert(
      fc.property(many, edits, (list, moves) => {
        const ranges = new SpanList<Span>("range");
        const left = new SpanList<Span>("left");
        const right = new SpanList<Span>("right");
        const made = list.map(([start, size]) => {
          const each = [new Span(), new Span(), new Span()] as const;
          ranges.add(each[0], start, size);
          left.add(each[1], start);
          right.add(each[2], start);
          return each;
        });
        let plain = list.map(([start, size], i) => ({ name: String(i), start, end: start + size }));
        let places = list.map(([start]) => [start, start] as const);
        for (const change of moves) {
          for (const each of [ranges, left, right]) each.changed(change);
          plain = intervalsAfter(plain, change);
          places = places.map(([l, r]) => [placeAfter(l, change, "left"), placeAfter(r, change, "right")]);
        }
        expect(made.map((each) => [each[1].start, each[2].start])).toEqual(places);
        for (const { name, start, end } of plain) {
          const [span] = made[Number(name)] as (typeof made)[number];
          expect([span.start, span.end]).toEqual([start, end]);
        }
        expect(ranges.count).toBe(plain.length);
        for (const each of [ranges, left, right]) {
          const starts = [...each].map((span) => span.start);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
        }
        const within = plain.filter((each) => each.start < 900 && each.end > 800);
        expect(ranges.overlapping(800, 900)).toHaveLength(within.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a search", () => {
  const found = (text: string, query: string, from = 0, ignoreCase = false) =>
    [...matches(text, query, { from, ignoreCase })].map(([start, end]) => `${start}-${end}`);

  it("finds matches that do not overlap, from an offset", () => {
    expect(found("aaaa", "aa")).toEqual(["0-2", "2-4"]);
    expect(found("aaaa", "aa", 1)).toEqual(["1-3"]);
    expect(found("abc", "")).toEqual([]);
    expect(found("abc", "", 0, true)).toEqual([]);
    expect(found("a.c abc", ".c", 0, true)).toEqual(["1-3"]);
  });

  it("ignores case without shifting an offset", () => {
    expect(found("İx X", "x", 0, true)).toEqual(["1-2", "3-4"]);
    expect(found("ΟΔΟΣ οδος", "σ", 0, true)).toEqual(["3-4", "8-9"]);
    expect(found("a🎉B🎉b", "🎉b", 0, true)).toEqual(["1-4", "4-7"]);
    expect(found("🎉🎉", "🎉", 1, true)).toEqual(["2-4"]);
    expect(found("(A) (a) [a]", "(a)", 0, true)).toEqual(["0-3", "4-7"]);
  });
});
