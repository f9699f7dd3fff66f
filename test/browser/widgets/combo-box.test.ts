import { describe, expect, test } from "vitest";
import { useInterface } from "../support.js";
import { COLOURS, combo, isFocused, parts } from "./combo-box-support.js";

const show = useInterface();

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
