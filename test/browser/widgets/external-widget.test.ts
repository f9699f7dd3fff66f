import type { Widget } from "pgwidgets-ts/sync";
import { expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

test("takes part in the layout, and its inside fills it", async () => {
  const { made, at, box, settled, page } = await show((W) => {
    const ground = W.VBox();
    const external = W.ExternalWidget();
    const sizes: unknown[] = [];
    external.on("resize", (event) => void sizes.push(event));
    ground.addWidget(external as Widget, 1);
    mount(W, ground);
    return { external, sizes };
  });
  const [, , width, height] = await box(made.external);
  expect([width, height]).toEqual([800, 600]);
  made.external.setContent(`<div id="plot" style="height: 100%; width: 100%"></div>`);
  await settled();
  expect(await page.locator("#plot").boundingBox()).toEqual({ x: 0, y: 0, width: 800, height: 600 });
  // A library draws.
  await page.evaluate(`document.getElementById("plot").append(document.createElement("canvas"))`);
  expect(await at(made.external).locator("canvas").count()).toBe(1);
  await expect.poll(() => made.sizes.at(-1)).toMatchObject({ width: 800, height: 600 });
});

test("content is replaced, emptied and there again after a reload, without scripts", async () => {
  const { made, at, settled, reload, page } = await show(
    (W) => {
      const external = W.ExternalWidget();
      mount(W, external);
      return external;
      // The browser notes each handler that its policy forbids, also where nothing would run.
    },
    { bypassCSP: true },
  );
  made.setContent(
    `<p onclick="x()">one<script>x()</script></p><a href="javascript:x()">a</a><img name="createElement" alt="">`,
  );
  await settled();
  const inside = at(made).locator("> .pgw-external-content");
  const expected = `<p>one</p><a>a</a><img alt="">`;
  expect(await inside.innerHTML()).toBe(expected);
  await reload();
  expect(await inside.innerHTML()).toBe(expected);
  made.clear();
  await settled();
  expect(await inside.innerHTML()).toBe("");
  await reload();
  expect(await inside.innerHTML()).toBe("");
  expect(await page.evaluate("typeof document.createElement")).toBe("function");
});

test("styles in it stay in it, whatever braces they have", async () => {
  const { made, at, settled } = await show((W) => {
    const ground = W.VBox();
    const external = W.ExternalWidget();
    const button = W.Button("outside");
    ground.addWidget(external as Widget);
    ground.addWidget(button);
    mount(W, ground);
    return { external, button };
  });
  made.external.setContent(
    `<style>@keyframes own { to { opacity: 0.5 } } } button, b { color: rgb(1, 2, 3) !important }</style>` +
      `<style>@media all { b { background: rgb(4, 5, 6) } } button, b { color: rgb(1, 2, 3) !important }</style><b>x</b>`,
  );
  await settled();
  const color = (each: Element) => getComputedStyle(each).color;
  expect(await at(made.external).locator("b").evaluate(color)).toBe("rgb(1, 2, 3)");
  const ground = await at(made.external)
    .locator("b")
    .evaluate((each) => getComputedStyle(each).backgroundColor);
  expect(ground).toBe("rgb(4, 5, 6)");
  expect(await at(made.button).evaluate(color)).not.toBe("rgb(1, 2, 3)");
});

test("disabled nothing in it can be used", async () => {
  const { made, at, settled, page } = await show((W) => {
    const external = W.ExternalWidget();
    mount(W, external);
    return external;
  });
  made.setContent(`<button id="own">own</button>`);
  made.setFocus();
  await settled();
  const own = at(made).locator("#own");
  expect(await own.evaluate((each) => each === document.activeElement)).toBe(true);
  made.setEnabled(false);
  await settled();
  await page.keyboard.press("Tab");
  expect(await own.evaluate((each) => each === document.activeElement)).toBe(false);
});
