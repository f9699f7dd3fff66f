/**
 * The data browser without a browser: its filter, its collections, and the interface in memory.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Application } from "pgwidgets-ts/sync";
import { openPage } from "pgwidgets-ts/testing";
import { afterEach, describe, expect, it, vi } from "vitest";
import { build } from "../../examples/data-browser/browser.js";
import { type Collection, foldersOf, within } from "../../examples/data-browser/collection.js";
import { files } from "../../examples/data-browser/files.js";
import { compile } from "../../examples/data-browser/filter.js";
import { observations } from "../../examples/data-browser/observations.js";
import { bytes, count } from "../../examples/data-browser/words.js";

describe("the filter", () => {
  const keys = ["name", "kind", "size", "date"];
  const entry = (id: number, name: string, kind: string, size: number | null, date: string) => ({
    folder: [],
    size: 0,
    values: { id, name, kind, size, date },
  });
  const entries = [
    entry(0, "Lyra 1", "spectrum", 300, "2023-01-05"),
    entry(1, "Lyra 12", "flat", 10, "2023-06-01"),
    entry(2, "Vela 3", "image", 600, "2024-02-01"),
    entry(3, "a=b", "image", null, "2024-02-02"),
  ];
  const found = (query: string) => entries.filter(compile(query, keys)).map(({ values }) => values.id);

  it.each([
    ["", [0, 1, 2, 3]],
    ["  ", [0, 1, 2, 3]],
    ["LYRA", [0, 1]],
    ["lyra 12", [1]],
    ["-lyra", [2, 3]],
    ["kind:im -vela", [3]],
    ["size>=300", [0, 2]],
    ["size<300", [1]],
    ["size=10", [1]],
    ["-size>=300", [1, 3]],
    ["date>=2024", [2, 3]],
    ["date<=2023-05", [0]],
    ["a=b", [3]],
    ["nothing", []],
  ])("%s", (query, expected) => {
    expect(found(query)).toEqual(expected);
  });
});

it("words of numbers", () => {
  expect([count(1, "row", "rows"), count(1234, "row", "rows"), count(0)]).toEqual([
    "1 row",
    "1,234 rows",
    "0",
  ]);
  expect([0, 999, 1000, 15_400, 9_800_000, 2.5e12].map(bytes)).toEqual([
    "0 bytes",
    "999 bytes",
    "1.0 KB",
    "15 KB",
    "9.8 MB",
    "2.5 TB",
  ]);
});

it("the observations are the same every time, in folders that hold them all", () => {
  const { entries } = observations(500);
  expect(entries).toEqual(observations(500).entries);
  const root = foldersOf(entries);
  expect(root.count).toBe(500);
  const years = [...root.folders].map(([name, folder]) => [name, folder.count]);
  expect(years).toEqual([
    ["2023", 250],
    ["2024", 250],
  ]);
  expect(within(entries, ["2023"])).toHaveLength(250);
  expect(within(entries, ["2023", "2023-01", "Camera"]).every(({ folder }) => folder[2] === "Camera")).toBe(
    true,
  );
  expect(within(entries, ["2025"])).toEqual([]);
});

describe("in memory", () => {
  const cleanups: (() => unknown)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0)) await cleanup();
  });

  async function shown(collection: Collection) {
    const app = new Application({ logger: null });
    cleanups.push(() => app.close());
    app.onConnect((session) => build(session, collection));
    return openPage(app, { patience: 60_000 });
  }

  it("filters, selects a folder, shows details of a row, and forgets the selection with the next filter", async () => {
    const collection = observations(2000);
    const page = await shown(collection);
    page.findByText("2,000 entries of 2,000");
    await page.select(page.find("TreeView"), ["Observations", "2023"]);
    page.findByText("1,000 entries of 2,000");

    await page.fill(page.findByRole("textbox", { name: "Filter" }), "kind:spectrum exposure>=600");
    await page.press(page.findByRole("textbox", { name: "Filter" }), "Enter");
    const wanted = collection.entries.filter(
      ({ folder, values }) =>
        folder[0] === "2023" && values.kind === "spectrum" && Number(values.exposure) >= 600,
    );
    page.findByText(`${wanted.length} entries of 2,000`);
    expect(page.findByText("Copy").isEnabled).toBe(false);
    const table = page.findAll("TableView")[0];
    if (table === undefined) throw new Error("There is no table.");
    expect(table.show()).toContain(String(wanted[0]?.values.name));
  });

  it("the files below a folder, links left out", async () => {
    const root = mkdtempSync(join(tmpdir(), "pgwidgets-files-"));
    cleanups.push(() => rmSync(root, { recursive: true, force: true }));
    mkdirSync(join(root, "notes", "old"), { recursive: true });
    writeFileSync(join(root, "readme.md"), "Hello.\n");
    writeFileSync(join(root, "notes", "one.txt"), "x".repeat(5000));
    writeFileSync(join(root, "notes", "old", "raw.bin"), Buffer.from([0, 1, 255]));
    symlinkSync(root, join(root, "notes", "round"));

    const collection = await files(root);
    const names = collection.entries.map(({ values, folder }) => [...folder, values.name].join("/"));
    expect(names).toEqual(["notes/old/raw.bin", "notes/one.txt", "readme.md"]);
    const previews = await Promise.all(collection.entries.map((entry) => collection.preview(entry)));
    expect(previews[0]).toBe("Binary: 00 01 ff …");
    expect(previews[1]).toBe(`${"x".repeat(4096)}\n…`);
    expect(previews[2]).toBe("Hello.\n");
    rmSync(join(root, "readme.md"));
    const [, , gone] = collection.entries;
    if (gone === undefined) throw new Error("It was there.");
    expect(await collection.preview(gone)).toMatch(/^It cannot be read: /);
    await expect(files(join(root, "missing"))).rejects.toThrow("ENOENT");

    const page = await shown(collection);
    await page.select(page.find("TreeView"), [collection.title, "notes"]);
    await vi.waitFor(() => page.findByText("2 entries of 3"));
  });
});
