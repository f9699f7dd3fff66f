import { expect, test } from "vitest";
import { useInterface } from "../support.js";
import { placed } from "./specimens.js";

const show = useInterface();
const FOCUSED = "document.activeElement?.textContent ?? ''";

test("goes on to the next when the program takes away, hides or disables what has it; nobody is told", async () => {
  const { page, made } = await show((W) => {
    const [a, b, c, d] = ["A", "B", "C", "D"].map((text) => W.Button(text));
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error();
    const told: string[] = [];
    const label = W.Label("L", { interactive: true });
    label.on("focus-in", () => told.push("focus-in"));
    const inner = W.VBox();
    for (const each of [b, c]) inner.addWidget(each, 0);
    placed(W, a, inner, d, label);
    return { a, b, c, d, inner, told };
  });
  const focused = () => page.evaluate<string>(FOCUSED);
  const { a, b, c, d, inner, told } = made;
  b.setFocus();
  await expect.poll(focused).toBe("B");
  b.destroy();
  await expect.poll(focused).toBe("C");
  c.setEnabled(false);
  // Nothing else in the box can have it.
  await expect.poll(focused).toBe("D");
  d.hide();
  await expect.poll(focused).toBe("L");
  expect(told).toEqual([]);
  a.setFocus();
  await expect.poll(focused).toBe("A");
  inner.destroy();
  d.show();
  await expect.poll(() => page.getByRole("button", { name: "D" }).isVisible()).toBe(true);
  expect(await focused()).toBe("A");
});

test("stays away when the user has taken it away", async () => {
  const { page, made, settled } = await show((W) => {
    const button = W.Button("A");
    placed(W, button, W.Button("B"));
    return button;
  });
  made.setFocus();
  await settled();
  await page.mouse.click(400, 500);
  const active = () => page.evaluate<string>("document.activeElement.localName");
  await expect.poll(active).toBe("body");
  made.setText("C");
  await page.getByRole("button", { name: "C" }).waitFor();
  await settled();
  expect(await active()).toBe("body");
});

test("of a window that is closed goes to the window behind it", async () => {
  const { page, made, settled } = await show((W) => {
    const windows = ["First", "Second"].map((title) => {
      const top = W.TopLevel({ title, size: [200, 120] });
      const field = W.TextEntry(title);
      top.setWidget(field);
      top.show();
      return { top, field };
    });
    return windows;
  });
  made[1]?.field.setFocus();
  await settled();
  made[1]?.top.destroy();
  await expect.poll(() => page.evaluate<string>("document.activeElement.value ?? ''")).toBe("First");
});
