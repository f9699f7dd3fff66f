/** The page has one space of class names: a class that two style sheets define is taken for the other one somewhere. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../browser/", import.meta.url));
/** The desk is made in one place, and covered in another. */
const shared = new Set(["pgw-desk"]);

/** Classes that a style sheet styles wherever they stand. */
function defined(sheet: string): Set<string> {
  const text = readFileSync(folder + sheet, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  return new Set([...text.matchAll(/^ {0,2}\.(pgw-[\w-]+)\s*[{,]\s*$/gm)].map(([, name = ""]) => name));
}

test("no class is defined by two style sheets", () => {
  const sheets = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((each) =>
    each.endsWith(".css"),
  );
  const owner = new Map<string, string>();
  const twice: string[] = [];
  for (const sheet of sheets) {
    for (const name of defined(sheet)) {
      const other = owner.get(name);
      if (other !== undefined && !shared.has(name)) twice.push(`${name}: ${other} and ${sheet}`);
      owner.set(name, sheet);
    }
  }
  expect(owner.size).toBeGreaterThan(100);
  expect(twice).toEqual([]);
});

/** Declarations by which something moves, each in one line. */
function motions(css: string): string[] {
  const code = css.replace(/\/\*[\s\S]*?\*\//g, "");
  return [...code.matchAll(/(?<![\w-])(?:transition|animation|scroll-behavior)[\w-]*\s*:\s*[^;{}]+/g)].map(
    ([found]) => found.replace(/\s+/g, " ").trim(),
  );
}

/** Whether all of its times are the tokens of motion, which are nothing for those who asked for rest. */
function restsOnRequest(declaration: string): boolean {
  const [name = "", value = ""] = declaration.split(/:(.*)/s);
  if (/^(none|0s|initial|inherit)\b/.test(value.trim())) return true;
  if (name === "scroll-behavior") return value.trim() === "auto";
  if (/^(transition|animation)-(?!duration)/.test(name)) return true;
  return value.includes("var(--pgw-motion") && !/(?<![\w.-])[\d.]+m?s\b/.test(value);
}

test("motion that does not end on request is told from motion that does", () => {
  const css =
    "a { transition: color 0.2s; animation: x var(--pgw-motion) 1s } b { transition: color var(--pgw-motion-fast), top\n  calc(2 * var(--pgw-motion)); scroll-behavior: smooth; animation-name: x; transition: none }";
  expect(motions(css).map((each) => [each.split(":")[0], restsOnRequest(each)])).toEqual([
    ["transition", false],
    ["animation", false],
    ["transition", true],
    ["scroll-behavior", false],
    ["animation-name", true],
    ["transition", true],
  ]);
});

test("nothing moves for longer than the tokens say, so nothing moves under reduced motion", () => {
  const sheets = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((each) =>
    each.endsWith(".css"),
  );
  const all = sheets.flatMap((sheet) =>
    motions(readFileSync(folder + sheet, "utf8")).map((each) => ({ sheet, each })),
  );
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter(({ each }) => !restsOnRequest(each))).toEqual([]);
  const tokens = readFileSync(`${folder}styles/tokens.css`, "utf8");
  const reduced = /@media \(prefers-reduced-motion: reduce\) \{\s*:root \{([^}]*)\}/.exec(tokens)?.[1] ?? "";
  const named = new Set(all.flatMap(({ each }) => each.match(/--pgw-motion[\w-]*/g) ?? []));
  for (const name of named) expect(reduced).toMatch(new RegExp(`${name}: 0s;`));
});
