import fc from "fast-check";
import { expect, test } from "vitest";
import { type TextChange, textChange } from "../../browser/controls/text-change.js";
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
