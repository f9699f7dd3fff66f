/**
 * The instrument panel as its operator uses it, in a real browser.
 */
import { readFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { build } from "../../../examples/instrument/panel.js";
import { useInterface } from "../support.js";

const show = useInterface();
const panel = (size = { width: 1100, height: 800 }) =>
  show((_, session) => build(session), { viewport: size, acceptDownloads: true });

/** How many different colours a canvas shows: one while it is blank. */
const coloursIn = (canvas: Locator) =>
  canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const { data } = (element as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height) ?? {};
    return new Set(new Uint32Array(data?.buffer ?? new ArrayBuffer(0))).size;
  });

test("it is started, set, watched and stopped, and goes on through a reload", async () => {
  const { page, made, reload } = await panel();
  const readout = (name: string) => page.getByRole("group", { name, exact: true });
  const temperature = async () =>
    Number(/([\d.]+) °C/.exec(await readout("Temperature").innerText())?.[1] ?? Number.NaN);

  await page.getByRole("button", { name: "Start" }).click();
  await expect.poll(() => page.getByRole("button", { name: "Start" }).isDisabled()).toBe(true);
  const before = await temperature();
  await expect.poll(temperature).toBeGreaterThan(before + 0.3);

  // With the keyboard, and with the mouse.
  const inlet = page.getByRole("slider", { name: "Inlet valve" });
  await inlet.focus();
  await page.keyboard.press("End");
  await expect.poll(() => made.settings.inlet).toBe(1);
  const dial = page.getByRole("slider", { name: "Temperature set-point" });
  await dial.focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => made.settings.setPoint).toBe(56);
  await page
    .getByRole("cell", { name: "Inlet valve 100 %" })
    .or(page.getByText("Inlet valve 100 %"))
    .waitFor();

  const chart = page.locator("canvas");
  await expect.poll(() => coloursIn(chart)).toBeGreaterThan(20);
  await reload();
  await expect.poll(() => coloursIn(chart)).toBeGreaterThan(20);
  expect(await inlet.inputValue()).toBe("100");
  const after = await temperature();
  await expect.poll(temperature).not.toBe(after);

  await page.getByRole("button", { name: "Stop" }).click();
  await expect.poll(() => made.isRunning).toBe(false);
  await page.getByText("Stopped", { exact: true }).waitFor();
});

test("a second page shows the same alarm; who has seen it says so to both", async () => {
  const { page, made, session } = await panel();
  made.set({ limit: 30, setPoint: 60 }, "Hot");
  made.start();
  for (let i = 0; i < 60; i++) made.advance(1);
  const alarm = "Temperature high: the heater is off";
  const line = (of: typeof page) => of.getByText(new RegExp(`^${alarm}( \\(seen\\))?$`)).first();
  await line(page).waitFor();

  const second = await page.context().newPage();
  await second.goto(session.getUrl());
  await line(second).waitFor();
  await second.getByRole("button", { name: "Acknowledge" }).click();
  for (const each of [page, second]) {
    await each.getByText(`${alarm} (seen)`).waitFor();
    await expect.poll(() => each.getByRole("button", { name: "Acknowledge" }).isDisabled()).toBe(true);
  }
});

test("by hand: what can be set follows the check box; the log is saved as a file", async () => {
  const { page, made } = await panel();
  const power = page.getByRole("slider", { name: "Heater power" });
  expect(await power.isDisabled()).toBe(true);
  await page.getByText("Automatic").click();
  await expect.poll(() => power.isDisabled()).toBe(false);
  await power.focus();
  await page.keyboard.press("Home");
  await expect.poll(() => made.settings).toMatchObject({ automatic: false, power: 0 });

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the log" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("log.tsv");
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\n");
  expect(lines.map((line) => line.split("\t").slice(1))).toEqual([
    ["Setting", "Heater by hand"],
    ["Setting", "Heater power 0 %"],
  ]);
});

test("on a narrow page the parts stand below each other, and nothing lies outside", async () => {
  const { page } = await panel({ width: 400, height: 800 });
  const valves = page.getByRole("group", { name: "Valves" });
  const level = page.getByRole("group", { name: "Level" });
  await expect
    .poll(async () => ((await level.boundingBox())?.y ?? 0) > ((await valves.boundingBox())?.y ?? 0))
    .toBe(true);
  for (const each of [valves, level, page.locator("canvas"), page.getByRole("grid")]) {
    const box = await each.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(400);
  }
});
