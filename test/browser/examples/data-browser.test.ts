/**
 * The data browser with its 100,000 rows, as somebody uses it who looks for something.
 */
import { expect, test } from "vitest";
import { build } from "../../../examples/data-browser/browser.js";
import { observations } from "../../../examples/data-browser/observations.js";
import { useInterface } from "../support.js";

const show = useInterface();
const collection = observations();
const browser = (size = { width: 1200, height: 800 }) =>
  show((_, session) => build(session, collection), {
    viewport: size,
    permissions: ["clipboard-read", "clipboard-write"],
  });

const matches = (test: (values: (typeof collection.entries)[number]["values"]) => boolean, folder?: string) =>
  collection.entries.filter(
    (entry) => test(entry.values) && (folder === undefined || entry.folder[0] === folder),
  );
const number = new Intl.NumberFormat("en");

test("filter, folder, sort, details, copy; a reload changes nothing", async () => {
  const { page, reload } = await browser();
  const status = (text: string | RegExp) => page.locator(".pgw-status-bar").filter({ hasText: text });
  await status("100,000 entries of 100,000").waitFor();
  const table = page.getByRole("grid").first();
  const firstCell = () => table.getByRole("row").nth(1).getByRole("gridcell").first();
  expect(Number(await table.getAttribute("aria-rowcount"))).toBeGreaterThanOrEqual(100_000);

  await page.getByRole("textbox", { name: "Filter" }).pressSequentially("lyra kind:spectrum exposure>=300");
  const found = matches(
    ({ target, kind, exposure }) =>
      String(target).startsWith("Lyra") && kind === "spectrum" && Number(exposure) >= 300,
  );
  await status(`${number.format(found.length)} entries of 100,000`).waitFor();

  await page.getByRole("treegrid").getByText("2024", { exact: true }).click();
  const here = found.filter(({ folder }) => folder[0] === "2024");
  await status(`${number.format(here.length)} entries of 100,000`).waitFor();

  await page.getByRole("columnheader", { name: "Airmass" }).click();
  const least = [...here].sort((a, b) => Number(a.values.airmass) - Number(b.values.airmass))[0];
  await expect.poll(() => firstCell().innerText()).toBe(String(least?.values.name));

  await firstCell().click();
  await expect
    .poll(() => page.getByRole("textbox", { name: "Preview" }).inputValue())
    .toContain(`OBJECT  = '${least?.values.target}'`);
  await page.keyboard.press("Shift+ArrowDown");
  await status("2 selected").waitFor();

  await reload();
  await status("2 selected").waitFor();
  expect(await firstCell().innerText()).toBe(String(least?.values.name));
  expect(await page.getByRole("textbox", { name: "Filter" }).inputValue()).toBe(
    "lyra kind:spectrum exposure>=300",
  );

  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect
    .poll(async () =>
      String(await page.evaluate("navigator.clipboard.readText()"))
        .trim()
        .split("\n"),
    )
    .toHaveLength(2);

  await page.getByRole("button", { name: "Clear" }).click();
  await status("50,000 entries of 100,000").waitFor();
});

test("a second page sees what the first has filtered", async () => {
  const { page, session } = await browser();
  await page.getByRole("textbox", { name: "Filter" }).fill("draco 7");
  const found = matches(
    ({ target, name }) => `${target} ${name}`.includes("Draco") && /7/.test(`${target} ${name}`),
  );
  expect(found.length).toBeGreaterThan(100);
  await expect.poll(() => page.locator(".pgw-status-bar").innerText()).not.toContain("100,000 entries of");
  const second = await page.context().newPage();
  await second.goto(session.getUrl());
  await expect
    .poll(async () => [
      await second.getByRole("textbox", { name: "Filter" }).inputValue(),
      await second.locator(".pgw-status-bar").innerText(),
    ])
    .toEqual(["draco 7", await page.locator(".pgw-status-bar").innerText()]);
});

test("a narrow page has the panes under tabs", async () => {
  const { page } = await browser({ width: 400, height: 700 });
  await page.getByRole("tab", { name: "Entries" }).click();
  await page.getByRole("grid").first().getByText("000000.fits").click();
  await page.getByRole("tab", { name: "Details" }).click();
  await expect.poll(() => page.getByRole("textbox", { name: "Preview" }).inputValue()).toContain("OBJECT");
  await page.setViewportSize({ width: 1200, height: 700 });
  await page.getByRole("treegrid").waitFor();
  expect(await page.getByRole("tab").count()).toBe(0);
});
