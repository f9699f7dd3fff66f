import type { Widget, Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

function column(W: Widgets, widgets: readonly Widget[]): void {
  const box = W.VBox({ spacing: 8, padding: 16 });
  for (const each of widgets) box.addWidget(each, 0);
  mount(W, box);
}

describe("CheckBox", () => {
  function boxes(W: Widgets) {
    const heard: boolean[] = [];
    const first = W.CheckBox("Remember <b>me</b>");
    const second = W.CheckBox();
    first.on("activated", (state) => heard.push(state));
    column(W, [first, second]);
    return { first, second, heard };
  }

  test("a click on the mark or on the text changes it, one beside them does not", async () => {
    const { made, at, page, settled, box } = await show(boxes);
    const input = at(made.first).locator("input");
    await expect.poll(() => at(made.first).textContent()).toBe("Remember <b>me</b>");
    await input.click();
    await at(made.first).getByText("Remember").click();
    await input.click();
    await settled();
    expect(made.heard).toEqual([true, false, true]);
    expect(made.first.getState()).toBe(true);
    const [x, y, width, height] = await box(made.first);
    await page.mouse.click(x + width - 10, y + height / 2);
    await settled();
    expect(made.heard).toHaveLength(3);
  });

  test("Tab and Space, and what the program does fires nothing", async () => {
    const { made, at, page, settled } = await show(boxes);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await settled();
    expect(made.heard).toEqual([true]);
    made.first.setState(false);
    made.second.setState(true);
    await settled();
    expect(await at(made.first).locator("input").isChecked()).toBe(false);
    expect(await at(made.second).locator("input").isChecked()).toBe(true);
    expect(made.heard).toEqual([true]);
    made.second.setFocus();
    await settled();
    expect(
      await at(made.second)
        .locator("input")
        .evaluate((each) => each === document.activeElement),
    ).toBe(true);
  });

  test("disabled: neither pointer nor key; a tooltip names a box without a text", async () => {
    const { made, at, page, settled } = await show(boxes);
    made.first.setEnabled(false);
    made.second.setTooltip("All of them");
    made.first.setTooltip("On this machine");
    await settled();
    const input = at(made.first).locator("input");
    expect(await input.isDisabled()).toBe(true);
    await at(made.first).getByText("Remember").click({ force: true });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await settled();
    expect(made.heard).toEqual([]);
    expect(made.second.getState()).toBe(true);
    expect(await page.getByRole("checkbox", { name: "All of them" }).count()).toBe(1);
    expect(await input.getAttribute("aria-description")).toBe("On this machine");
  });

  test("a reload shows the same; font and background reach the text", async () => {
    const { made, at, settled, reload } = await show(boxes);
    await at(made.first).locator("input").click();
    made.first.setFont("serif", 15);
    made.first.setBg("#ffeecc");
    await settled();
    await reload();
    expect(await at(made.first).locator("input").isChecked()).toBe(true);
    expect(await at(made.second).locator("input").isChecked()).toBe(false);
    const look = await at(made.first)
      .locator("span")
      .evaluate((each) => [getComputedStyle(each).fontSize, getComputedStyle(each).fontFamily]);
    expect(look).toEqual(["20px", "serif"]);
    await at(made.first).locator("input").click();
    await settled();
    expect(made.heard).toEqual([true, false]);
  });

  test("a touch on the text counts, and the target is large enough", async () => {
    const { made, at, settled } = await show(boxes, { hasTouch: true });
    await at(made.first).getByText("Remember").tap();
    await settled();
    expect(made.heard).toEqual([true]);
    const label = await at(made.second).locator("label").boundingBox();
    expect(Math.min(label?.width ?? 0, label?.height ?? 0)).toBeGreaterThanOrEqual(24);
  });
});

describe("RadioButton", () => {
  function radios(W: Widgets) {
    const heard: string[] = [];
    const one = W.RadioButton("One");
    const two = W.RadioButton("Two", { group: one });
    const three = W.RadioButton("Three", { group: two });
    const other = W.RadioButton("Other");
    for (const each of [one, two, three, other]) {
      each.on("activated", (state) => heard.push(`${each.getText()} ${state}`));
    }
    column(W, [one, two, three, other]);
    const states = () => [one, two, three, other].map((each) => each.getState());
    return { one, two, three, other, heard, states };
  }
  const shown = (page: import("playwright-core").Page) =>
    page.getByRole("radio").evaluateAll((all) => all.map((each) => (each as HTMLInputElement).checked));

  test("a click turns one on and the others of its group off, and fires once", async () => {
    const { made, at, page, settled } = await show(radios);
    await at(made.two).getByText("Two").click();
    await at(made.other).locator("input").click();
    await at(made.three).locator("input").click();
    await at(made.three).locator("input").click();
    await settled();
    expect(made.heard).toEqual(["Two true", "Other true", "Three true"]);
    expect(made.states()).toEqual([false, false, true, true]);
    expect(await shown(page)).toEqual([false, false, true, true]);
  });

  test("one Tab stop for a group, the arrows within it", async () => {
    const { made, page, settled } = await show(radios);
    made.one.setState(true);
    await settled();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await settled();
    expect(made.heard).toEqual(["Two true", "Three true", "One true"]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await settled();
    expect(made.heard.at(-1)).toBe("Other true");
    expect(made.states()).toEqual([true, false, false, true]);
  });

  test("the program turns on and off without a callback, and none may be on", async () => {
    const { made, page, settled } = await show(radios);
    made.one.setState(true);
    made.two.setState(true);
    made.other.setText("Another");
    await settled();
    expect(await shown(page)).toEqual([false, true, false, false]);
    made.two.setState(false);
    await settled();
    expect(await shown(page)).toEqual([false, false, false, false]);
    expect(made.heard).toEqual([]);
    expect(await page.getByRole("radio", { name: "Another" }).count()).toBe(1);
  });

  test("members that are not in the page yet, disabled ones, and ones that have gone", async () => {
    const { made, page, settled, session, at } = await show((W) => {
      const set = radios(W);
      const late = W.RadioButton("Late", { group: set.one });
      return { ...set, late };
    });
    made.late.setState(true);
    await settled();
    await at(made.one).locator("input").click();
    await settled();
    expect(made.late.getState()).toBe(false);
    mount(session.getWidgets(), made.late);
    await settled();
    expect(await at(made.late).locator("input").isChecked()).toBe(false);
    made.one.destroy();
    made.three.setEnabled(false);
    await settled();
    await at(made.three).locator("label").click({ force: true });
    made.two.setFocus();
    await settled();
    await page.keyboard.press("Space");
    await settled();
    expect(made.three.getState()).toBe(false);
    expect(made.two.getState()).toBe(true);
    expect(await at(made.two).locator("input").isChecked()).toBe(true);
  });

  test("a reload brings the group back with the one that is on", async () => {
    const { made, at, page, settled, reload } = await show(radios);
    await at(made.one).locator("input").click();
    await at(made.three).locator("input").click();
    await settled();
    await reload();
    expect(await shown(page)).toEqual([false, false, true, false]);
    await at(made.two).locator("input").click();
    await settled();
    expect(await shown(page)).toEqual([false, true, false, false]);
    expect(made.states()).toEqual([false, true, false, false]);
    expect(made.heard).toEqual(["One true", "Three true", "Two true"]);
  });
});

describe("ToggleButton", () => {
  function toggles(W: Widgets) {
    const heard: string[] = [];
    const alone = W.ToggleButton("Alone");
    const left = W.ToggleButton("Left");
    const right = W.ToggleButton("Right", { group: left });
    for (const each of [alone, left, right]) {
      each.on("activated", (state) => heard.push(`${each.getText()} ${state}`));
    }
    column(W, [alone, left, right]);
    return { alone, left, right, heard };
  }
  const pressed = (page: import("playwright-core").Page) =>
    page.getByRole("button").evaluateAll((all) => all.map((each) => each.getAttribute("aria-pressed")));

  test("it stays pressed until it is pressed again; of a group at most one is", async () => {
    const { made, at, page, settled } = await show(toggles);
    await at(made.alone).click();
    await at(made.left).click();
    await at(made.right).click();
    await settled();
    expect(made.heard).toEqual(["Alone true", "Left true", "Right true"]);
    expect(await pressed(page)).toEqual(["true", "false", "true"]);
    expect([made.alone.getState(), made.left.getState(), made.right.getState()]).toEqual([true, false, true]);
    await at(made.right).click();
    await settled();
    expect(made.heard.at(-1)).toBe("Right false");
    expect(await pressed(page)).toEqual(["true", "false", "false"]);
  });

  test("Enter and Space, by key; the program fires nothing", async () => {
    const { made, page, settled } = await show(toggles);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Space");
    await settled();
    expect(made.heard).toEqual(["Alone true", "Alone false"]);
    made.left.setState(true);
    made.right.setState(true);
    made.left.setText("<i>L</i>");
    await settled();
    expect(await pressed(page)).toEqual(["false", "false", "true"]);
    expect(await page.getByRole("button", { name: "<i>L</i>" }).count()).toBe(1);
    expect(made.heard).toHaveLength(2);
  });

  test("many quick presses end where both sides agree; reload shows the same", async () => {
    const { made, at, page, settled, reload } = await show(toggles);
    for (let i = 0; i < 6; i++) {
      await at(i % 2 === 0 ? made.left : made.right).click({ delay: 0 });
    }
    await at(made.left).click();
    await settled();
    expect(await pressed(page)).toEqual(["false", "true", "false"]);
    expect([made.left.getState(), made.right.getState()]).toEqual([true, false]);
    await reload();
    expect(await pressed(page)).toEqual(["false", "true", "false"]);
    made.left.setEnabled(false);
    await settled();
    await at(made.left).click({ force: true });
    await at(made.right).click();
    await settled();
    expect(await pressed(page)).toEqual(["false", "false", "true"]);
  });
});
