/**
 * The page is the same from right to left: its styles speak of start and end. Left and right are for what no
 * direction of the text moves, and each such place has its reason here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../../../browser");

/** Declarations that name a side, or give the four sides or corners values of their own that differ left and right. */
const SIDED = new RegExp(
  [
    "(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\\b[^:;{}]*:[^;{}]+",
    "(?<![\\w-])(?:left|right)\\s*:[^;{}]+",
    "border-(?:top|bottom)-(?:left|right)-radius\\s*:[^;{}]+",
    "(?:text-align|float|clear)\\s*:\\s*(?:left|right)\\b",
  ].join("|"),
  "g",
);
const FOUR = /(?<![\w-])(margin|padding|inset|border-radius)\s*:\s*([^;{}]+)/g;

/** By file: which declarations, and why they are right as they are. */
const REASONS: Readonly<Record<string, { readonly what: RegExp; readonly why: string }>> = {
  "windows/window.css": {
    what: /^(?:left|right):/,
    why: "places of windows count from the left, and a grip is at the edge that it moves",
  },
  "widgets/mdi-sub-window.css": {
    what: /^(?:left: auto|margin: 0 calc|inset: 0 auto auto 0)/,
    why: "places of windows count from the left",
  },
  "color/picker.css": {
    what: /^left: calc\(var\(--x\)/,
    why: "a colour plane is a picture, which no direction turns round",
  },
};

function styleSheets(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".css"))
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
}

/** Values of a shorthand, functions as one. */
function values(text: string): string[] {
  return text
    .replaceAll(/\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, (inside) => inside.replaceAll(/\s+/g, ""))
    .trim()
    .split(/\s+/);
}

function sidedIn(css: string): string[] {
  const code = css.replaceAll(/\/\*[\s\S]*?\*\//g, "");
  const named = [...code.matchAll(SIDED)].map(([found]) => found);
  const unequal = [...code.matchAll(FOUR)]
    .filter(([, name, given = ""]) => {
      const four = values(given);
      if (name === "border-radius")
        return four.length > 1 && (four[0] !== four[1] || (four[3] ?? four[1]) !== (four[2] ?? four[0]));
      return four.length === 4 && four[1] !== four[3];
    })
    .map(([found]) => found);
  return [...named, ...unequal].map((each) => each.replaceAll(/\s+/g, " ").trim());
}

describe("sides", () => {
  test("are found where they are named, and where they differ", () => {
    const css =
      "a { left: 1px; margin-right: 0; padding: 1px 2px 3px 4px; border-radius: 1px 0 0 1px; text-align: left }";
    expect(sidedIn(css)).toEqual([
      "left: 1px",
      "margin-right: 0",
      "text-align: left",
      "padding: 1px 2px 3px 4px",
      "border-radius: 1px 0 0 1px",
    ]);
    expect(
      sidedIn("a { padding: 1px 2px 3px; border-radius: 4px; inset: 0 1px 0 1px; inset-inline-start: 0 }"),
    ).toEqual([]);
  });

  test("are named by no style sheet without a reason", () => {
    const found = styleSheets(root).flatMap((name) =>
      sidedIn(readFileSync(join(root, name), "utf8"))
        .filter((each) => REASONS[name]?.what.test(each) !== true)
        .map((each) => `${name}: ${each}`),
    );
    expect(found).toEqual([]);
  });
});
