/**
 * axe-core on a page: the rules of WCAG 2.2, A and AA.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The looks under which everything is examined. */
export const MODES = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "dark", forcedColors: "active" },
} as const;

/** What axe finds, as lines that name the rule, the element and why. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated from outside: the page's own policy lets no foreign script in.
  await page.evaluate(`if (window.axe === undefined) { ${source} }`);
  return page.evaluate<string[]>(`axe.run(document, {
    runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
    resultTypes: ["violations"],
    rules: { "target-size": { enabled: true } },
  }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => id + ": " + node.target.join(" ") + ": " + node.failureSummary.replaceAll("\\n", " "))))`);
}
