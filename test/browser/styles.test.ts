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
