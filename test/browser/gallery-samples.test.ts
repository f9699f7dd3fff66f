/**
 * Every class of the definitions has a sample in the gallery, and each can be shown with all of its properties.
 */
import { Application, type Widgets } from "pgwidgets-ts/sync";
import { openPage } from "pgwidgets-ts/testing";
import { describe, expect, it } from "vitest";
import { loadCollection, sampleOf } from "../../examples/gallery/collection.js";
import { Exhibit } from "../../examples/gallery/exhibit.js";
import { OptionPanel } from "../../examples/gallery/options/panel.js";
import { readProperty } from "../../examples/gallery/options/property.js";

const collection = await loadCollection();
const { catalogue, samples } = collection;

/** Does something in a session that a page shows; nothing may be left in its log. */
async function inSession(task: (W: Widgets) => void): Promise<void> {
  const faults: string[] = [];
  const fault = (message: string, details?: unknown) => faults.push(`${message} ${String(details ?? "")}`);
  const quiet = () => {};
  const app = new Application({ logger: { debug: quiet, info: quiet, warn: fault, error: fault } });
  app.onConnect((session) => task(session.getWidgets()));
  const page = await openPage(app, { patience: 60_000 });
  await page.settle();
  await app.close();
  expect(faults).toEqual([]);
}

describe("the samples of the gallery", () => {
  it("are there for every class that can be made, and for nothing else", () => {
    expect([...samples.keys()].sort()).toEqual(catalogue.entries.map(({ name }) => name).sort());
  });

  it.each(catalogue.entries.map((entry) => [entry.name, entry] as const))(
    "%s: is one of its class, and shows each of its properties",
    async (name, entry) => {
      await inSession((W) => {
        const followed: string[] = [];
        const exhibit = new Exhibit(
          W,
          catalogue.types,
          entry,
          sampleOf(collection, entry.name),
          (_, widget) => {
            followed.push(String(widget));
          },
        );
        expect(String(exhibit.widget)).toMatch(new RegExp(`^${name}#`));
        expect(followed).toContain(String(exhibit.widget));
        const panel = new OptionPanel(W, catalogue.types, () => {});
        panel.open(entry, exhibit.widget);
        const page = W.Page();
        const all = W.VBox();
        exhibit.putInto(all);
        all.addWidget(panel.widget);
        page.setWidget(all);
        page.show();
      });
    },
  );

  it.each(catalogue.entries.map((entry) => [entry.name, entry] as const))(
    "%s: takes every value that it has as a change, and as an option of a new one",
    async (_name, entry) => {
      await inSession((W) => {
        const exhibit = new Exhibit(W, catalogue.types, entry, sampleOf(collection, entry.name), () => {});
        for (const property of entry.groups.flatMap(({ properties }) => properties)) {
          const value = readProperty(exhibit.widget, property);
          exhibit.set(property, value);
          expect(readProperty(exhibit.widget, property), property.name).toEqual(value);
        }
        exhibit.destroy();
      });
    },
  );

  it("refuses a wrong value and keeps what was there", async () => {
    await inSession((W) => {
      const entry = catalogue.entries.find(({ name }) => name === "Slider");
      if (entry === undefined) throw new Error("there is no Slider");
      const exhibit = new Exhibit(W, catalogue.types, entry, sampleOf(collection, entry.name), () => {});
      const property = (name: string) => {
        const found = entry.groups.flatMap(({ properties }) => properties).find((each) => each.name === name);
        if (found === undefined) throw new Error(`there is no ${name}`);
        return found;
      };
      const before = exhibit.widget;
      expect(() => exhibit.set(property("step"), -1)).toThrow(/step|incrval/);
      expect(() => exhibit.set(property("dtype"), "complex")).toThrow(/dtype/);
      expect(exhibit.widget).toBe(before);
      expect(exhibit.set(property("value"), 12)).toBe(false);
      expect(exhibit.set(property("dtype"), "float")).toBe(true);
      expect(readProperty(exhibit.widget, property("value"))).toBe(12);
      expect(before.isDestroyed).toBe(true);
    });
  });
});
