import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { merged, type TextChange, textChange } from "../../browser/controls/text-change.js";
import { lastLines, lineCount } from "../../browser/controls/text-lines.js";

function applied(text: string, { drop, from, to, insert }: TextChange): string {
  const rest = text.slice(drop);
  return rest.slice(0, from) + insert + rest.slice(to);
}

test("whatever differs, the change makes the wanted text", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\n", "日"), maxLength: 30 });
  fc.assert(
    fc.property(text, text, (present, wanted) => {
      expect(applied(present, textChange(present, wanted))).toBe(wanted);
    }),
  );
});

test("a log that grows at its end and goes at its start changes only there", () => {
  expect(textChange("a\nb\n", "a\nb\nc\n")).toEqual({ drop: 0, from: 4, to: 4, insert: "c\n" });
  expect(textChange("a\nb\nc\n", "c\nd\n")).toEqual({ drop: 4, from: 2, to: 2, insert: "d\n" });
  expect(textChange("one two", "one 2 two")).toMatchObject({ drop: 0, from: 4, insert: "2 " });
});

test("the last lines, an empty one behind a last line feed counted", () => {
  expect(lastLines("a\nb\nc", 2)).toBe("b\nc");
  expect(lastLines("a\nb\nc\n", 2)).toBe("c\n");
  expect(lastLines("a", 3)).toBe("a");
  expect(lastLines("\n\n", 1)).toBe("");
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "\n") }),
      fc.integer({ min: 1, max: 6 }),
      (text, n) => {
        expect(lastLines(text, n)).toBe(text.split("\n").slice(-n).join("\n"));
        expect(lineCount(text)).toBe(text.split("\n").length);
      },
    ),
  );
});

describe("two changes of a text at the same time", () => {
  test.each([
    ["cleared, while its user typed on", "hello", "", "hellow", "w"],
    ["in capitals", "ab", "AB", "abc", "ABc"],
    ["both at the end", "log\n", "log\nmore\n", "log\n>", "log\nmore\n>"],
    ["in different places", "one two", "1 two", "one 2", "1 2"],
    ["at the start and the end", "b", "ab", "bc", "abc"],
    ["what its user replaced, the program replaced as well", "abc", "X", "Zbc", "XZ"],
    ["all replaced by its user", "hello world", "", "x", "x"],
    ["nothing by its user", "a", "b", "a", "b"],
    ["nothing by the program", "a", "a", "b", "b"],
    ["gone on both sides", "abc", "ac", "ac", "ac"],
  ])("%s", (_, text, theirs, ours, both) => {
    expect(merged(text, theirs, ours)).toBe(both);
  });

  test("an insert of the user is never lost, and nothing of the program is where they do not meet", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 12 });
    fc.assert(
      fc.property(
        text,
        text,
        fc.nat(),
        fc.string({ unit: fc.constantFrom("X", "Y"), maxLength: 3 }),
        (old, theirs, n, insert) => {
          const at = n % (old.length + 1);
          const both = merged(old, theirs, old.slice(0, at) + insert + old.slice(at));
          expect(both.replace(/[XY]+/, "")).toBe(theirs);
          expect(both.match(/[XY]+/)?.[0] ?? "").toBe(insert);
        },
      ),
    );
  });
});
