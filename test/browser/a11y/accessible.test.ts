/**
 * Each class, in light, in dark and with forced colours: no rule of WCAG 2.2 A and AA is broken, and what
 * assistive technology is told is what was accepted. `UPDATE_SNAPSHOTS=1` accepts what it is told now.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { useInterface } from "../support.js";
import { MODES, violations } from "./axe.js";
import { shownClasses, specimens } from "./specimens.js";

const show = useInterface();
const folder = join(import.meta.dirname, "snapshots");
const accepts = process.env.UPDATE_SNAPSHOTS === "1";

test("every class has a specimen, and every stored snapshot a class", () => {
  expect(Object.keys(specimens).sort()).toEqual(shownClasses);
  if (accepts) mkdirSync(folder, { recursive: true });
  else expect(readdirSync(folder).sort()).toEqual(shownClasses.map((name) => `${name}.yaml`));
});

describe.each(shownClasses)("%s", (name) => {
  test("is told to assistive technology, and breaks no rule", { timeout: 600_000 }, async () => {
    const { page, session, settled } = await show((W) => specimens[name]?.(W), { reducedMotion: "reduce" });
    await settled();
    const path = join(folder, `${name}.yaml`);
    // What the page announces by itself while it connects is told by other tests.
    const told = async () =>
      `${await page.locator("body").ariaSnapshot()}\n`.replaceAll(/^- (status|alert)(: .*)?\n/gm, "");
    if (accepts) writeFileSync(path, await told());
    else {
      expect(existsSync(path), `no ARIA snapshot: run with UPDATE_SNAPSHOTS=1 and read ${path}`).toBe(true);
      await expect.poll(told).toBe(readFileSync(path, "utf8"));
    }
    for (const [mode, media] of Object.entries(MODES)) {
      await page.emulateMedia({ reducedMotion: "reduce", ...media });
      expect({ mode, found: await violations(page) }).toEqual({ mode, found: [] });
    }
    // Less room leaves what can be pressed large enough.
    session.setTheme({ density: "compact" });
    await page.locator("[data-density=compact]").waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
