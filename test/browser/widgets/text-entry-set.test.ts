import type { TextEntrySetNamed, Widget } from "pgwidgets-ts/sync";
import { expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

async function shown(options: TextEntrySetNamed = {}, context = {}) {
  const all = await show((W) => {
    const entry = W.TextEntrySet(options);
    const heard: [string, string][] = [];
    entry.on("activated", (text) => void heard.push(["activated", text]));
    entry.on("modified", (text) => void heard.push(["modified", text]));
    const box = W.VBox({ padding: 16, spacing: 8 });
    const line = W.HBox({ spacing: 8 });
    const plain = W.TextEntry("plain");
    line.addWidget(entry as Widget, 0);
    line.addWidget(plain as Widget, 0);
    box.addWidget(line, 0);
    mount(W, box);
    return { entry, heard, plain };
  }, context);
  const root = all.at(all.made.entry);
  return { ...all, ...all.made, root, input: root.locator("input"), button: root.locator("button") };
}

test("Enter and the button enter the text, both into the history", async () => {
  const { entry, heard, input, button, page, settled } = await shown({ linehistory: 5 });
  await input.click();
  await page.keyboard.type("one");
  await page.keyboard.press("Enter");
  await input.fill("two");
  await button.click();
  await input.fill("three");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await settled();
  const entered = () => heard.filter(([action]) => action === "activated").map(([, text]) => text);
  expect(entered()).toEqual(["one", "two", "three"]);
  expect(await input.inputValue()).toBe("three");
  await input.fill("draft");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await settled();
  expect(entry.getText()).toBe("two");
  expect(heard.at(-1)).toEqual(["modified", "two"]);
});

test("the button stays usable when the field is read-only, and neither is when disabled", async () => {
  const { entry, heard, input, button, page, settled } = await shown({ text: "fixed", editable: false });
  await input.click();
  await page.keyboard.type("x");
  await button.click();
  await settled();
  expect(heard).toEqual([["activated", "fixed"]]);
  entry.setEnabled(false);
  await settled();
  expect(await input.isDisabled()).toBe(true);
  expect(await button.isDisabled()).toBe(true);
});

test("one piece as high as other controls, with the text of the button as it is; the same after a reload", async () => {
  const { entry, plain, input, button, box, root, settled, page, reload } = await shown({ label: "Go" });
  const whole = await box(entry);
  expect(whole[3]).toBe(28);
  expect((await box(plain))[1]).toBe(whole[1]);
  const [field, press] = [await input.boundingBox(), await button.boundingBox()];
  expect((field?.x ?? 0) + (field?.width ?? 0)).toBeCloseTo(press?.x ?? -1, 1);
  entry.setButtonText("<i>Send</i>");
  entry.setLength(20);
  entry.setText("typed");
  entry.setFont("monospace", 12);
  entry.setBg("rgb(255, 250, 200)");
  entry.setFocus();
  await settled();
  await page.keyboard.press("End");
  await page.keyboard.type("!");
  await settled();
  const wide = await box(entry);
  expect(wide[2]).toBeGreaterThan(whole[2] + 50);
  await reload();
  expect(await button.textContent()).toBe("<i>Send</i>");
  expect(await input.inputValue()).toBe("typed!");
  expect((await box(entry))[2]).toBe(wide[2]);
  for (const part of [input, button]) {
    expect(await part.evaluate((each) => getComputedStyle(each).fontSize)).toBe("16px");
  }
  expect(await root.evaluate((each) => getComputedStyle(each).backgroundColor)).toBe("rgb(255, 250, 200)");
});

test("from right to left the button stands on the left", async () => {
  const { input, button } = await shown({ text: "abc" }, { dir: "rtl" });
  const [field, press] = [await input.boundingBox(), await button.boundingBox()];
  expect(press?.x ?? 0).toBeLessThan(field?.x ?? 0);
});
