import type { Widgets } from "pgwidgets-ts/sync";
import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { mount, type Shown, useInterface } from "../support.js";

const show = useInterface();

const COLOURS = ["Red", "Green", "Blue", "Black"];

interface Place {
  /** Height of what stands above it. */
  readonly above?: number;
}

function combo(
  options: Parameters<Widgets["ComboBox"]>[0] = {},
  items: readonly string[] = COLOURS,
  { above = 0 }: Place = {},
) {
  return (W: Widgets) => {
    const heard: unknown[][] = [];
    const box = W.ComboBox(options);
    for (const item of items) box.appendText(item);
    box.on("activated", (index, text) => heard.push([index, text]));
    box.on("modified", (text) => heard.push([text]));
    const column = W.VBox({ padding: 16, spacing: 8 });
    const spacer = W.Label("");
    spacer.resize(null, above);
    column.addWidget(spacer, 0);
    const line = W.HBox({ spacing: 8 });
    line.addWidget(box, 0);
    line.addWidget(W.Button("Elsewhere"), 0);
    column.addWidget(line, 0);
    mount(W, column);
    return { box, heard, column };
  };
}
type Made = ReturnType<ReturnType<typeof combo>>;

function parts({ made, at, page }: Shown<Made>) {
  const field = at(made.box).getByRole("combobox");
  return {
    field,
    arrow: at(made.box).locator("button"),
    list: page.getByRole("listbox"),
    options: page.getByRole("option"),
    text: () => field.evaluate((each) => (each instanceof HTMLInputElement ? each.value : each.textContent)),
    /** Text of the option that the field names as active. */
    active: () =>
      field.evaluate((each) => {
        const id = each.getAttribute("aria-activedescendant");
        return id === null
          ? null
          : (document.getElementById(id)?.querySelector("span")?.textContent ?? "missing");
      }),
    expanded: async () => (await field.getAttribute("aria-expanded")) === "true",
  };
}

async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((each) => each === document.activeElement);
}

describe("picking with the pointer", () => {
  test("a press opens, a click on an item picks it, once", async () => {
    const shown = await show(combo());
    const { made, settled } = shown;
    const { field, list, options, text, expanded } = parts(shown);
    expect(await text()).toBe("Red");
    await field.click();
    expect(await expanded()).toBe(true);
    expect(await options.locator("span").allTextContents()).toEqual(COLOURS);
    expect(await options.nth(0).getAttribute("aria-selected")).toBe("true");
    expect(await field.getAttribute("aria-controls")).toBe(await list.getAttribute("id"));
    await options.nth(2).click();
    await settled();
    expect(made.heard).toEqual([[2, "Blue"]]);
    expect(await text()).toBe("Blue");
    expect(await expanded()).toBe(false);
    expect(await list.count()).toBe(0);
    expect(await isFocused(field)).toBe(true);
    // The same again counts as well.
    await field.click();
    await options.nth(2).click();
    await settled();
    expect(made.heard).toEqual([
      [2, "Blue"],
      [2, "Blue"],
    ]);
    expect(made.box.getIndex()).toBe(2);
  });

  test("press, drag, release over an item; a second press and one outside close without a choice", async () => {
    const shown = await show(combo());
    const { made, page, settled } = shown;
    const { field, arrow, options, expanded } = parts(shown);
    await arrow.hover({ force: true });
    await page.mouse.down();
    await options.nth(3).hover();
    await page.mouse.up();
    await settled();
    expect(made.heard).toEqual([[3, "Black"]]);
    await field.click();
    expect(await expanded()).toBe(true);
    await field.click();
    expect(await expanded()).toBe(false);
    await field.click();
    await page.mouse.click(600, 500);
    expect(await expanded()).toBe(false);
    await settled();
    expect(made.heard).toHaveLength(1);
  });

  test("a finger opens with a tap and picks with a tap", async () => {
    const shown = await show(combo({}, COLOURS), { hasTouch: true });
    const { made, settled } = shown;
    const { field, options, expanded } = parts(shown);
    await field.tap();
    await expect.poll(expanded).toBe(true);
    await options.nth(1).tap();
    await settled();
    expect(made.heard).toEqual([[1, "Green"]]);
    await field.tap();
    await expect.poll(expanded).toBe(true);
    await field.tap();
    await expect.poll(expanded).toBe(false);
  });

  test("the wheel goes to the next item, one a notch, and stops at the ends", async () => {
    const shown = await show(combo());
    const { made, page, settled } = shown;
    const { field, text } = parts(shown);
    await field.hover();
    for (const delta of [100, 100, -100]) {
      await page.mouse.wheel(0, delta);
      await settled();
    }
    expect(made.heard).toEqual([
      [1, "Green"],
      [2, "Blue"],
      [1, "Green"],
    ]);
    for (let i = 0; i < 5; i++) {
      await page.mouse.wheel(0, 100);
      await settled();
    }
    expect(await text()).toBe("Black");
    expect(made.heard.at(-1)).toEqual([3, "Black"]);
  });
});

describe("picking with keys", () => {
  test("Down opens at the present item, arrows and ends move, Enter picks", async () => {
    const shown = await show(combo());
    const { made, page, settled } = shown;
    const { field, active, expanded } = parts(shown);
    await page.keyboard.press("Tab");
    expect(await isFocused(field)).toBe(true);
    await page.keyboard.press("ArrowDown");
    expect([await expanded(), await active()]).toEqual([true, "Red"]);
    for (const [key, item] of [
      ["ArrowDown", "Green"],
      ["End", "Black"],
      ["ArrowDown", "Black"],
      ["ArrowUp", "Blue"],
      ["Home", "Red"],
      ["PageDown", "Black"],
    ] as const) {
      await page.keyboard.press(key);
      expect(await active()).toBe(item);
    }
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard).toEqual([[3, "Black"]]);
    expect(await expanded()).toBe(false);
    expect(await active()).toBe(null);
    await page.keyboard.press("Enter");
    await settled();
    // Enter in the field confirms what is shown.
    expect(made.heard).toEqual([
      [3, "Black"],
      [3, "Black"],
    ]);
  });

  test("Escape changes nothing; Space and Alt+Down open; Tab takes what was moved to", async () => {
    const shown = await show(combo());
    const { made, page, settled } = shown;
    const { active, expanded, text } = parts(shown);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    expect([await expanded(), await text()]).toEqual([false, "Red"]);
    await page.keyboard.press("Alt+ArrowDown");
    expect([await expanded(), await active()]).toEqual([true, "Red"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await settled();
    expect(made.heard).toEqual([[1, "Green"]]);
    expect(await isFocused(page.getByRole("button", { name: "Elsewhere" }))).toBe(true);
  });

  test("type-ahead: by one letter again and again, by several, and with a space", async () => {
    const shown = await show(combo({}, ["Blue", "Black", "Dark blue", "Dark red", "Red"]));
    const { page } = shown;
    const { active } = parts(shown);
    await page.keyboard.press("Tab");
    await page.keyboard.press("b");
    expect(await active()).toBe("Black");
    await page.keyboard.press("b");
    expect(await active()).toBe("Blue");
    await page.waitForTimeout(800);
    await page.keyboard.type("dark r");
    expect(await active()).toBe("Dark red");
    await page.waitForTimeout(800);
    await page.keyboard.type("zz");
    expect(await active()).toBe("Dark red");
  });
});

describe("editable", () => {
  test("typing filters, ignoring case, and tells the text; Enter confirms and adds a new one", async () => {
    const shown = await show(combo({ editable: true }));
    const { made, page, settled } = shown;
    const { field, options, expanded, active } = parts(shown);
    await field.fill("");
    await page.keyboard.type("BL");
    expect(await options.locator("span").allTextContents()).toEqual(["Blue", "Black"]);
    expect(await active()).toBe(null);
    await page.keyboard.type("x");
    expect(await expanded()).toBe(false);
    await settled();
    expect(made.heard.at(-1)).toEqual(["BLx"]);
    expect(made.box.getText()).toBe("BLx");
    expect(made.box.getIndex()).toBe(-1);
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard.at(-1)).toEqual([4, "BLx"]);
    expect(made.box.getIndex()).toBe(4);
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard.at(-1)).toEqual([4, "BLx"]);
    await page.keyboard.press("Alt+ArrowDown");
    expect(await options.locator("span").allTextContents()).toEqual([...COLOURS, "BLx"]);
  });

  test("Down goes into what is offered, Enter picks it; leaving confirms nothing", async () => {
    const shown = await show(combo({ editable: true }));
    const { made, page, settled } = shown;
    const { field, active, text } = parts(shown);
    await field.fill("");
    await page.keyboard.type("l");
    await page.keyboard.press("ArrowDown");
    expect(await active()).toBe("Blue");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard.at(-1)).toEqual([3, "Black"]);
    expect(await text()).toBe("Black");
    await page.keyboard.type("!");
    await page.keyboard.press("Tab");
    await settled();
    expect(made.heard.at(-1)).toEqual(["Black!"]);
    expect(await text()).toBe("Black!");
  });

  test("a press in the field places the caret, one on the arrow opens the whole list", async () => {
    const shown = await show(combo({ editable: true }));
    const { page } = shown;
    const { field, arrow, expanded, options } = parts(shown);
    await field.click();
    expect(await expanded()).toBe(false);
    await arrow.click();
    expect(await expanded()).toBe(true);
    expect(await isFocused(field)).toBe(true);
    expect(await options.count()).toBe(4);
    await arrow.click();
    expect(await expanded()).toBe(false);
    await page.keyboard.press("Home");
    await page.keyboard.type("x");
    expect(await field.inputValue()).toBe("xRed");
  });

  test("a composition is told whole, and its Enter confirms nothing", async () => {
    const shown = await show(combo({ editable: true }, ["日本", "日光"]));
    const { made, page, settled } = shown;
    const { field, options } = parts(shown);
    await field.fill("");
    await settled();
    made.heard.length = 0;
    const input = await page.context().newCDPSession(page);
    await input.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
    await field.dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
    await settled();
    expect(made.heard).toEqual([]);
    await input.send("Input.insertText", { text: "日" });
    await settled();
    expect(made.heard).toEqual([["日"]]);
    expect(await options.locator("span").allTextContents()).toEqual(["日本", "日光"]);
  });

  test("changes of the list by the program do not eat what is being typed", async () => {
    const shown = await show(combo({ editable: true }, []));
    const { made, page, settled } = shown;
    const { field, text } = parts(shown);
    made.box.on("modified", (typed) => {
      made.box.clear();
      made.box.setIndex(-1);
      for (let i = 0; i < 3; i++) made.box.appendText(`${typed}${i}`);
      made.box.setText(typed);
    });
    await field.click();
    await page.keyboard.type("abcdefghijklmnop", { delay: 3 });
    await settled();
    await settled();
    expect(await text()).toBe("abcdefghijklmnop");
    expect(made.box.getText()).toBe("abcdefghijklmnop");
  });
});

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
      expect(await list.count()).toBe(1);
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
    await field.click({ force: true });
    expect(await list.count()).toBe(0);
    await page.keyboard.press("Tab");
    expect(await isFocused(page.getByRole("button", { name: "Elsewhere" }))).toBe(true);
    made.box.setEnabled(true);
    await settled();
    await opened();
    made.column.hide();
    await expect.poll(() => list.count()).toBe(0);
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
