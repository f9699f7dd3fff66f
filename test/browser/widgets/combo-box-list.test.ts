import { describe, expect, test } from "vitest";
import { useInterface } from "../support.js";
import { COLOURS, combo, isFocused, parts } from "./combo-box-support.js";

const show = useInterface();

describe("the list", () => {
  test("drops below, turns upwards where there is no room, and stays in the viewport", async () => {
    const many = Array.from({ length: 60 }, (_, i) => `Item number ${i}`);
    for (const [items, above, side] of [
      [COLOURS, 0, "below"],
      [COLOURS, 500, "above"],
      [many, 100, "below"],
      [many, 450, "above"],
    ] as const) {
      const shown = await show(combo({}, items, { above }));
      const { field, list, active } = parts(shown);
      await field.click();
      await shown.page.keyboard.press("End");
      expect(await active()).toBe(items.at(-1));
      const popup = await list.boundingBox();
      const box = await shown.at(shown.made.box).boundingBox();
      if (popup === null || box === null) throw new Error("It is not displayed.");
      if (side === "below") expect(popup.y).toBeGreaterThanOrEqual(box.y + box.height);
      else expect(popup.y + popup.height).toBeLessThanOrEqual(box.y);
      expect(popup.y).toBeGreaterThanOrEqual(0);
      expect(popup.y + popup.height).toBeLessThanOrEqual(600);
      expect(popup.width).toBeGreaterThanOrEqual(box.width - 1);
      // The active option is scrolled into sight.
      const last = await list.locator("[role=option]").last().boundingBox();
      expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(popup.y + popup.height);
    }
  });

  test("dropdown_limit is the number of items before it scrolls", async () => {
    const shown = await show(combo({ dropdownLimit: 3 }, [...COLOURS, "White", "Yellow"]));
    const { field, list, options } = parts(shown);
    await field.click();
    const popup = await list.boundingBox();
    const row = await options.first().boundingBox();
    expect(Math.round(popup?.height ?? 0)).toBe(Math.round((row?.height ?? 0) * 3 + 10));
    expect(row?.height ?? 0).toBeGreaterThanOrEqual(24);
    expect(await list.evaluate((each) => each.scrollHeight > each.clientHeight)).toBe(true);
  });

  test("follows the box when the layout moves it, and shows what the program changes", async () => {
    const shown = await show(combo());
    const { made, at, settled } = shown;
    const { field, list, options, active } = parts(shown);
    await field.click();
    await shown.page.keyboard.press("ArrowDown");
    made.column.setPadding(80);
    made.box.appendText("White");
    await settled();
    expect(await options.count()).toBe(5);
    expect(await active()).toBe("Green");
    const gap = async () => {
      const popup = await list.boundingBox();
      const box = await at(made.box).boundingBox();
      return [
        Math.round((popup?.x ?? 0) - (box?.x ?? 0)),
        Math.round((popup?.y ?? 0) - (box?.y ?? 0) - (box?.height ?? 0)),
      ];
    };
    await expect.poll(gap).toEqual([0, 4]);
    made.box.clear();
    await settled();
    expect(await list.count()).toBe(0);
  });

  test("follows scrolling, and closes when the box is scrolled away", async () => {
    const shown = await show((W) => {
      const made = combo({}, COLOURS, { above: 300 })(W);
      made.column.setMinSize(null, 2000);
      return made;
    });
    const { made, page, at } = shown;
    const { field, list, expanded } = parts(shown);
    await field.click();
    const scroll = (top: number) =>
      page.evaluate((to) => {
        const root = document.querySelector("main:not([hidden])");
        if (root !== null) root.scrollTop = to;
      }, top);
    const apart = async () => {
      const popup = await list.boundingBox();
      const box = await at(made.box).boundingBox();
      return Math.round((popup?.y ?? 0) - (box?.y ?? 0) - (box?.height ?? 0));
    };
    const before = await at(made.box).boundingBox();
    await scroll(120);
    const after = await at(made.box).boundingBox();
    expect(Math.round((before?.y ?? 0) - (after?.y ?? 0))).toBe(120);
    await expect.poll(apart).toBe(4);
    await scroll(900);
    await expect.poll(expanded).toBe(false);
  });

  test("goes with its box: hidden, disabled, destroyed, or inside what is", async () => {
    const shown = await show(combo());
    const { made, settled, page } = shown;
    const { field, list } = parts(shown);
    const opened = async () => {
      await field.click();
      await expect.poll(() => list.count()).toBe(1);
    };
    await opened();
    made.box.hide();
    await settled();
    expect(await list.count()).toBe(0);
    made.box.show();
    await settled();
    await opened();
    made.box.setEnabled(false);
    await settled();
    expect(await list.count()).toBe(0);
    // The focus goes on to what can be used.
    await expect.poll(() => isFocused(page.getByRole("button", { name: "Elsewhere" }))).toBe(true);
    await field.click({ force: true });
    expect(await list.count()).toBe(0);
    made.box.setEnabled(true);
    await settled();
    await opened();
    made.column.hide();
    // What is hidden has no role any more; that it has closed is told by the field.
    const closed = () => page.locator("[role=combobox]").getAttribute("aria-expanded");
    await expect.poll(closed).toBe("false");
    made.column.show();
    await settled();
    await opened();
    made.box.destroy();
    await settled();
    expect(await list.count()).toBe(0);
    await page.mouse.click(300, 300);
  });

  test("a modal dialog around it does not cover it or take its Escape", async () => {
    const shown = await show(combo());
    const { page } = shown;
    const { field, options, expanded } = parts(shown);
    await page.evaluate(() => {
      const dialog = document.createElement("dialog");
      const root = document.querySelector("main:not([hidden])");
      root?.parentElement?.append(dialog);
      if (root !== null) dialog.append(root.firstElementChild as Element);
      dialog.showModal();
    });
    await field.click();
    await options.nth(1).hover();
    await page.keyboard.press("Escape");
    expect(await expanded()).toBe(false);
    expect(await page.locator("dialog").evaluate((each) => (each as HTMLDialogElement).open)).toBe(true);
    await field.click();
    await options.nth(1).click();
    expect(await field.textContent()).toBe("Green");
  });
});

describe("items and texts", () => {
  test("what the program does with the list is the same here and there, and fires nothing", async () => {
    const shown = await show(combo({}, []));
    const { made, settled, at } = shown;
    const { field, options, text } = parts(shown);
    const { box } = made;
    const check = async (items: readonly string[]) => {
      await settled();
      expect(await text()).toBe(box.getText());
      if (items.length === 0) return;
      await field.click();
      expect(await options.locator("span").allTextContents()).toEqual(items);
      const picked = await options.evaluateAll((all) =>
        all.findIndex((each) => each.getAttribute("aria-selected") === "true"),
      );
      expect(picked).toBe(box.getIndex());
      await field.press("Escape");
    };
    box.insertAlpha("pear");
    await check(["pear"]);
    for (const item of ["Banana", "apple", "Äpfel", "zebra", "Apple", "éclair"]) box.insertAlpha(item);
    const items = Array.from({ length: 7 }, (_, i) => box.getAlpha(i) ?? "");
    await check(items);
    box.setText("zebra");
    box.deleteAlpha("zebra");
    box.deleteAlpha("none");
    await check(items.filter((item) => item !== "zebra"));
    expect(box.getIndex()).toBe(-1);
    box.setIndex(2);
    box.setIndex(99);
    await check(items.filter((item) => item !== "zebra"));
    box.showText("nowhere");
    await check(items.filter((item) => item !== "zebra"));
    box.showText("pear");
    await settled();
    expect(await text()).toBe("pear");
    box.clear();
    await check([]);
    box.setIndex(-1);
    box.appendText("<b>first</b>");
    await check(["<b>first</b>"]);
    expect(await text()).toBe("");
    expect(made.heard).toEqual([]);
    expect(await at(box).locator("b").count()).toBe(0);
  });

  test("of equal items the one that was picked", async () => {
    const shown = await show(combo({}, ["a", "b", "a", "c"]));
    const { made, page, settled } = shown;
    const { field, options } = parts(shown);
    await field.click();
    await options.nth(2).click();
    await settled();
    await field.hover();
    await page.mouse.wheel(0, 100);
    await settled();
    expect(made.heard).toEqual([
      [2, "a"],
      [3, "c"],
    ]);
  });

  test("everything is the same after a reload, also a text that is not confirmed", async () => {
    const shown = await show(combo({ editable: true, dropdownLimit: 2 }));
    const { made, page, settled, reload } = shown;
    const { field, options, text } = parts(shown);
    made.box.insertAlpha("Grey");
    await settled();
    await field.fill("typed only");
    await settled();
    await reload();
    expect(await text()).toBe("typed only");
    await field.press("Alt+ArrowDown");
    const items = Array.from({ length: 5 }, (_, i) => made.box.getAlpha(i));
    expect(await options.locator("span").allTextContents()).toEqual(items);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard.at(-1)).toEqual([0, items[0]]);
  });

  test("an item that Enter added reaches a second page, too", async () => {
    const shown = await show(combo({ editable: true }));
    const { made, page, settled } = shown;
    const { field } = parts(shown);
    const { session } = made.box;
    const other = await page.context().newPage();
    await other.goto(`${page.url().split("#")[0]}#session=${session.id}&token=${session.token}`);
    const there = other.locator(`[data-wid="${made.box.wid}"]`).getByRole("combobox");
    await there.waitFor();
    await field.fill("Orange");
    await field.press("Enter");
    await settled();
    await expect.poll(() => there.inputValue()).toBe("Orange");
    await there.press("Alt+ArrowDown");
    expect(await other.locator("[role=option] > span").allTextContents()).toEqual([...COLOURS, "Orange"]);
  });
});

describe("look", () => {
  test("as wide as the longest item until set_length; 28 high; font and focus reach the field", async () => {
    const shown = await show(combo());
    const { made, settled, box } = shown;
    const { field, options } = parts(shown);
    const before = await box(made.box);
    expect(before[3]).toBe(28);
    made.box.appendText("A colour with a very long name");
    const wide = await box(made.box);
    expect(wide[2]).toBeGreaterThan(before[2] + 80);
    made.box.setText("A colour with a very long name");
    await settled();
    expect(await field.evaluate((each) => each.scrollWidth <= each.clientWidth)).toBe(true);
    made.box.setLength(4);
    const fixed = await box(made.box);
    expect(fixed[2]).toBeLessThan(wide[2]);
    made.box.setText("x");
    expect((await box(made.box))[2]).toBe(fixed[2]);
    made.box.setFont("serif", 15);
    made.box.setFocus();
    await settled();
    expect(await isFocused(field)).toBe(true);
    expect(await field.evaluate((each) => getComputedStyle(each).fontSize)).toBe("20px");
    await field.press("ArrowDown");
    expect(await options.first().evaluate((each) => getComputedStyle(each).fontSize)).toBe("20px");
  });

  test("named by its tooltip, which does not show over the list", async () => {
    const shown = await show(combo());
    const { made, page, settled } = shown;
    const { field, options } = parts(shown);
    made.box.setTooltip("Colour of the line");
    await settled();
    expect(await page.getByRole("combobox", { name: "Colour of the line" }).count()).toBe(1);
    await field.click();
    await options.nth(1).hover();
    await page.waitForTimeout(800);
    expect(await page.locator(".pgw-tooltip:popover-open").count()).toBe(0);
    expect(await page.getByRole("listbox", { name: "Colour of the line" }).count()).toBe(1);
  });

  test("from right to left the arrow is on the left, and the list keeps to the right edge", async () => {
    const shown = await show(combo(), { dir: "rtl" });
    const { made, at } = shown;
    const { field, arrow, list } = parts(shown);
    const box = await at(made.box).boundingBox();
    const button = await arrow.boundingBox();
    expect(button?.x ?? 0).toBeLessThan((box?.x ?? 0) + 10);
    await field.click();
    const popup = await list.boundingBox();
    expect(Math.round((popup?.x ?? 0) + (popup?.width ?? 0))).toBe(
      Math.round((box?.x ?? 0) + (box?.width ?? 0)),
    );
  });
});
