import type { Dialog, Widget, Widgets } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { mount, type Shown, useInterface } from "../support.js";

const show = useInterface();

type DialogOptions = NonNullable<Parameters<Widgets["Dialog"]>[2]>;
type Buttons = NonNullable<Parameters<Widgets["Dialog"]>[1]>;

const OK_CANCEL: Buttons = [
  ["OK", 1],
  ["Cancel", 0],
];

/** A page with a button that opens a dialog, a text field, and what the dialog has told. */
function withDialog(
  options: DialogOptions = {},
  { title = "Title", buttons = OK_CANCEL }: { title?: string | null; buttons?: Buttons | null } = {},
  fill: (dialog: Dialog, W: Widgets) => void = (dialog, W) => dialog.addWidget(W.Label("Content")),
) {
  return (W: Widgets) => {
    const heard: unknown[] = [];
    const dialog = W.Dialog(title, buttons, options);
    for (const action of ["activated", "close", "move"] as const) {
      dialog.on(action, (...args: unknown[]) => heard.push([action, ...args]));
    }
    fill(dialog, W);
    const box = W.VBox({ padding: 20, spacing: 8 });
    box.setAlign("left");
    const opener = W.Button("Open");
    opener.on("activated", () => dialog.show());
    const entry = W.TextEntry("below");
    box.addWidget(opener, 0);
    box.addWidget(entry, 0);
    mount(W, box);
    return { dialog, opener, entry, heard };
  };
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const isFocused = (shown: Pick<Shown<unknown>, "at">, widget: Widget) =>
  shown.at(widget).evaluate((element) => element.matches(":focus"));
const focused = (page: Page) => page.evaluate("document.activeElement.textContent");

describe("place and content", () => {
  test("hidden at first; then in the middle, whatever it holds and whatever size the page has", async () => {
    const { page, made, at, box, settled } = await show(withDialog());
    expect(await at(made.dialog).isVisible()).toBe(false);
    await button(page, "Open").click();
    await settled();
    const [x, y, width, height] = await box(made.dialog);
    expect(Math.round(x + width / 2)).toBe(400);
    expect(Math.round(y + height / 2)).toBe(300);
    await page.setViewportSize({ width: 600, height: 500 });
    const [newX, newY] = await box(made.dialog);
    expect(Math.round(newX + width / 2)).toBe(300);
    expect(Math.round(newY + height / 2)).toBe(250);
    expect(made.heard).toEqual([]);
    expect(await page.getByRole("dialog", { name: "Title" }).count()).toBe(1);
  });

  test("popup at a point; where its user moves it, it stays, also hidden and after a reload", async () => {
    const { page, made, box, settled, reload } = await show(withDialog());
    made.dialog.popup(50, 60);
    expect((await box(made.dialog)).slice(0, 2)).toEqual([50, 60]);
    await page.mouse.move(100, 75);
    await page.mouse.down();
    await page.mouse.move(200, 175, { steps: 5 });
    await page.mouse.up();
    await settled();
    expect(made.heard).toEqual([["move", 150, 160]]);
    made.dialog.hide();
    made.dialog.popup();
    expect((await box(made.dialog)).slice(0, 2)).toEqual([150, 160]);
    await reload();
    expect((await box(made.dialog)).slice(0, 2)).toEqual([150, 160]);
  });

  test("dragged from the middle it follows the pointer, and Escape brings it back", async () => {
    const { page, made, box, settled } = await show(withDialog());
    made.dialog.show();
    const [x, y, width] = await box(made.dialog);
    await page.mouse.move(x + width / 2, y + 15);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 - 100, y + 65, { steps: 5 });
    expect((await box(made.dialog)).slice(0, 2)).toEqual([Math.round(x - 100), Math.round(y + 50)]);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    expect((await box(made.dialog)).slice(0, 2)).toEqual([x, y]);
    await settled();
    expect(made.heard).toEqual([]);
    expect(made.dialog.isVisible()).toBe(true);
  });

  test("the content is a column with stretch, in the order of the program", async () => {
    const { made, at, box, settled, reload } = await show((W) => {
      const base = withDialog({ size: [300, 400] })(W);
      const [a, b, c] = [W.Label("A"), W.Button("B"), W.Label("C")];
      base.dialog.removeAll(true);
      base.dialog.addWidget(a);
      base.dialog.addWidget(b, 1);
      base.dialog.insertWidget(0, c);
      base.dialog.setSpacing(10);
      base.dialog.show();
      return { ...base, a, b, c };
    });
    const see = async () => {
      const [top, middle, bottom] = [await box(made.c), await box(made.a), await box(made.b)];
      expect(middle[1]).toBe(top[1] + top[3] + 10);
      expect(bottom[1]).toBe(middle[1] + middle[3] + 10);
      expect(bottom[3]).toBeGreaterThan(200);
      expect((await box(made.dialog)).slice(2)).toEqual([300, 400]);
    };
    await see();
    await reload();
    await see();
    made.dialog.insertWidget(2, made.c);
    await settled();
    expect(made.dialog.getChildren()).toEqual([made.a, made.c, made.b]);
    expect(await at(made.dialog).locator(".pgw-dialog-content > *").allInnerTexts()).toEqual(["A", "C", "B"]);
  });

  test("in a small page it is smaller than the page, and its content scrolls", async () => {
    const { made, at, box } = await show(
      withDialog({}, {}, (dialog, W) => {
        for (let i = 0; i < 40; i++) dialog.addWidget(W.Label(`Line ${i} ${"long ".repeat(30)}`));
      }),
      { viewport: { width: 360, height: 400 } },
    );
    made.dialog.show();
    const [x, y, width, height] = await box(made.dialog);
    expect([x, y]).toEqual([8, 8]);
    expect([width, height]).toEqual([344, 384]);
    expect(await at(made.dialog).locator(".pgw-dialog-buttons").boundingBox()).not.toBeNull();
    const content = at(made.dialog).locator(".pgw-dialog-content");
    expect(await content.evaluate((e) => e.scrollHeight > e.clientHeight)).toBe(true);
  });
});

describe("buttons", () => {
  test("report their values, in JSON; all are as wide as the widest", async () => {
    const { page, made, settled } = await show(
      withDialog(
        {},
        {
          buttons: [
            ["A", { deep: [1, null] }],
            ["A much longer text", "text"],
            ["None", null],
          ],
        },
      ),
    );
    made.dialog.show();
    await settled();
    const boxes = await Promise.all(
      ["A", "A much longer text", "None"].map(
        async (name) => (await button(page, name).boundingBox())?.width,
      ),
    );
    expect(new Set(boxes.map((width) => Math.round(width ?? 0))).size).toBe(1);
    for (const name of ["A", "A much longer text", "None"]) await button(page, name).click();
    await settled();
    expect(made.heard).toEqual([
      ["activated", { deep: [1, null] }],
      ["activated", "text"],
      ["activated", null],
    ]);
    expect(made.dialog.isVisible()).toBe(true);
  });

  test("with autoclose it hides, for the program and after a reload too", async () => {
    const { page, made, at, settled, reload } = await show(withDialog({ autoclose: true }));
    made.dialog.show();
    await button(page, "Cancel").click();
    await settled();
    expect(made.heard).toEqual([["activated", 0]]);
    expect(made.dialog.isVisible()).toBe(false);
    expect(await at(made.dialog).isVisible()).toBe(false);
    await reload();
    expect(await at(made.dialog).isVisible()).toBe(false);
    await button(page, "Open").click();
    await button(page, "OK").click();
    await settled();
    expect(made.heard.at(-1)).toEqual(["activated", 1]);
  });

  test("button widgets join the row: their own callback first; they are no children; they can go again", async () => {
    const { page, made, settled, reload } = await show((W) => {
      const base = withDialog()(W);
      const own = W.Button("Own");
      own.on("activated", () => base.heard.push("own"));
      base.dialog.addButton(own, "value");
      base.dialog.show();
      return { ...base, own };
    });
    await button(page, "Own").click();
    await settled();
    expect(made.heard).toEqual(["own", ["activated", "value"]]);
    expect(made.dialog.numChildren()).toBe(1);
    await reload();
    made.dialog.addButton(made.own, "other");
    await settled();
    await button(page, "Own").click();
    await settled();
    expect(made.heard.slice(2)).toEqual(["own", ["activated", "other"]]);
    made.own.setEnabled(false);
    await settled();
    await button(page, "Own").click({ force: true });
    made.dialog.removeAll();
    await settled();
    expect(await button(page, "Own").count()).toBe(1);
    made.own.destroy();
    await settled();
    expect(await button(page, "Own").count()).toBe(0);
    expect(made.heard).toHaveLength(4);
  });

  test("a disabled dialog disables its buttons", async () => {
    const { page, made, settled } = await show((W) => {
      const base = withDialog()(W);
      const own = W.Button("Own");
      base.dialog.addButton(own, 5);
      base.dialog.show();
      return { ...base, own };
    });
    made.dialog.setEnabled(false);
    await settled();
    for (const name of ["OK", "Own"]) await button(page, name).click({ force: true });
    await page.keyboard.press("Escape");
    await settled();
    expect(made.heard).toEqual([]);
  });
});

describe("modal", () => {
  test("covers the page: nothing below can be pressed or reached by keys", async () => {
    const shown = await show((W) => {
      const base = withDialog({ modal: true })(W);
      const window = W.TopLevel({ title: "Other", size: [200, 100] });
      window.setWidget(W.TextEntry("window"));
      window.setPosition(500, 20);
      window.show();
      return { ...base, window };
    });
    const { page, made, settled } = shown;
    await button(page, "Open").click();
    expect(await page.getByRole("dialog", { name: "Title" }).getAttribute("aria-modal")).toBe("true");
    await page.mouse.click(60, 70);
    await page.mouse.click(600, 80);
    await page.keyboard.type("x");
    await settled();
    expect(made.entry.getText()).toBe("below");
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press("Tab");
      expect(await isFocused(shown, made.entry)).toBe(false);
      expect(await page.locator("[inert] :focus").count()).toBe(0);
    }
    // Neither can the program put something in front of it.
    made.window.raise();
    await page.keyboard.press("Control+F6");
    await settled();
    const box = await page.locator(".pgw-modal").boundingBox();
    const top = await page.evaluate(
      ([x, y]) => document.elementFromPoint(x as number, y as number)?.closest(".pgw-window")?.className,
      [(box?.x ?? 0) + 20, (box?.y ?? 0) + 10],
    );
    expect(top).toContain("pgw-modal");
    await page.keyboard.press("Control+F4");
    await settled();
    expect(made.heard).toEqual([["close"]]);
    made.dialog.hide();
    await settled();
    expect(await page.locator(".pgw-cover, [inert]").count()).toBe(0);
  });

  test("the focus goes in, and comes back when it is hidden or destroyed", async () => {
    const shown = await show(
      withDialog({ modal: true, autoclose: true }, {}, (dialog, W) => {
        dialog.addWidget(W.Label("Name"));
        dialog.addWidget(W.TextEntry("inside"));
      }),
    );
    const { page, made, settled } = shown;
    await button(page, "Open").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await settled();
    expect(await page.locator(".pgw-dialog-content input").evaluate((e) => e.matches(":focus"))).toBe(true);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("OK");
    await page.keyboard.press("Enter");
    await settled();
    expect(await isFocused(shown, made.opener)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await settled();
    made.dialog.destroy();
    await settled();
    expect(await isFocused(shown, made.opener)).toBe(true);
    expect(await page.locator(".pgw-cover, [inert]").count()).toBe(0);
  });

  test("without anything in it that takes input, the first button has the focus", async () => {
    const { page, made, settled } = await show(withDialog({ modal: true }));
    made.dialog.show();
    await settled();
    expect(await focused(page)).toBe("OK");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard).toEqual([["activated", 1]]);
  });

  test("one over the other, each with its cover", async () => {
    const { page, made, settled, reload } = await show((W) => {
      const base = withDialog({ modal: true })(W);
      const second = W.Dialog("Second", [["Done", "done"]], { modal: true, autoclose: true });
      second.on("activated", (value) => base.heard.push(value));
      second.addWidget(W.Label("On top"));
      base.dialog.on("activated", () => second.popup(100, 100));
      base.dialog.show();
      return { ...base, second };
    });
    await button(page, "OK").click();
    await settled();
    const order = () =>
      page.locator(".pgw-cover, .pgw-modal").evaluateAll((all) =>
        all
          .map((e) => [Number(getComputedStyle(e).zIndex), e.className.includes("pgw-cover")] as const)
          .sort(([a], [b]) => a - b)
          .map(([, cover]) => (cover ? "cover" : "dialog")),
      );
    expect(await order()).toEqual(["cover", "dialog", "cover", "dialog"]);
    await button(page, "Cancel").click({ force: true });
    await settled();
    expect(made.heard).toEqual([["activated", 1]]);
    await reload();
    expect(await order()).toEqual(["cover", "dialog", "cover", "dialog"]);
    expect(await focused(page)).toBe("Done");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard.at(-1)).toBe("done");
    expect(await order()).toEqual(["cover", "dialog"]);
    expect(await page.getByRole("dialog", { name: "Title" }).locator(":focus").count()).toBe(1);
    await button(page, "Cancel").click();
    await settled();
    expect(made.heard.at(-1)).toEqual(["activated", 0]);
  });

  test("it becomes modal and not modal while it is open", async () => {
    const { page, made, at, settled, reload } = await show(withDialog());
    made.dialog.show();
    made.dialog.setModal(true);
    await settled();
    expect(await page.locator(".pgw-cover").count()).toBe(1);
    made.dialog.lower();
    await reload();
    expect(await page.locator(".pgw-cover").count()).toBe(1);
    await button(page, "OK").click();
    made.dialog.setModal(false);
    await settled();
    expect(await page.locator(".pgw-cover, [inert]").count()).toBe(0);
    await at(made.entry).fill("typed");
    await settled();
    expect(made.entry.getText()).toBe("typed");
  });

  test("windows that come meanwhile stand below; menus and lists stand above", async () => {
    const { page, made, settled } = await show((W) => {
      const heard: unknown[] = [];
      const menu = W.Menu();
      menu.addName("Line").on("activated", () => heard.push("Line"));
      const combo = W.ComboBox();
      for (const text of ["One", "Two"]) combo.appendText(text);
      combo.on("activated", (index) => heard.push(index));
      const base = withDialog({ modal: true }, {}, (dialog) => {
        dialog.addWidget(W.Label("Press for a menu", { menu }));
        dialog.addWidget(combo);
      })(W);
      const window = W.TopLevel({ title: "Late", size: [300, 300] });
      base.dialog.show();
      return { ...base, window, told: heard };
    });
    made.window.show();
    await settled();
    expect(await page.getByRole("dialog", { name: "Late", includeHidden: true }).getAttribute("inert")).toBe(
      "",
    );
    await page.getByText("Press for a menu").click();
    await page.getByRole("menuitem", { name: "Line" }).click();
    await page.getByRole("combobox").click();
    await page.getByRole("option", { name: "Two" }).click();
    await settled();
    expect(made.told[0]).toBe("Line");
    expect(made.told).toHaveLength(2);
  });
});

describe("keys", () => {
  test("Escape asks to close, and the program decides", async () => {
    const { page, made, settled } = await show(withDialog({ modal: true }));
    made.dialog.show();
    await settled();
    await page.keyboard.press("Escape");
    await settled();
    expect(made.heard).toEqual([["close"]]);
    expect(made.dialog.isVisible()).toBe(true);
  });

  test("Escape does nothing where its user must not close it", async () => {
    for (const [options, more] of [
      [{ modal: true, closeable: false }, {}],
      [{ modal: true }, { title: null }],
    ] as const) {
      const { page, made, settled } = await show(withDialog(options, more));
      made.dialog.show();
      await settled();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+F4");
      await settled();
      expect(made.heard).toEqual([]);
    }
  });

  test("Enter presses the first button from what has no use for it, and never from a text", async () => {
    const { page, made, settled } = await show(
      withDialog({}, {}, (dialog, W) => {
        dialog.addWidget(W.CheckBox("Check"));
        dialog.addWidget(W.TextEntry("text"));
      }),
    );
    made.dialog.show();
    await page.getByRole("checkbox").focus();
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard).toEqual([["activated", 1]]);
    await page.locator(".pgw-dialog-content .pgw-text-entry").focus();
    await page.keyboard.press("Enter");
    await button(page, "Cancel").focus();
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard).toEqual([
      ["activated", 1],
      ["activated", 0],
    ]);
  });
});

test("one that comes by itself takes the focus from nobody; one that the user asks for gets it", async () => {
  const shown = await show(
    withDialog({}, {}, (dialog, W) => {
      dialog.addWidget(W.TextEntry("inside"));
    }),
  );
  const { page, made, settled, reload } = shown;
  await button(page, "Open").click();
  await settled();
  expect(await page.locator(".pgw-dialog-content input").evaluate((e) => e.matches(":focus"))).toBe(true);
  await shown.at(made.entry).focus();
  await reload();
  expect(await page.locator(".pgw-dialog-content :focus").count()).toBe(0);
  expect(await page.locator(".pgw-cover").count()).toBe(0);
});
