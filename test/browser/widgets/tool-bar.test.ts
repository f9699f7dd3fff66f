import type { Menu, ToolBar, ToolBarAction, Widget, Widgets } from "pgwidgets-ts/sync";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { gone } from "../gone.js";
import { mount, useInterface } from "../support.js";

const show = useInterface();

const ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3C/svg%3E";

interface ActionOptions {
  icon?: string;
  toggle?: boolean;
  group?: ToolBarAction;
  menu?: Menu;
}

/** A bar above a text field, and what was pressed on it. */
function withBar<T extends object>(
  fill: (bar: ToolBar, W: Widgets, add: (text: string | null, options?: ActionOptions) => ToolBarAction) => T,
) {
  return (W: Widgets) => {
    const heard: unknown[][] = [];
    const bar = W.ToolBar();
    const add = (text: string | null, { icon, toggle, group, menu }: ActionOptions = {}) => {
      const action = bar.addAction(text, {
        iconUrl: icon ?? null,
        toggle: toggle ?? false,
        group: group ?? null,
        menu: menu ?? null,
      });
      action.on("activated", (...args) => heard.push([text, ...args]));
      return action;
    };
    const filled = fill(bar, W, add);
    const entry = W.TextEntry("text");
    const box = W.VBox();
    box.addWidget(bar, 0);
    box.addWidget(entry, 0);
    mount(W, box);
    return { bar, entry, heard, ...filled };
  };
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const isFocused = (locator: Locator) => locator.evaluate((element) => element.matches(":focus"));

async function middle(locator: Locator): Promise<[number, number]> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("It is not displayed.");
  return [box.x + box.width / 2, box.y + box.height / 2];
}

describe("actions", () => {
  test("a plain one fires without argument, a toggle with its state", async () => {
    const { page, made, settled, reload } = await show(
      withBar((_bar, _W, add) => ({ plain: add("Plain"), toggle: add("Toggle", { toggle: true }) })),
    );
    await button(page, "Plain").click();
    await button(page, "Toggle").click();
    await settled();
    expect(made.heard).toEqual([["Plain"], ["Toggle", true]]);
    expect(made.toggle.getState()).toBe(true);
    expect(await button(page, "Plain").getAttribute("aria-pressed")).toBeNull();
    await reload();
    expect(await button(page, "Toggle").getAttribute("aria-pressed")).toBe("true");
    await button(page, "Toggle").click();
    await settled();
    expect(made.heard.at(-1)).toEqual(["Toggle", false]);
    made.toggle.setState(true);
    await settled();
    expect(await button(page, "Toggle").getAttribute("aria-pressed")).toBe("true");
    expect(made.heard).toHaveLength(3);
  });

  test("of a group at most one is pressed; who is named becomes a toggle; the released one fires nothing", async () => {
    const { page, made, settled, reload } = await show(
      withBar((_bar, _W, add) => {
        const left = add("Left");
        return { left, right: add("Right", { group: left }), middle: add("Middle", { group: left }) };
      }),
    );
    const pressed = async () =>
      Promise.all(["Left", "Right", "Middle"].map((name) => button(page, name).getAttribute("aria-pressed")));
    await button(page, "Left").click();
    await button(page, "Middle").click();
    await settled();
    expect(made.heard).toEqual([
      ["Left", true],
      ["Middle", true],
    ]);
    expect(await pressed()).toEqual(["false", "false", "true"]);
    await reload();
    expect(await pressed()).toEqual(["false", "false", "true"]);
    await button(page, "Middle").click();
    await settled();
    expect(await pressed()).toEqual(["false", "false", "false"]);
    made.right.setState(true);
    await settled();
    expect(await pressed()).toEqual(["false", "true", "false"]);
  });

  test("text, picture and tooltip change", async () => {
    const { page, made, at, settled } = await show(
      withBar((_bar, _W, add) => ({ action: add(null, { icon: ICON }) })),
    );
    const picture = at(made.action).locator("img");
    expect([(await picture.boundingBox())?.width, (await picture.boundingBox())?.height]).toEqual([18, 18]);
    made.action.setTooltip("Save all");
    await settled();
    await button(page, "Save all").click();
    made.action.setText("<u>x</u>");
    made.action.setIcon(ICON, [24, 12]);
    await settled();
    expect(await at(made.action).textContent()).toBe("<u>x</u>");
    expect([(await picture.boundingBox())?.width, (await picture.boundingBox())?.height]).toEqual([24, 12]);
    made.action.setIcon(null);
    await settled();
    expect(await picture.count()).toBe(0);
  });

  test("pressing leaves the focus where the user works; disabled nothing happens", async () => {
    const { page, made, at, settled } = await show(withBar((_bar, _W, add) => ({ action: add("Press") })));
    await at(made.entry).focus();
    await button(page, "Press").click();
    expect(await isFocused(at(made.entry))).toBe(true);
    made.action.setEnabled(false);
    await settled();
    await button(page, "Press").click({ force: true });
    await settled();
    expect(made.heard).toHaveLength(1);
    made.action.setEnabled(true);
    made.bar.setEnabled(false);
    await settled();
    await button(page, "Press").click({ force: true });
    await settled();
    expect(made.heard).toHaveLength(1);
  });
});

describe("menus", () => {
  const withMenu = withBar((_bar, W, add) => {
    const menu = W.Menu();
    const chosen: string[] = [];
    for (const name of ["One", "Two"]) menu.addName(name).on("activated", () => chosen.push(name));
    return { menu, chosen, action: add("Menu", { menu }) };
  });

  test("opens by click, selects by click, by press-drag-release and by key; fires nothing itself", async () => {
    const { page, made, settled } = await show(withMenu);
    expect(await button(page, "Menu").getAttribute("aria-haspopup")).toBe("menu");
    await button(page, "Menu").click();
    await page.getByRole("menuitem", { name: "Two" }).click();
    await page.mouse.move(...(await middle(button(page, "Menu"))));
    await page.mouse.down();
    await page.mouse.move(...(await middle(page.getByRole("menuitem", { name: "One" }))), { steps: 4 });
    await page.mouse.up();
    await button(page, "Menu").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.chosen).toEqual(["Two", "One", "Two"]);
    expect(made.heard).toEqual([]);
    expect(await isFocused(button(page, "Menu"))).toBe(true);
  });

  test("another press closes it; it can be taken off and put back, also over a reload", async () => {
    const { page, made, settled, reload } = await show(withMenu);
    await button(page, "Menu").click();
    await page.getByRole("menu").waitFor();
    await button(page, "Menu").click();
    await gone(page.getByRole("menu"));
    made.action.setMenu(null);
    await reload();
    await button(page, "Menu").click();
    await settled();
    expect(made.heard).toEqual([["Menu"]]);
    made.action.setMenu(made.menu);
    await reload();
    await button(page, "Menu").click();
    await page.getByRole("menuitem", { name: "One" }).click();
    await settled();
    expect(made.chosen).toEqual(["One"]);
    expect(made.heard).toHaveLength(1);
  });
});

describe("the strip", () => {
  test("separators and spacers are in their places; a spacer takes the spare room", async () => {
    const { page, made, box, reload } = await show(
      withBar((bar, W, add) => {
        const first = add("First");
        bar.addSeparator();
        const second = add("Second");
        bar.addSpacer();
        const check = W.CheckBox("Check");
        bar.addWidget(check);
        return { first, second, check };
      }),
    );
    const see = async () => {
      const [bar, first, second, check] = [
        await box(made.bar),
        await box(made.first),
        await box(made.second),
        await box(made.check),
      ];
      expect(bar[2]).toBe(800);
      expect(second[0]).toBeGreaterThan(first[0] + first[2] + 4);
      expect(check[0] + check[2]).toBeGreaterThan(780);
      expect(await page.getByRole("separator").count()).toBe(1);
    };
    await see();
    await reload();
    await see();
    expect(made.bar.getChildren()).toEqual([made.first, made.second, made.check]);
  });

  test("what is added again goes to the end; what is removed goes alone", async () => {
    const { page, made, settled } = await show(
      withBar((bar, _W, add) => {
        const actions = ["A", "B", "C"].map((name) => add(name));
        bar.addSeparator();
        return { actions };
      }),
    );
    const names = () => page.locator(".pgw-tool-cell").allInnerTexts();
    made.bar.addWidget(made.actions[0] as Widget);
    await settled();
    expect(await names()).toEqual(["B", "C", "A"]);
    made.bar.remove(made.actions[1] as Widget);
    made.actions[2]?.destroy();
    await settled();
    expect(await names()).toEqual(["A"]);
    expect(await page.getByRole("separator").count()).toBe(1);
  });

  test("one Tab stop for the actions; arrows go through everything", async () => {
    const { page, made, at } = await show(
      withBar((bar, W, add) => {
        const [a, b] = [add("A"), add("B")];
        b.setEnabled(false);
        const text = W.TextEntry("ab");
        bar.addWidget(text);
        return { a, b, text, c: add("C") };
      }),
    );
    await page.keyboard.press("Tab");
    expect(await isFocused(at(made.a))).toBe(true);
    await page.keyboard.press("ArrowRight");
    expect(await isFocused(at(made.text))).toBe(true);
    await page.keyboard.press("Home");
    // In a text the caret comes first.
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await isFocused(at(made.text))).toBe(true);
    await page.keyboard.press("ArrowRight");
    expect(await isFocused(at(made.c))).toBe(true);
    await page.keyboard.press("ArrowRight");
    expect(await isFocused(at(made.a))).toBe(true);
    await page.keyboard.press("End");
    expect(await isFocused(at(made.c))).toBe(true);
    await page.keyboard.press("Tab");
    expect(await isFocused(at(made.entry))).toBe(true);
    await page.keyboard.press("Shift+Tab");
    expect(await isFocused(at(made.c))).toBe(true);
    await page.keyboard.press("Enter");
    await expect.poll(() => made.heard).toEqual([["C"]]);
    // The stop goes on when its action cannot be used any more.
    made.c.hide();
    await expect.poll(() => at(made.a).getAttribute("tabindex")).toBe("0");
  });

  test("standing: from top to bottom, with the other arrows", async () => {
    const { page, made, at, box, settled } = await show((W) => {
      const heard: string[] = [];
      const bar = W.ToolBar({ orientation: "vertical" });
      const actions = ["A", "B", "C"].map((name) => {
        const action = bar.addAction(name);
        action.on("activated", () => heard.push(name));
        return action;
      });
      const line = W.HBox();
      line.addWidget(bar, 0);
      mount(W, line);
      return { bar, actions, heard };
    });
    const [a, b] = made.actions as [ToolBarAction, ToolBarAction];
    expect((await box(b))[1]).toBeGreaterThan((await box(a))[1]);
    expect((await box(made.bar))[3]).toBe(600);
    await at(a).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press(" ");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press(" ");
    await settled();
    expect(made.heard).toEqual(["B", "C"]);
  });
});

describe("overflow", () => {
  const long = withBar((bar, W, add) => {
    const early = add("Early action");
    bar.addSeparator();
    const first = add("Toggle", { toggle: true });
    const menu = W.Menu();
    const chosen: string[] = [];
    menu.addName("Deep").on("activated", () => chosen.push("Deep"));
    for (let i = 0; i < 3; i++) add(`Filling up ${i}`);
    bar.addSeparator();
    const late = add("Late toggle", { toggle: true });
    const dropping = add("Dropping", { menu });
    const text = W.TextEntry("abc");
    bar.addWidget(text);
    const off = add("Off");
    off.setEnabled(false);
    const last = add("Last");
    return { early, first, late, dropping, text, off, last, chosen };
  });
  const narrow = { viewport: { width: 360, height: 500 } };
  const row = (page: Page, name: string) =>
    page.getByRole("menu", { name: "More tools" }).locator(".pgw-menu-line", { hasText: name });

  test("what does not fit is in a menu, with pictures, marks, submenus and widgets", async () => {
    const { page, made, at, settled } = await show(long, narrow);
    expect(await at(made.last).isVisible()).toBe(false);
    const more = button(page, "More tools");
    await more.click();
    expect(await row(page, "Off").getAttribute("aria-disabled")).toBe("true");
    await row(page, "Late toggle").click();
    await settled();
    expect(made.heard).toEqual([["Late toggle", true]]);
    await more.click();
    expect(await row(page, "Late toggle").getAttribute("aria-checked")).toBe("true");
    await row(page, "Dropping").hover();
    await page.getByRole("menuitem", { name: "Deep" }).click();
    await settled();
    expect(made.chosen).toEqual(["Deep"]);
    await more.click();
    await page.getByRole("menu").getByRole("textbox").fill("typed");
    await page.keyboard.press("Escape");
    await gone(page.getByRole("menu"));
    await settled();
    expect(made.text.getText()).toBe("typed");
    expect(await at(made.text).isVisible()).toBe(false);
    // By keys: the button is the last stop of the bar.
    await at(made.early).focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard.at(-1)).toEqual(["Last"]);
  });

  test("with more room everything is back in the strip", async () => {
    const { page, made, at, box, settled } = await show(long, narrow);
    await page.setViewportSize({ width: 1400, height: 500 });
    await settled();
    expect(await at(made.last).isVisible()).toBe(true);
    expect(await button(page, "More tools").isVisible()).toBe(false);
    // A longer text pushes the last ones out again.
    made.early.setText("x".repeat(160));
    await settled();
    await expect.poll(() => at(made.last).isVisible()).toBe(false);
    made.early.setText("x");
    await expect.poll(() => at(made.last).isVisible()).toBe(true);
    expect((await box(made.bar))[2]).toBe(1400);
  });

  test("a window as large as its content shows all of it", async () => {
    const { page, made, at } = await show((W) => {
      const bar = W.ToolBar();
      const actions = Array.from({ length: 7 }, (_, i) => bar.addAction(`Action ${i}`));
      const box = W.VBox();
      box.addWidget(bar, 0);
      const window = W.TopLevel({ title: "Natural", position: [20, 20] });
      window.setWidget(box);
      window.show();
      return { actions };
    });
    expect(await at(made.actions.at(-1) as Widget).isVisible()).toBe(true);
    expect(await button(page, "More tools").isVisible()).toBe(false);
  });
});
