import type { StatusBar, Widgets } from "pgwidgets-ts/sync";
import { expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

function bar(W: Widgets): StatusBar {
  const ground = W.VBox();
  const status = W.StatusBar();
  ground.addWidget(W.Label(""), 1);
  ground.addWidget(status);
  mount(W, ground);
  return status;
}

test("shows a message as it is, in a region that is read aloud, and keeps its height without one", async () => {
  const { page, made, at, box, reload, settled } = await show(bar);
  const [, top, width, height] = await box(made);
  expect([top + height, width]).toEqual([600, 800]);
  made.setMessage("Saved <b>3</b> files");
  await settled();
  expect(await page.getByRole("status").filter({ hasText: "Saved" }).textContent()).toBe(
    "Saved <b>3</b> files",
  );
  expect((await box(made))[3]).toBe(height);
  await reload();
  expect(await at(made).textContent()).toBe("Saved <b>3</b> files");
  made.clear();
  await settled();
  expect(await at(made).textContent()).toBe("");
  expect(made.getText()).toBe("");
});

test("a message goes away by itself, also after a reload in between, and does not come back", async () => {
  const { made, at, reload } = await show(bar);
  made.setMessage("For a moment", 2);
  await reload();
  expect(await at(made).textContent()).toBe("For a moment");
  await expect.poll(() => at(made).textContent(), { timeout: 4000 }).toBe("");
  expect(made.getText()).toBe("");
  await reload();
  expect(await at(made).textContent()).toBe("");
});

test("a newer message, or a text that stays, ends the time of the one before", async () => {
  const { page, made, at, settled } = await show(bar);
  made.setMessage("First", 0.3);
  await settled();
  made.setMessage("Second");
  await page.waitForTimeout(500);
  expect(await at(made).textContent()).toBe("Second");
  made.setMessage("Third", 0.3);
  await settled();
  made.setText("Fourth");
  await page.waitForTimeout(500);
  expect(await at(made).textContent()).toBe("Fourth");
  made.setMessage("For very long", 1e9);
  await page.waitForTimeout(100);
  expect(await at(made).textContent()).toBe("For very long");
});

test("a long message wraps and makes the bar higher", async () => {
  const { made, box } = await show(bar);
  const [, , , one] = await box(made);
  made.setMessage("A rather long message. ".repeat(20));
  const [, top, width, height] = await box(made);
  expect(height).toBeGreaterThan(one + 30);
  expect([Math.round(top + height), width]).toEqual([600, 800]);
});

test("takes colours, alignment and, interactive, reports what a label reports", async () => {
  const heard: string[] = [];
  const { made, at, settled, reload } = await show((W) => {
    const ground = W.VBox();
    const status = W.StatusBar({ interactive: true, halign: "right" });
    status.on("click", () => heard.push("click"));
    status.on("key-press", ({ key }) => heard.push(key));
    status.setMessage("Ready");
    status.setColor("rgb(1, 2, 3)", "rgb(4, 5, 6)");
    ground.addWidget(status);
    mount(W, ground);
    return status;
  });
  const style = () =>
    at(made).evaluate((e) => {
      const { backgroundColor, color, textAlign } = e.ownerDocument.defaultView?.getComputedStyle(e) ?? {};
      return [backgroundColor, color, textAlign];
    });
  expect(await style()).toEqual(["rgb(1, 2, 3)", "rgb(4, 5, 6)", "end"]);
  await reload();
  expect(await style()).toEqual(["rgb(1, 2, 3)", "rgb(4, 5, 6)", "end"]);
  await at(made).click();
  await at(made).press("q");
  await settled();
  expect(heard).toEqual(["click", "q"]);
});
