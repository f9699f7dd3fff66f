/**
 * Every widget of the gallery, opened by a visitor who changes each of its options through the panel. Nothing may be
 * refused, or left in the browser's console or the program's log.
 */
import { expect, it } from "vitest";
import { build } from "../../examples/gallery/build.js";
import { loadCollection } from "../../examples/gallery/collection.js";
import { Visitor } from "./gallery-walk.js";
import { useInterface } from "./support.js";

const collection = await loadCollection();
const { entries, categories } = collection.catalogue;
const show = useInterface();

async function visit(): Promise<Visitor> {
  const { page, settled } = await show((_, session) => build(session, collection), {
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  return new Visitor(page, collection, settled);
}

/** The text of the source view, as far as it is drawn. */
const source = (visitor: Visitor) => visitor.page.locator(".cm-content").last().innerText();

it.each(categories)(
  "%s: opens each widget with its source, and changes each of its options",
  { timeout: 600_000 },
  async (category) => {
    const visitor = await visit();
    for (const entry of entries.filter((each) => each.category === category)) {
      await visitor.open(entry.name);
      await expect.poll(() => source(visitor)).toContain("pgwidgets-ts/sync");
      const count = entry.groups.reduce((sum, { properties }) => sum + properties.length, 0);
      expect(await visitor.changeAll(entry)).toBe(count);
    }
  },
);
