/**
 * The text workbench in a real browser: texts are opened, typed into, searched, saved, and never lost.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Folder } from "../../../examples/workbench/folder.js";
import { build } from "../../../examples/workbench/workbench.js";
import { gone } from "../gone.js";
import { useInterface } from "../support.js";

const show = useInterface();
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pgwidgets-workbench-"));
  writeFileSync(join(root, "main.ts"), "const answer = 42;\n");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const viewport = { width: 1100, height: 700 };
const editor = (page: Page) =>
  page.getByRole("textbox").and(page.locator(".cm-content")).filter({ visible: true });
const status = (page: Page, text: string | RegExp) =>
  page.getByRole("status").filter({ hasText: text }).waitFor();
const tool = (page: Page, name: string) =>
  page.getByRole("toolbar").getByRole("button", { name, exact: true });

async function choose(page: Page, menu: string, entry: string): Promise<void> {
  await page.getByRole("menuitem", { name: menu, exact: true }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

test("a file of the folder is opened, changed in two pages, and saved", async () => {
  const folder = await Folder.open(root);
  const { page, made, session, reload } = await show((_, session) => build(session, folder), { viewport });
  await page.getByText("main.ts").dblclick();
  await editor(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("// one\n");
  await status(page, "main.ts · Line 3, column 1 of 3 lines · Modified");

  const second = await page.context().newPage();
  await second.goto(session.getUrl());
  await editor(second).click();
  await second.keyboard.press("Control+Home");
  await second.keyboard.type("// zero\n");
  await expect.poll(() => made.active?.editor.getText()).toBe("// zero\nconst answer = 42;\n// one\n");
  await second.close();

  await reload();
  expect(await editor(page).innerText()).toContain("// zero");
  await tool(page, "Undo").click();
  await expect.poll(() => made.active?.editor.getText()).not.toContain("// zero\n");
  await tool(page, "Redo").click();
  await tool(page, "Save").click();
  await expect.poll(() => readFileSync(join(root, "main.ts"), "utf8")).toBe(made.active?.editor.getText());
  await status(page, /^main\.ts · Line \d+, column \d+ of 4 lines$/);
});

test("closing asks for what was not saved, through a reload; the menus do the rest", async () => {
  const folder = await Folder.open(root);
  const { page, made, reload } = await show((_, session) => build(session, folder), { viewport });
  await tool(page, "New").click();
  await expect.poll(() => made.active?.name).toBe("Untitled 1");
  await editor(page).click();
  await page.keyboard.type("not yet saved");
  await expect.poll(() => made.active?.isModified).toBe(true);

  await page
    .getByRole("tab", { name: "Untitled 1" })
    .locator("..")
    .getByRole("button", { name: /close/i })
    .click();
  const question = page.getByRole("dialog", { name: "Save the changes?" });
  await question.waitFor();
  await reload();
  await question.getByRole("button", { name: "Cancel" }).click();
  await gone(question);
  expect(await editor(page).innerText()).toBe("not yet saved");

  await choose(page, "File", "Save as…");
  const name = page.getByRole("dialog", { name: "Save as" });
  await name.getByRole("textbox", { name: "Name" }).fill("new.txt");
  await page.keyboard.press("Enter");
  await expect.poll(() => made.active?.path).toBe("new.txt");
  expect(readFileSync(join(root, "new.txt"), "utf8")).toBe("not yet saved");
  await page.getByRole("tab", { name: "new.txt" }).waitFor();

  await choose(page, "File", "Close all");
  await status(page, "No document is open.");
});

test("without a folder: a text comes by upload and goes by download", async () => {
  const { page, made } = await show((_, session) => build(session), { viewport, acceptDownloads: true });
  const choosing = page.waitForEvent("filechooser");
  await choose(page, "File", "Open from this computer…");
  await (await choosing).setFiles([
    { name: "greeting.txt", mimeType: "text/plain", buffer: Buffer.from("Grüße\n") },
  ]);
  await expect.poll(() => made.active?.name).toBe("greeting.txt");
  await expect.poll(() => editor(page).innerText()).toContain("Grüße");
  await editor(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("aus Wien");
  await expect.poll(() => made.active?.editor.getText()).toBe("Grüße\naus Wien");

  const downloading = page.waitForEvent("download");
  await tool(page, "Save").click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("greeting.txt");
  expect(await readFile(await download.path(), "utf8")).toBe("Grüße\naus Wien");
});

test("matches are found, marked and replaced; a line is gone to", async () => {
  const { page, made } = await show((_, session) => build(session), { viewport });
  made.active?.editor.setText(Array.from({ length: 300 }, (_, i) => `line ${i + 1}`).join("\n"));
  await tool(page, "Find and replace").click();
  await page.getByRole("textbox", { name: "Find", exact: true }).fill("LINE 29");
  await page.getByText("11 found").waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("1 of 11").waitFor();
  await status(page, "Line 29, column 8");
  await expect.poll(() => editor(page).getByText("line 29", { exact: true }).count()).toBeGreaterThan(0);
  await page.getByRole("textbox", { name: "Replace with" }).fill("row");
  await page.getByRole("button", { name: "Replace", exact: true }).click();
  await page.getByText("1 of 10").waitFor();
  expect(made.active?.editor.getText().split("\n")[28]).toBe("row");

  await choose(page, "Edit", "Go to line…");
  await page.getByRole("dialog", { name: "Go to line" }).getByRole("textbox").fill("250");
  await page.keyboard.press("Enter");
  await status(page, "Line 250, column 1 of 300 lines");
  await editor(page).getByText("line 250", { exact: true }).waitFor();
});
