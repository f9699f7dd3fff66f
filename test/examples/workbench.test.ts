/**
 * The text workbench without a browser: its folder, which must not be left, and the interface in memory.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Application } from "pgwidgets-ts/sync";
import { openPage } from "pgwidgets-ts/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { treeOf } from "../../examples/workbench/file-tree.js";
import { Folder } from "../../examples/workbench/folder.js";
import type { DocumentTabs } from "../../examples/workbench/tabs.js";
import { build } from "../../examples/workbench/workbench.js";

let outer: string;
let root: string;
const cleanups: (() => unknown)[] = [];
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), "pgwidgets-workbench-"));
  root = join(outer, "texts");
  mkdirSync(join(root, "notes"), { recursive: true });
  writeFileSync(join(root, "main.ts"), "const answer = 42;\n");
  writeFileSync(join(root, "notes", "one.md"), "# One\n");
  writeFileSync(join(outer, "secret"), "secret");
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
  rmSync(outer, { recursive: true, force: true });
});
const onDisk = (path: string) => readFileSync(join(root, path), "utf8");

describe("the folder", () => {
  it("lists its files, reads and writes them", async () => {
    const folder = await Folder.open(root);
    expect(await folder.list()).toEqual(["main.ts", "notes/one.md"]);
    await folder.write("notes/two.md", "Ω\n");
    expect(await folder.read("notes/two.md")).toBe("Ω\n");
  });

  it("is not left, by dots, by an absolute path, by a link", async () => {
    const folder = await Folder.open(root);
    symlinkSync(outer, join(root, "out"));
    symlinkSync(join(outer, "secret"), join(root, "link"));
    for (const path of [
      "../secret",
      "notes/../../secret",
      join(outer, "secret"),
      "out/secret",
      "link",
      "",
      ".",
    ]) {
      await expect(folder.read(path)).rejects.toThrow("outside the folder");
      await expect(folder.write(path, "x")).rejects.toThrow("outside the folder");
    }
    await expect(folder.write("missing/two.md", "x")).rejects.toThrow("There is no folder missing.");
    expect(readFileSync(join(outer, "secret"), "utf8")).toBe("secret");
  });

  it("refuses what is no text, and a folder that is not there", async () => {
    writeFileSync(join(root, "raw"), Buffer.from([0xff, 0xfe, 0x00]));
    await expect((await Folder.open(root)).read("raw")).rejects.toThrow("raw is no text in UTF-8.");
    await expect(Folder.open(join(outer, "missing"))).rejects.toThrow("ENOENT");
  });

  it("is a tree of files and folders", () => {
    expect(treeOf(["a", "b/c", "b/d/e"])).toEqual({
      a: { __values__: { name: "a" } },
      b: { c: { __values__: { name: "c" } }, d: { e: { __values__: { name: "e" } } } },
    });
  });
});

describe("the workbench", () => {
  async function shown(folder: Folder | null) {
    const app = new Application({ logger: null });
    cleanups.push(() => app.close());
    const made: DocumentTabs[] = [];
    app.onConnect((session) => made.push(build(session, folder)));
    const page = await openPage(app, { patience: 60_000 });
    const [tabs] = made;
    if (tabs === undefined) throw new Error("Nothing was built.");
    // The folder is read while the page shows already.
    if (folder !== null) await expect.poll(() => page.find("TreeView").show()).toContain("main.ts");
    return { page, tabs };
  }

  it("opens, changes and saves a file of the folder", async () => {
    const { page, tabs } = await shown(await Folder.open(root));
    page.findByText("No document is open.");
    await page.activate(page.find("TreeView"), ["main.ts"]);
    await page.type(page.find("TextSource"), "// more\n");
    page.findByText(/^main\.ts · Line 3, column 1 of 3 lines · Modified$/);
    await page.click(page.find("ToolBarAction", { text: "Save" }));
    await expect.poll(() => onDisk("main.ts")).toBe("const answer = 42;\n// more\n");
    expect(tabs.active?.isModified).toBe(false);
    await page.activate(page.find("TreeView"), ["main.ts"]);
    expect(tabs.all).toHaveLength(1);
  });

  it("asks before it closes what was not saved; cancel keeps it at its place", async () => {
    const { page, tabs } = await shown(await Folder.open(root));
    await page.activate(page.find("TreeView"), ["main.ts"]);
    await page.type(page.find("TextSource"), "x");
    await page.click(page.find("ToolBarAction", { text: "New" }));
    const names = () => tabs.all.map(({ name }) => name);

    await page.close(page.find("TabWidget"), "main.ts");
    await page.select(page.find("Dialog"), "Cancel");
    expect(names()).toEqual(["main.ts", "Untitled 1"]);
    await page.close(page.find("TabWidget"), "main.ts");
    await page.select(page.find("Dialog"), "Save");
    expect(names()).toEqual(["Untitled 1"]);
    expect(onDisk("main.ts")).toBe("const answer = 42;\nx");
    await page.close(page.find("TabWidget"), "Untitled 1");
    expect(names()).toEqual([]);
    page.findByText("No document is open.");
  });

  it("saves a new document under the name that is asked for, and says what is wrong with one", async () => {
    const { page, tabs } = await shown(await Folder.open(root));
    await page.click(page.find("ToolBarAction", { text: "New" }));
    await page.type(page.find("TextSource"), "new");
    await page.click(page.find("ToolBarAction", { text: "Save" }));
    await page.fill(page.findByRole("textbox", { name: "Name" }), "../secret");
    await page.select(page.find("Dialog"), "Save");
    page.findByText("../secret lies outside the folder.");
    await page.select(page.find("Dialog"), "OK");
    await page.click(page.find("ToolBarAction", { text: "Save" }));
    await page.fill(page.findByRole("textbox", { name: "Name" }), "notes/two.md");
    await page.select(page.find("Dialog"), "Save");
    expect(onDisk("notes/two.md")).toBe("new");
    expect(tabs.all.map(({ name, path, isModified }) => [name, path, isModified])).toEqual([
      ["two.md", "notes/two.md", false],
    ]);
  });

  it("finds and replaces, round the end, with or without case", async () => {
    const { page, tabs } = await shown(null);
    await page.fill(page.find("TextSource"), "One two\none TWO\nthree");
    await page.click(page.find("ToolBarAction", { text: "Find and replace" }));
    await page.fill(page.findByRole("textbox", { name: "Find" }), "two");
    page.findByText("2 found");
    const editor = tabs.active?.editor;
    const selected = () => editor?.getSelectionRange()?.map((ref) => ref.getOffset());
    editor?.setTextCursor(editor.getRefStart());
    await page.click(page.findByText("Next"));
    expect(selected()).toEqual([4, 7]);
    await page.click(page.findByText("Previous"));
    expect(selected()).toEqual([12, 15]);
    page.findByText("2 of 2");
    await page.fill(page.findByRole("textbox", { name: "Replace with" }), "2");
    await page.click(page.findByText("Replace"));
    expect(editor?.getText()).toBe("One two\none 2\nthree");
    expect(selected()).toEqual([4, 7]);
    await page.check(page.findByText("Ignore case"), false);
    await page.fill(page.findByRole("textbox", { name: "Find" }), "one");
    await page.click(page.findByText("Replace all"));
    page.findByText("1 replaced");
    expect(editor?.getText()).toBe("One two\n2 2\nthree");
  });
});
