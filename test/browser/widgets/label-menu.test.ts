import type { Label, Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { gone } from "../gone.js";
import { mount, useInterface } from "../support.js";

const show = useInterface();

/** A label of 200 x 100 at (100, 50). */
function target(W: Widgets, options: Parameters<Widgets["Label"]>[1] = {}): { label: Label } {
  const ground = W.VBox();
  ground.setPadding([100, 50, 0, 0]);
  ground.setAlign("left");
  const label = W.Label("Target", { size: [200, 100], ...options });
  ground.addWidget(label);
  mount(W, ground);
  return { label };
}

describe("menu", () => {
  const withMenu = (W: Widgets, options: Parameters<Widgets["Label"]>[1] = {}) => {
    const menu = W.Menu();
    const chosen: string[] = [];
    for (const name of ["First", "Second"]) {
      menu.addName(name).on("activated", () => chosen.push(name));
    }
    return { ...target(W, { menu, ...options }), menu, chosen };
  };

  test("opens by press, stays open after the release, and the next press closes it", async () => {
    const { page, made, at } = await show((W) => withMenu(W));
    const menu = page.getByRole("menu");
    const label = at(made.label);
    expect(await page.getByRole("button", { name: "Target" }).getAttribute("aria-haspopup")).toBe("menu");
    await label.click();
    await menu.waitFor();
    expect(await label.getAttribute("aria-expanded")).toBe("true");
    await label.click();
    await gone(menu);
    expect(await label.getAttribute("aria-expanded")).toBe("false");
    await label.click({ button: "right" });
    await menu.waitFor();
    await page.mouse.click(600, 500);
    await gone(menu);
    await label.click();
    await page.getByRole("menuitem", { name: "Second" }).click();
    await expect.poll(() => made.chosen).toEqual(["Second"]);
  });

  test("press, drag, release chooses", async () => {
    const { page, made } = await show((W) => withMenu(W, { interactive: true }));
    await page.mouse.move(150, 100);
    await page.mouse.down();
    const item = await page.getByRole("menuitem", { name: "First" }).boundingBox();
    await page.mouse.move((item?.x ?? 0) + 20, (item?.y ?? 0) + 10, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => made.chosen).toEqual(["First"]);
  });

  test("opens by key, and the focus comes back", async () => {
    const { page, made, at } = await show((W) => withMenu(W));
    for (const key of ["Enter", "Space", "ArrowDown"]) {
      await at(made.label).focus();
      await page.keyboard.press(key);
      await page.getByRole("menu").waitFor();
      expect(await page.getByRole("menuitem", { name: "First" }).evaluate((e) => e.matches(":focus"))).toBe(
        true,
      );
      await page.keyboard.press("Escape");
      await gone(page.getByRole("menu"));
      expect(await at(made.label).evaluate((element) => element.matches(":focus"))).toBe(true);
    }
  });

  test("opens by a tap of a finger", async () => {
    const { page } = await show((W) => withMenu(W), { hasTouch: true });
    await page.touchscreen.tap(150, 100);
    await page.getByRole("menu").waitFor();
    await page.touchscreen.tap(150, 100);
    await gone(page.getByRole("menu"));
  });

  test("a disabled label opens none; one that was taken off is gone; both hold after a reload", async () => {
    const { page, made, at, settled, reload } = await show((W) => withMenu(W));
    made.label.setEnabled(false);
    await reload();
    await page.mouse.click(150, 100);
    expect(await page.getByRole("menu").count()).toBe(0);
    expect(await at(made.label).getAttribute("aria-disabled")).toBe("true");
    made.label.setEnabled(true);
    await reload();
    await page.mouse.click(150, 100);
    await page.getByRole("menu").waitFor();
    made.label.setMenu(null);
    await settled();
    expect(await page.getByRole("menu").count()).toBe(0);
    await page.mouse.click(150, 100);
    await settled();
    expect(await page.getByRole("menu").count()).toBe(0);
    expect(await at(made.label).getAttribute("role")).toBeNull();
    made.label.setMenu(made.menu);
    await reload();
    await page.mouse.click(150, 100);
    await page.getByRole("menu").waitFor();
  });
});
