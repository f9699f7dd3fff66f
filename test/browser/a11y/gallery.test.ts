/**
 * The whole gallery, category by category: no rule of WCAG 2.2 A and AA is broken, in any look.
 */
import { describe, expect, test } from "vitest";
import { build } from "../../../examples/gallery/build.js";
import { loadCollection } from "../../../examples/gallery/collection.js";
import { useInterface } from "../support.js";
import { MODES, violations } from "./axe.js";

const show = useInterface();
const collection = await loadCollection();

describe.each(collection.catalogue.categories)("%s", (category) => {
  test("breaks no rule", { timeout: 600_000 }, async () => {
    const { page, made, settled } = await show((_, session) => build(session, collection), {
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce",
    });
    made.open({ category });
    await settled();
    for (const [mode, media] of Object.entries(MODES)) {
      await page.emulateMedia({ reducedMotion: "reduce", ...media });
      expect({ mode, found: await violations(page) }).toEqual({ mode, found: [] });
    }
    expect(await page.evaluate("document.getAnimations().length")).toBe(0);
  });
});
