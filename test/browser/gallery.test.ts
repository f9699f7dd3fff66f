/**
 * The gallery as its visitors use it: options, callbacks, search, switches, a reload, a second visitor, a narrow page. Nothing may be left in the browser's console or the program's log.
 */
import { describe, expect, it } from "vitest";
import { build } from "../../examples/gallery/build.js";
import { loadCollection } from "../../examples/gallery/collection.js";
import { launch } from "./chromium.js";
import { Visitor } from "./gallery-walk.js";
import { type ShowOptions, useInterface } from "./support.js";

const collection = await loadCollection();
const show = useInterface();

async function visit(options: ShowOptions = {}) {
  const shown = await show((_, session) => build(session, collection), {
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    ...options,
  });
  return { ...shown, visitor: new Visitor(shown.page, collection, shown.settled) };
}

describe("the gallery", () => {
  it("appears with a widget chosen, whose options and source follow by themselves", async () => {
    const { session } = await visit();
    const browser = await launch();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript({
      content: `
        window.seen = new Set();
        new MutationObserver(() => {
          const text = document.body?.innerText ?? "";
          const heading = /^Options of .*$/m.exec(text)?.[0];
          if (heading !== undefined) window.seen.add(heading + (text.includes("Choose a widget") ? ", none chosen" : ""));
        }).observe(document, { childList: true, subtree: true, attributes: true });`,
    });
    await page.goto(session.app.url);
    const other = new Visitor(page, collection);
    await other.panel.getByRole("textbox", { name: "text", exact: true }).waitFor();
    await page.locator(".cm-content").getByText("pgwidgets-ts/sync").waitFor();
    expect(await page.evaluate("[...window.seen]")).toEqual(["Options of Button"]);
    await browser.close();
  });

  it("sets what the panel says: through a setter, and by making the widget anew", async () => {
    const { visitor, page } = await visit();
    await visitor.open("Slider");
    const slider = page.getByRole("slider", { name: "Volume" });
    await visitor.panel.getByRole("spinbutton", { name: "max", exact: true }).fill("40");
    await visitor.panel.getByRole("spinbutton", { name: "max", exact: true }).press("Enter");
    await expect.poll(() => slider.getAttribute("max")).toBe("40");
    await visitor.panel.getByRole("combobox", { name: "orientation", exact: true }).press("Alt+ArrowDown");
    await page.getByRole("option", { name: "vertical" }).click();
    await expect.poll(() => slider.getAttribute("aria-orientation")).toBe("vertical");
    // What was changed before holds for the new widget too, and the panel follows its user.
    await expect.poll(() => slider.getAttribute("max")).toBe("40");
    await slider.press("Home");
    await expect
      .poll(() => visitor.panel.getByRole("spinbutton", { name: "value", exact: true }).inputValue())
      .toBe("0");
  });

  it("says why a value is refused, and keeps the one before", async () => {
    const { visitor, page } = await visit();
    await visitor.open("ColorWidget");
    const field = visitor.panel.getByRole("textbox", { name: "color (Enter applies)" });
    await field.fill("no colour");
    await field.press("Enter");
    await visitor.panel.getByText(/ColorWidget#\d+\.setColor/).waitFor();
    await field.fill("#102030");
    await field.press("Enter");
    await expect.poll(() => visitor.refusal()).toBe("");
    await expect
      .poll(() => page.getByRole("textbox", { name: /hex/i }).first().inputValue())
      .toMatch(/102030/i);
  });

  it("lists each callback with its arguments", async () => {
    const { visitor, page } = await visit();
    await visitor.open("CheckBox");
    await page.getByRole("tab", { name: "Callbacks" }).click();
    await page.getByRole("checkbox", { name: "Remember the window positions" }).click();
    const row = page.getByRole("grid").getByRole("row").filter({ hasText: "activated" });
    await row.first().waitFor();
    expect(await row.first().innerText()).toMatch(/CheckBox#\d+[\s\S]*activated[\s\S]*false/);
    await page.getByRole("button", { name: "Clear" }).click();
    await expect.poll(() => row.count()).toBe(0);
  });

  it("finds widgets by name, by category and by what they do", async () => {
    const { visitor, page } = await visit();
    const search = page.getByRole("textbox", { name: "Search the widgets" });
    const found = async (text: string) => {
      await search.fill(text);
      await page.getByText(text === "" ? "52 widgets" : / of 52 widgets/).waitFor();
    };
    await found("countdown");
    await expect.poll(() => visitor.list.getByRole("row").allTextContents()).toEqual(["Objects", "Timer"]);
    await search.press("Enter");
    await page.getByText("Options of Timer").waitFor();
    await found("buttons toggle");
    await visitor.list.getByRole("row", { name: "ToggleButton" }).waitFor();
    await found("no such widget");
    await expect.poll(() => visitor.list.getByRole("row").count()).toBe(0);
    await found("");
    await visitor.list.getByRole("row", { name: "Button", exact: true }).waitFor();
  });

  it("shows samples in windows and takes them back into pages as they were", async () => {
    const { visitor, page } = await visit();
    await visitor.open("TextEntry");
    await page.getByRole("textbox", { name: "Name" }).fill("Grace Hopper");
    await visitor.choose("View", "Windows");
    await visitor.open("Slider");
    await page.getByRole("dialog", { name: "TextEntry" }).waitFor();
    await page.getByRole("dialog", { name: "Slider" }).waitFor();
    expect(await page.getByRole("textbox", { name: "Name" }).inputValue()).toBe("Grace Hopper");
    await page.getByRole("dialog", { name: "Slider" }).getByRole("button", { name: "Close" }).click();
    await expect.poll(() => page.getByRole("dialog", { name: "Slider" }).count()).toBe(0);
    await visitor.open("TextEntry");
    await visitor.choose("View", "Pages");
    expect(await page.getByRole("textbox", { name: "Name" }).inputValue()).toBe("Grace Hopper");
  });

  it("switches theme, density and direction", async () => {
    const { visitor, page } = await visit({ colorScheme: "light" });
    const ground = () => page.evaluate<string>(`getComputedStyle(document.body).backgroundColor`);
    const search = page.getByRole("textbox", { name: "Search the widgets" });
    const height = async () => (await search.boundingBox())?.height ?? 0;
    await visitor.open("Button");
    const [light, roomy] = [await ground(), await height()];
    await visitor.choose("Theme", "Dark");
    await expect.poll(ground).not.toBe(light);
    await visitor.choose("Density", "Compact");
    await expect.poll(height).toBeLessThan(roomy);
    await visitor.choose("Direction", "Right to left");
    await expect.poll(() => page.evaluate(`getComputedStyle(document.body).direction`)).toBe("rtl");
    await visitor.choose("Theme", "Light");
    await expect.poll(ground).toBe(light);
  });

  it("keeps everything over a reload", async () => {
    const { visitor, page, reload } = await visit();
    await visitor.open("Dial");
    await visitor.panel.getByRole("spinbutton", { name: "value", exact: true }).press("ArrowUp");
    const dial = page.getByRole("slider", { name: "Gain" });
    await expect.poll(() => dial.getAttribute("aria-valuenow")).toBe("31");
    await reload();
    await page.getByText("Options of Dial").waitFor();
    await expect.poll(() => dial.getAttribute("aria-valuenow")).toBe("31");
    await expect
      .poll(() => visitor.list.getByRole("row", { selected: true }).allTextContents())
      .toEqual(["Dial"]);
  });

  it("gives each visitor a gallery of their own", async () => {
    const { visitor, page, session } = await visit();
    await visitor.open("SpinBox");
    const browser = await launch();
    const other = new Visitor(await browser.newPage(), collection);
    await other.page.goto(session.app.url);
    await other.open("Timer");
    expect(await page.getByText("Options of SpinBox").count()).toBe(1);
    expect(await other.page.getByText("Options of SpinBox").count()).toBe(0);
    await browser.close();
  });

  it("shows one part at a time in a narrow page, and nothing beyond its edge", async () => {
    const { visitor, page } = await visit({ viewport: { width: 400, height: 720 } });
    await page.getByRole("tab", { name: "Widgets" }).click();
    await visitor.open("Slider");
    const slider = page.getByRole("slider", { name: "Volume" });
    await slider.waitFor();
    const box = await slider.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 1000)).toBeLessThanOrEqual(400);
    await page.getByRole("tab", { name: "Options" }).click();
    await visitor.panel.getByRole("spinbutton", { name: "value", exact: true }).press("ArrowUp");
    await page.getByRole("tab", { name: "Sample" }).click();
    await expect.poll(() => slider.inputValue()).toBe("31");
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(() => page.getByRole("tab", { name: "Sample" }).count()).toBe(0);
    await expect.poll(() => slider.inputValue()).toBe("31");
  });
});
