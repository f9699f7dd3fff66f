import type { Menu, Widgets } from "pgwidgets-ts/sync";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { gone } from "../gone.js";
import { mount, useInterface } from "../support.js";

const show = useInterface();

const ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3C/svg%3E";

/** A label that drops a menu down, and what was selected in it. */
function withMenu(fill: (menu: Menu, W: Widgets) => void) {
  return (W: Widgets) => {
    const heard: unknown[][] = [];
    const menu = W.Menu();
    fill(menu, W);
    const listen = (each: Menu) => {
      for (const child of each.getChildren()) {
        if (child instanceof W.MenuAction)
          child.on("activated", (...args) => heard.push([child.getText(), ...args]));
        else if (child instanceof W.Menu) listen(child);
      }
    };
    listen(menu);
    const box = W.VBox({ padding: 20 });
    box.setAlign("left");
    const label = W.Label("Menu", { menu });
    box.addWidget(label, 0);
    const entry = W.TextEntry("elsewhere");
    box.addWidget(entry, 0);
    mount(W, box);
    return { menu, label, entry, heard };
  };
}

const line = (page: Page, name: string) => page.getByRole("menuitem", { name, exact: true });
const focused = (page: Page) => page.evaluate("document.activeElement.textContent.trim()");

async function middle(locator: Locator): Promise<[number, number]> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("It is not displayed.");
  return [box.x + box.width / 2, box.y + box.height / 2];
}

const plain = withMenu((menu) => {
  menu.addName("Open");
  menu.addName("Save");
  menu.addSeparator();
  const off = menu.addName("Off");
  off.setEnabled(false);
  menu.addName("Wrap", true);
  const more = menu.addMenu("More");
  more.addName("First");
  more.addName("Second");
  more.addMenu("Deep").addName("Bottom");
  menu.addName("Quit");
});

describe("pointer", () => {
  test("a click selects, and closes all levels", async () => {
    const { page, made, at, settled } = await show(plain);
    await at(made.label).click();
    await line(page, "Save").click();
    await settled();
    expect(made.heard).toEqual([["Save"]]);
    expect(await page.getByRole("menu").count()).toBe(0);
  });

  test("press, drag, release selects; released elsewhere the menu closes", async () => {
    const { page, made, at, settled } = await show(plain);
    await page.mouse.move(...(await middle(at(made.label))));
    await page.mouse.down();
    await page.mouse.move(...(await middle(line(page, "Save"))), { steps: 4 });
    await page.mouse.up();
    await settled();
    expect(made.heard).toEqual([["Save"]]);
    await page.mouse.move(...(await middle(at(made.label))));
    await page.mouse.down();
    await page.mouse.move(...(await middle(line(page, "Off"))), { steps: 4 });
    await page.mouse.up();
    await gone(page.getByRole("menu"));
    await page.mouse.move(...(await middle(at(made.label))));
    await page.mouse.down();
    await page.mouse.move(600, 500, { steps: 4 });
    await page.mouse.up();
    await gone(page.getByRole("menu"));
    await settled();
    expect(made.heard).toHaveLength(1);
  });

  test("hovering opens a submenu, and another line closes it", async () => {
    const { page, made, at, settled } = await show(plain);
    await at(made.label).click();
    await line(page, "More").hover();
    await line(page, "First").waitFor();
    expect(await line(page, "More").getAttribute("aria-expanded")).toBe("true");
    await line(page, "Deep").hover();
    await line(page, "Bottom").hover();
    await line(page, "Open").hover();
    await gone(line(page, "First"));
    expect(await line(page, "More").getAttribute("aria-expanded")).toBe("false");
    await line(page, "More").hover();
    await line(page, "Second").click();
    await settled();
    expect(made.heard).toEqual([["Second"]]);
  });

  test("on the way to a submenu the pointer may cross other lines", async () => {
    const { page, made, at } = await show(
      withMenu((menu) => {
        const sub = menu.addMenu("Long");
        for (let i = 0; i < 12; i++) sub.addName(`Entry ${i}`);
        for (let i = 0; i < 6; i++) menu.addName(`Other ${i}`);
      }),
    );
    await at(made.label).click();
    const lit = line(page, "Entry 9").and(page.locator(".pgw-lit"));
    for (let tries = 1; ; tries++) {
      await line(page, "Long").hover();
      await line(page, "Entry 9").waitFor();
      const target = await middle(line(page, "Entry 9"));
      const [x, y] = await middle(line(page, "Long"));
      const begun = performance.now();
      for (let i = 1; i <= 12; i++) {
        await page.mouse.move(x + ((target[0] - x) * i) / 12, y + ((target[1] - y) * i) / 12);
      }
      const took = performance.now() - begun;
      if (await lit.isVisible()) break;
      // Who rests on the way for 300 ms means the line there. Nothing else excuses a pointer that has not arrived.
      expect(took).toBeGreaterThan(300);
      expect(tries).toBeLessThan(20);
    }
    // One that stays on another line means that line.
    await line(page, "Other 5").hover();
    await gone(line(page, "Entry 9"));
  });

  test("separators, disabled lines and other widgets leave it open; a press outside closes it", async () => {
    const { page, made, at, settled } = await show(
      withMenu((menu, W) => {
        menu.addSeparator();
        menu.addName("Off").setEnabled(false);
        const check = W.CheckBox("A check box");
        menu.addWidget(check);
        const entry = W.TextEntry("abc");
        menu.addWidget(entry);
        menu.addName("On");
      }),
    );
    const menu = page.getByRole("menu");
    await at(made.label).click();
    await page.locator(".pgw-menu-separator").click();
    await line(page, "Off").click({ force: true });
    await page.getByText("A check box").click();
    expect(await page.getByRole("checkbox").isChecked()).toBe(true);
    await menu.getByRole("textbox").click();
    await page.keyboard.type("xyz");
    // Who types there goes on typing, wherever the pointer comes to rest.
    await line(page, "On").hover();
    await page.keyboard.type("!");
    expect(await menu.getByRole("textbox").inputValue()).toContain("xyz!");
    expect(await menu.count()).toBe(1);
    await page.mouse.click(600, 400);
    await gone(menu);
    await settled();
    expect(made.heard).toEqual([]);
  });

  test("fingers: a tap opens, opens a submenu, selects; nothing below is pressed", async () => {
    const { page, made, at, settled } = await show(plain, { hasTouch: true });
    await at(made.label).tap();
    await line(page, "More").tap();
    await line(page, "Second").tap();
    await settled();
    expect(made.heard).toEqual([["Second"]]);
    await at(made.label).tap();
    await page.getByRole("menu").waitFor();
    await page.touchscreen.tap(600, 500);
    await gone(page.getByRole("menu"));
  });
});

describe("keys", () => {
  test("arrows, Home and End skip what cannot be used, and the focus comes back", async () => {
    const { page, made, at, settled } = await show(plain);
    await at(made.label).focus();
    await page.keyboard.press("Enter");
    const seen: unknown[] = [];
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "End", "ArrowDown", "ArrowUp", "Home"]) {
      await page.keyboard.press(key);
      seen.push(await focused(page));
    }
    expect(seen).toEqual(["Save", "Wrap", "More", "Quit", "Open", "Quit", "Open"]);
    await page.keyboard.press("Escape");
    expect(await at(made.label).evaluate((e) => e.matches(":focus"))).toBe(true);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard).toEqual([["Save"]]);
    expect(await at(made.label).evaluate((e) => e.matches(":focus"))).toBe(true);
  });

  test("into a submenu and back, one level at a time", async () => {
    const { page, made, at, settled } = await show(plain);
    await at(made.label).focus();
    await page.keyboard.press(" ");
    await page.keyboard.press("m");
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe("First");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("Bottom");
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("Deep");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("More");
    expect(await page.getByRole("menu").count()).toBe(1);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("s");
    await page.keyboard.press(" ");
    await settled();
    expect(made.heard).toEqual([["Second"]]);
  });

  test("from right to left the other arrows lead there", async () => {
    const { page, made, at, box } = await show(plain, { dir: "rtl" });
    await at(made.label).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("m");
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("First");
    const [first, second] = await page.getByRole("menu").all();
    const [outer, inner] = [await first?.boundingBox(), await second?.boundingBox()];
    expect(inner?.x).toBeLessThan(outer?.x ?? 0);
    const [left, , width] = await box(made.label);
    expect(Math.round((outer?.x ?? 0) + (outer?.width ?? 0))).toBe(Math.round(left + width));
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe("More");
  });

  test("letters that follow each other are one word, with its spaces", async () => {
    const { page, made, at } = await show(
      withMenu((menu) => {
        for (const name of ["Save", "Save as", "Save all", "Search"]) menu.addName(name);
      }),
    );
    await at(made.label).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("save al");
    expect(await focused(page)).toBe("Save all");
    expect(made.heard).toEqual([]);
  });

  test("Tab goes through the widgets in a menu; where there are none it closes", async () => {
    const { page, made, at } = await show(
      withMenu((menu, W) => {
        menu.addName("Line");
        menu.addWidget(W.CheckBox("Box"));
        menu.addWidget(W.Slider({ value: 30 }));
      }),
    );
    await at(made.label).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press(" ");
    expect(await page.getByRole("checkbox").isChecked()).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("slider").inputValue()).toBe("31");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Line");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("menu").count()).toBe(0);
  });
});

describe("check marks and pictures", () => {
  test("the user's mark reaches the program once, and is there after a reload", async () => {
    const { page, made, at, settled, reload } = await show(plain);
    const wrap = page.getByRole("menuitemcheckbox", { name: "Wrap" });
    await at(made.label).click();
    expect(await wrap.getAttribute("aria-checked")).toBe("false");
    await wrap.click();
    await settled();
    expect(made.heard).toEqual([["Wrap", true]]);
    await reload();
    await at(made.label).click();
    expect(await wrap.getAttribute("aria-checked")).toBe("true");
    await wrap.click();
    await settled();
    expect(made.heard.at(-1)).toEqual(["Wrap", false]);
  });

  test("what the program sets shows, and fires nothing", async () => {
    const { page, made, at, settled } = await show(
      withMenu((menu, W) => {
        menu.addWidget(W.MenuAction({ text: "<b>Text</b>", iconUrl: ICON, iconsize: [20, 10] }));
        menu.addWidget(W.MenuAction({ name: "Only a name" }));
        menu.addWidget(W.MenuAction({ text: "Picture", iconUrl: ICON, iconOnly: true }));
      }),
    );
    await at(made.label).click();
    const [first, second, third] = made.menu.getChildren();
    if (first === undefined || second === undefined || third === undefined) throw new Error("missing");
    expect(await at(first).textContent()).toBe("<b>Text</b>");
    const picture = await at(first).locator("img").boundingBox();
    expect([picture?.width, picture?.height]).toEqual([20, 10]);
    expect(await at(second).textContent()).toBe("Only a name");
    expect(await at(third).locator(".pgw-menu-text").isVisible()).toBe(false);
    expect(await line(page, "Picture").getAttribute("data-tooltip")).not.toBeNull();
    const action = first as ReturnType<Widgets["MenuAction"]>;
    action.setText("Other");
    action.setChecked(true);
    action.setIcon(null);
    await settled();
    expect(await page.getByRole("menuitemcheckbox", { name: "Other" }).getAttribute("aria-checked")).toBe(
      "true",
    );
    expect(await at(first).locator("img").count()).toBe(0);
    expect(made.heard).toEqual([]);
  });

  test("outside a menu an action is a line that can be pressed", async () => {
    const { page, made, at, settled } = await show((W) => {
      const heard: unknown[][] = [];
      const action = W.MenuAction({ text: "Alone", checkable: true });
      action.on("activated", (...args) => heard.push(args));
      const box = W.VBox();
      box.addWidget(action, 0);
      mount(W, box);
      return { action, heard };
    });
    await page.getByRole("checkbox", { name: "Alone" }).click();
    await page.keyboard.press("Tab");
    await at(made.action).focus();
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard).toEqual([[true], [false]]);
    made.action.setEnabled(false);
    await settled();
    await at(made.action).click({ force: true });
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard).toHaveLength(2);
    made.action.setEnabled(true);
    made.action.setFocus();
    await settled();
    await page.keyboard.press(" ");
    await settled();
    expect(made.heard).toHaveLength(3);
  });
});

describe("what the program does", () => {
  test("lines come, go and are hidden while it is open", async () => {
    const { page, made, at, settled } = await show(plain);
    await at(made.label).click();
    const added = made.menu.addName("Added");
    await line(page, "Added").waitFor();
    added.hide();
    await settled();
    expect(await line(page, "Added").count()).toBe(0);
    const more = made.menu.getMenu("More");
    if (more === null) throw new Error("There is no submenu.");
    await line(page, "More").hover();
    await line(page, "First").waitFor();
    more.setEnabled(false);
    await settled();
    expect(await line(page, "More").getAttribute("aria-disabled")).toBe("true");
    made.menu.remove(more);
    await gone(line(page, "More"));
    expect(await page.getByRole("menu").count()).toBe(1);
    made.menu.removeAll(true);
    await settled();
    expect(await page.locator(".pgw-menu-line").count()).toBe(0);
    made.menu.destroy();
    await gone(page.getByRole("menu"));
  });

  test("popup shows it with its corner at a point, inside the viewport", async () => {
    const { page, made, settled } = await show(plain);
    made.menu.popup(120, 90);
    await page.getByRole("menu").waitFor();
    const box = await page.getByRole("menu").boundingBox();
    expect([box?.x, box?.y]).toEqual([120, 90]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard).toEqual([["Save"]]);
    made.menu.popup(790, 590);
    await page.getByRole("menu").waitFor();
    const kept = await page.getByRole("menu").boundingBox();
    expect((kept?.x ?? 0) + (kept?.width ?? 0)).toBeLessThanOrEqual(800);
    expect((kept?.y ?? 0) + (kept?.height ?? 0)).toBeLessThanOrEqual(600);
    made.menu.hide();
    await gone(page.getByRole("menu"));
  });

  test("popup without a point comes to the pointer, and takes its release", async () => {
    const { page, made, at, settled } = await show(plain);
    await page.mouse.move(300, 300);
    made.menu.popup();
    await page.getByRole("menu").waitFor();
    const box = await page.getByRole("menu").boundingBox();
    expect([box?.x, box?.y]).toEqual([300, 300]);
    await page.mouse.click(700, 550);
    await gone(page.getByRole("menu"));
    // Held down while it opens: letting go over a line selects it.
    await page.mouse.move(400, 200);
    await page.mouse.down({ button: "right" });
    made.menu.popup();
    await page.mouse.move(...(await middle(line(page, "Save"))), { steps: 3 });
    await page.mouse.up({ button: "right" });
    await settled();
    expect(made.heard).toEqual([["Save"]]);
    // Who came by keys gets it where the focus is.
    await at(made.entry).focus();
    await page.keyboard.type("x");
    made.menu.popup();
    await page.getByRole("menu").waitFor();
    const entry = await at(made.entry).boundingBox();
    const below = await page.getByRole("menu").boundingBox();
    expect(below?.y).toBeGreaterThanOrEqual((entry?.y ?? 0) + (entry?.height ?? 0));
    await page.keyboard.press("Escape");
    expect(await at(made.entry).evaluate((e) => e.matches(":focus"))).toBe(true);
  });

  test("a menu too long for the page scrolls", async () => {
    const { page, made, at } = await show(
      withMenu((menu) => {
        for (let i = 0; i < 60; i++) menu.addName(`Line ${i}`);
      }),
    );
    await at(made.label).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    expect(await focused(page)).toBe("Line 59");
    const menu = await page.getByRole("menu").boundingBox();
    const last = await line(page, "Line 59").boundingBox();
    expect((menu?.y ?? 0) + (menu?.height ?? 0)).toBeLessThanOrEqual(600);
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(600);
  });

  test("a disabled menu opens, and nothing in it can be chosen", async () => {
    const { page, made, at, settled } = await show(plain);
    made.menu.setEnabled(false);
    await settled();
    await at(made.label).click();
    await line(page, "Save").click({ force: true });
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard).toEqual([]);
    made.menu.setEnabled(true);
    await settled();
    await line(page, "Save").click();
    await settled();
    expect(made.heard).toEqual([["Save"]]);
  });
});
