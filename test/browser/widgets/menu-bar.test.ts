import type { Menu, Widgets } from "pgwidgets-ts/sync";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { gone } from "../gone.js";
import { mount, useInterface } from "../support.js";

const show = useInterface();

const ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3C/svg%3E";

/** A bar with File, Edit and View above a text field. */
function build(W: Widgets) {
  const heard: string[] = [];
  const bar = W.MenuBar();
  const fill = (menu: Menu, names: readonly string[]) => {
    for (const name of names) menu.addName(name).on("activated", () => heard.push(name));
    return menu;
  };
  const file = fill(bar.addName("File"), ["New", "Quit"]);
  const recent = fill(file.addMenu("Recent"), ["One", "Two"]);
  const edit = fill(bar.addName("Edit"), ["Copy", "Paste"]);
  const view = fill(W.Menu(), ["Zoom"]);
  bar.addMenu(view, "View");
  const entry = W.TextEntry("text");
  const box = W.VBox();
  box.addWidget(bar, 0);
  box.addWidget(entry, 0);
  mount(W, box);
  return { bar, file, recent, edit, view, entry, heard };
}

const item = (page: Page, name: string) => page.getByRole("menuitem", { name, exact: true });
const focused = (page: Page) => page.evaluate("document.activeElement.textContent.trim()");
const isOpen = (title: Locator) => title.getAttribute("aria-expanded").then((value) => value === "true");

async function middle(locator: Locator): Promise<[number, number]> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("It is not displayed.");
  return [box.x + box.width / 2, box.y + box.height / 2];
}

describe("pointer", () => {
  test("a click on a title opens its menu below it; another one closes it", async () => {
    const { page } = await show(build);
    expect(await page.getByRole("menubar").getByRole("menuitem").allInnerTexts()).toEqual([
      "File",
      "Edit",
      "View",
    ]);
    await item(page, "Edit").click();
    const title = await item(page, "Edit").boundingBox();
    const menu = await page.getByRole("menu", { name: "Edit" }).boundingBox();
    expect(menu?.x).toBe(Math.round(title?.x ?? 0));
    expect(menu?.y).toBeGreaterThanOrEqual((title?.y ?? 0) + (title?.height ?? 0));
    expect(await isOpen(item(page, "Edit"))).toBe(true);
    await item(page, "Edit").click();
    await gone(page.getByRole("menu"));
    expect(await isOpen(item(page, "Edit"))).toBe(false);
  });

  test("while one is open, moving onto another title opens that one", async () => {
    const { page, made, settled } = await show(build);
    await item(page, "File").click();
    await item(page, "Edit").hover();
    await page.getByRole("menu", { name: "Edit" }).waitFor();
    expect(await page.getByRole("menu").count()).toBe(1);
    await item(page, "Paste").click();
    await settled();
    expect(made.heard).toEqual(["Paste"]);
    await item(page, "File").hover();
    await settled();
    expect(await page.getByRole("menu").count()).toBe(0);
  });

  test("press, drag over titles and into a submenu, release", async () => {
    const { page, made, settled } = await show(build);
    await page.mouse.move(...(await middle(item(page, "View"))));
    await page.mouse.down();
    await page.mouse.move(...(await middle(item(page, "File"))), { steps: 6 });
    await page.mouse.move(...(await middle(item(page, "Recent"))), { steps: 6 });
    await item(page, "Two").waitFor();
    await page.mouse.move(...(await middle(item(page, "Two"))), { steps: 6 });
    await page.mouse.up();
    await settled();
    expect(made.heard).toEqual(["Two"]);
    await page.mouse.move(...(await middle(item(page, "View"))));
    await page.mouse.down();
    await page.mouse.move(500, 500, { steps: 4 });
    await page.mouse.up();
    await gone(page.getByRole("menu"));
  });

  test("the focus stays where the user works", async () => {
    const { page, made, at, settled } = await show(build);
    await at(made.entry).focus();
    await page.keyboard.press("End");
    await item(page, "Edit").click();
    await item(page, "Copy").click();
    await page.keyboard.type("!");
    await settled();
    expect(made.entry.getText()).toBe("text!");
    await item(page, "Edit").click();
    await page.keyboard.press("Escape");
    await page.keyboard.type("?");
    await settled();
    expect(made.entry.getText()).toBe("text!?");
  });

  test("fingers", async () => {
    const { page, made, settled } = await show(build, { hasTouch: true });
    await item(page, "File").tap();
    await item(page, "Recent").tap();
    await item(page, "One").tap();
    await settled();
    expect(made.heard).toEqual(["One"]);
    await item(page, "Edit").tap();
    await page.getByRole("menu").waitFor();
    await item(page, "View").tap();
    await page.getByRole("menu", { name: "View" }).waitFor();
    await item(page, "View").tap();
    await gone(page.getByRole("menu"));
  });
});

describe("keys", () => {
  for (const key of ["F10", "Alt"]) {
    test(`${key} leads in and out`, async () => {
      const { page, made, at } = await show(build);
      await at(made.entry).focus();
      await page.keyboard.press(key);
      expect(await focused(page)).toBe("File");
      expect(await page.getByRole("menu").count()).toBe(0);
      await page.keyboard.press(key);
      expect(await at(made.entry).evaluate((e) => e.matches(":focus"))).toBe(true);
      await page.keyboard.press(key);
      await page.keyboard.press("ArrowDown");
      expect(await focused(page)).toBe("New");
      await page.keyboard.press(key);
      expect(await page.getByRole("menu").count()).toBe(0);
      expect(await at(made.entry).evaluate((e) => e.matches(":focus"))).toBe(true);
    });
  }

  test("Alt together with something else is not for the bar", async () => {
    const { page, made, at } = await show(build);
    await at(made.entry).focus();
    await page.keyboard.press("Alt+x");
    expect(await at(made.entry).evaluate((e) => e.matches(":focus"))).toBe(true);
    await page.keyboard.down("Alt");
    await page.mouse.click(400, 300);
    await page.keyboard.up("Alt");
    expect(await page.getByRole("menubar").locator(":focus").count()).toBe(0);
  });

  test("arrows go from title to title and from menu to menu; Escape goes back in steps", async () => {
    const { page, made, at, settled } = await show(build);
    await at(made.entry).focus();
    await page.keyboard.press("F10");
    const seen: unknown[] = [];
    for (const key of [
      "ArrowRight",
      "ArrowRight",
      "ArrowRight",
      "ArrowLeft",
      "Home",
      "End",
      "e",
      "ArrowDown",
    ]) {
      await page.keyboard.press(key);
      seen.push(await focused(page));
    }
    expect(seen).toEqual(["Edit", "View", "File", "View", "File", "View", "Edit", "Copy"]);
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe("Zoom");
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe("New");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe("One");
    // Beyond a line without a submenu the next title comes.
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe("Copy");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("File");
    expect(await page.getByRole("menu").count()).toBe(0);
    await page.keyboard.press("Escape");
    expect(await at(made.entry).evaluate((e) => e.matches(":focus"))).toBe(true);
    await page.keyboard.press("F10");
    await page.keyboard.press("ArrowUp");
    expect(await focused(page)).toBe("Recent");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard).toEqual(["Quit"]);
    expect(await at(made.entry).evaluate((e) => e.matches(":focus"))).toBe(true);
  });

  test("the bar has one Tab stop, which stays where it was", async () => {
    const { page, made, at } = await show(build);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("File");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Tab");
    expect(await at(made.entry).evaluate((e) => e.matches(":focus"))).toBe(true);
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe("Edit");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect.poll(() => made.heard).toEqual(["Copy"]);
    expect(await focused(page)).toBe("Edit");
  });

  test("from right to left the other arrows lead there", async () => {
    const { page } = await show(build, { dir: "rtl" });
    await page.keyboard.press("F10");
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("Edit");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("Zoom");
  });
});

describe("overflow", () => {
  const wide = (W: Widgets) => {
    const heard: string[] = [];
    const bar = W.MenuBar();
    for (let i = 0; i < 9; i++) {
      bar
        .addName(`Title number ${i}`)
        .addName(`Line ${i}`)
        .on("activated", () => heard.push(`Line ${i}`));
    }
    const box = W.VBox();
    box.addWidget(bar, 0);
    mount(W, box);
    return { bar, heard };
  };

  test("titles that do not fit are behind the last button", async () => {
    const { page, made, settled } = await show(wide, { viewport: { width: 360, height: 500 } });
    const more = item(page, "More menus");
    expect(await item(page, "Title number 0").isVisible()).toBe(true);
    expect(await item(page, "Title number 5").isVisible()).toBe(false);
    const box = await more.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    await more.click();
    await page
      .getByRole("menu", { name: "More menus" })
      .getByRole("menuitem", { name: "Title number 7" })
      .click();
    await item(page, "Line 7").click();
    await settled();
    expect(made.heard).toEqual(["Line 7"]);
    // By key too, as the last of the titles.
    await page.keyboard.press("F10");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard).toEqual(["Line 7", "Line 8"]);
  });

  test("with more room they come back", async () => {
    const { page, settled } = await show(wide, { viewport: { width: 360, height: 500 } });
    await page.setViewportSize({ width: 1400, height: 500 });
    await settled();
    expect(await item(page, "Title number 8").isVisible()).toBe(true);
    expect(await item(page, "More menus").count()).toBe(0);
    await page.setViewportSize({ width: 700, height: 500 });
    await settled();
    expect(await item(page, "Title number 8").isVisible()).toBe(false);
    expect(await item(page, "More menus").isVisible()).toBe(true);
  });
});

describe("what the program does", () => {
  test("titles with pictures, hidden and disabled ones, and text as it is", async () => {
    const { page, made, settled } = await show((W) => {
      const made = build(W);
      const help = W.Menu();
      help.addName("About");
      made.bar.addMenu(help, "<i>Help</i>", { iconUrl: ICON, iconsize: [20, 12] });
      const only = W.Menu();
      made.bar.addMenu(only, "Only", { iconUrl: ICON, iconOnly: true });
      return { ...made, help, only };
    });
    expect(await item(page, "<i>Help</i>").textContent()).toBe("<i>Help</i>");
    const picture = await item(page, "<i>Help</i>").locator("img").boundingBox();
    expect([picture?.width, picture?.height]).toEqual([20, 12]);
    expect(await item(page, "Only").textContent()).toBe("");
    made.edit.setEnabled(false);
    made.view.hide();
    await settled();
    expect(await item(page, "Edit").getAttribute("aria-disabled")).toBe("true");
    await item(page, "Edit").click({ force: true });
    expect(await page.getByRole("menu").count()).toBe(0);
    expect(await item(page, "View").count()).toBe(0);
    await page.keyboard.press("F10");
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe("<i>Help</i>");
    made.view.show();
    made.bar.setEnabled(false);
    await settled();
    await item(page, "File").click({ force: true });
    await page.keyboard.press("F10");
    expect(await page.getByRole("menu").count()).toBe(0);
    made.bar.setEnabled(true);
    await settled();
    await item(page, "View").click();
    await item(page, "Zoom").click();
    await settled();
    expect(made.heard).toEqual(["Zoom"]);
  });

  test("removing and destroying menus takes their titles away, and all is so after a reload", async () => {
    const { page, made, settled, reload } = await show(build);
    await item(page, "Edit").click();
    made.bar.remove(made.edit);
    await gone(page.getByRole("menu"));
    made.view.destroy();
    const again = made.bar.addName("Edit");
    again.addName("Cut").on("activated", () => made.heard.push("Cut"));
    await settled();
    const titles = page.getByRole("menubar").getByRole("menuitem");
    expect(await titles.allInnerTexts()).toEqual(["File", "Edit"]);
    await reload();
    expect(await titles.allInnerTexts()).toEqual(["File", "Edit"]);
    await item(page, "Edit").click();
    await item(page, "Cut").click();
    await settled();
    expect(made.heard).toEqual(["Cut"]);
  });

  test("F10 leads to the bar of the window that the user is in", async () => {
    const { page } = await show((W) => {
      const made = build(W);
      const window = W.TopLevel({ title: "Window", size: [300, 200] });
      const box = W.VBox();
      const bar = W.MenuBar();
      bar.addName("Inner").addName("Line");
      box.addWidget(bar, 0);
      box.addWidget(W.TextEntry("inside"), 0);
      window.setWidget(box);
      window.setPosition(100, 200);
      window.show();
      return made;
    });
    await page.locator(".pgw-window input").click();
    await page.keyboard.press("F10");
    expect(await focused(page)).toBe("Inner");
    await page.locator(".pgw-page input").click();
    await page.keyboard.press("F10");
    expect(await focused(page)).toBe("File");
  });
});
