import { describe, expect, test } from "vitest";
import { call, create, listen, ref } from "./fake-server.js";
import { boxOf, useBrowser } from "./harness.js";

const open = useBrowser();

const ground = [create(1, "Page"), create(2, "VBox"), call(1, "set_widget", ref(2)), call(1, "show")];
const button = [...ground, create(3, "Button", "One"), call(2, "add_widget", ref(3), 0)];
const style = (selector: string, property: string) =>
  `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).getPropertyValue(${JSON.stringify(property)})`;

describe("layout does not depend on the order of calls", () => {
  const calls = [
    call(3, "resize", 200, 60),
    call(3, "set_expanding", true, false),
    call(3, "set_min_size", 50, 40),
    call(2, "add_widget", ref(3), 0),
  ];
  const orders = [calls, [...calls].reverse(), [1, 3, 0, 2].map((i) => calls[i] ?? call(3, "show"))];
  test.each(orders.map((order, i) => [i, order] as const))("order %i", async (_i, order) => {
    const { widget } = await open([...ground, create(3, "Button", "One"), ...order]);
    expect(await boxOf(widget(3))).toEqual([0, 0, 1000, 60]);
  });

  test("what a parent gave a child leaves with it", async () => {
    const { server, widget } = await open([
      ...ground,
      create(3, "Button", "One"),
      call(2, "add_widget", ref(3), 1),
      create(4, "VBox"),
    ]);
    expect((await boxOf(widget(3)))[3]).toBe(700);
    server.send(
      call(2, "remove", ref(3)),
      call(2, "add_widget", ref(4), 0),
      call(4, "add_widget", ref(3), 0),
    );
    await expect.poll(async () => (await boxOf(widget(3)))[3]).toBe(28);
    expect(await widget(3).getAttribute("style")).toBe("");
  });

  test("a widget that is put elsewhere leaves its former parent", async () => {
    const { server } = await open([...button, create(4, "VBox"), call(2, "add_widget", ref(4), 0)]);
    server.send(call(4, "add_widget", ref(3), 0));
    expect((await server.ask(2, "get_children")).value).toEqual([{ __wid__: 4, __class__: "VBox" }]);
    expect((await server.ask(4, "num_children")).value).toBe(1);
  });
});

describe("common setters", () => {
  test("disabled: no mouse, no keys, with everything inside; each keeps its own flag", async () => {
    const { page, server, widget } = await open([...button, ...listen(3, "activated")]);
    await widget(3).waitFor();
    server.send(call(2, "set_enabled", false));
    await expect.poll(() => widget(3).isDisabled()).toBe(true);
    await page.mouse.click(100, 14);
    expect((await server.ask(3, "get_enabled")).value).toBe(true);
    server.send(call(3, "set_enabled", false), call(2, "set_enabled", true));
    await server.ask(3, "get_enabled");
    expect(await widget(3).isDisabled()).toBe(true);
    server.send(call(3, "set_enabled", true));
    await expect.poll(() => widget(3).isDisabled()).toBe(false);
    expect(server.callbacks("activated")).toEqual([]);
    await widget(3).click();
    await expect.poll(() => server.callbacks("activated")).toEqual([[]]);
  });

  test("hidden takes no room, whatever its own display is", async () => {
    const { server, widget } = await open([
      ...button,
      create(4, "Button", "Two"),
      call(2, "add_widget", ref(4), 0),
    ]);
    expect((await boxOf(widget(4)))[1]).toBe(28);
    server.send(call(3, "hide"));
    await expect.poll(async () => (await boxOf(widget(4)))[1]).toBe(0);
    expect((await server.ask(3, "is_visible")).value).toBe(false);
    expect((await server.ask(3, "get_position")).value).toEqual([0, 0]);
    server.send(call(3, "show"));
    await expect.poll(async () => (await boxOf(widget(4)))[1]).toBe(28);
  });

  test("border, padding, margins, font, cursor", async () => {
    const { page, server, widget } = await open(button);
    await widget(3).waitFor();
    server.send(
      call(3, "set_border_width", 3),
      call(3, "set_border_color", "rgb(1, 2, 3)"),
      call(3, "set_border_color", "no colour"),
      call(3, "set_padding", [1, 2, 3, 4]),
      call(3, "set_margins", 5),
      call(3, "set_font", "monospace", 12, "bold"),
      call(3, "set_font", "serif"),
      call(3, "set_cursor", "crosshair"),
      call(3, "set_cursor", "no-such-cursor"),
      call(3, "add_cursor", "mine", "data:image/png;base64,AAAA", 2, 3),
    );
    const of = (property: string) => page.evaluate(style(".pgw-button", property));
    await expect.poll(() => of("border-top-width")).toBe("3px");
    expect(await of("border-top-color")).toBe("rgb(1, 2, 3)");
    expect(await of("padding")).toBe("2px 3px 4px 1px");
    expect(await of("margin")).toBe("5px");
    expect(await of("font-family")).toBe("serif");
    expect(await of("font-size")).toBe("16px");
    expect(await of("font-weight")).toBe("700");
    expect(await of("cursor")).toBe("crosshair");
    server.send(call(3, "set_cursor", "mine"));
    await expect.poll(() => of("cursor")).toContain('url("data:image/png;base64,AAAA") 2 3');
    server.send(call(3, "set_cursor", null));
    await expect.poll(() => of("cursor")).not.toContain("url");
  });

  test("set_focus works for what is made in the same batch", async () => {
    const { page, server } = await open(ground);
    server.send(create(3, "Button", "One"), call(3, "set_focus"), call(2, "add_widget", ref(3), 0));
    await expect.poll(() => page.evaluate("document.activeElement.dataset.wid")).toBe("3");
  });
});

describe("Button", () => {
  const icon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"/>')}`;

  test("text is text", async () => {
    const { server, widget } = await open(button);
    server.send(call(3, "set_text", "<img src=x onerror=alert(1)>"));
    await expect.poll(() => widget(3).textContent()).toBe("<img src=x onerror=alert(1)>");
    expect(await widget(3).locator("img").count()).toBe(0);
  });

  test("icon above the text, at its size, and away again", async () => {
    const { server, widget } = await open([...button, call(3, "set_icon", icon, [40, 30])]);
    const [x, y, width, height] = await boxOf(widget(3).locator("img"));
    expect([width, height]).toEqual([40, 30]);
    const [, textY] = await boxOf(widget(3).locator("span"));
    expect(textY).toBeGreaterThan(y + height);
    expect(x).toBe(480);
    expect((await server.ask(3, "get_icon")).value).toBe(icon);
    server.send(call(3, "set_icon", null));
    await expect.poll(() => widget(3).locator("img").count()).toBe(0);
    expect((await server.ask(3, "get_icon")).value).toBe(null);
  });

  test("colours at rest and while hovered, in any order of calls", async () => {
    const { page, server, widget } = await open(button);
    const colours = () =>
      page.evaluate(`${style(".pgw-button", "background-color")} + " " + ${style(".pgw-button", "color")}`);
    await widget(3).hover();
    server.send(
      call(3, "set_hover", "rgb(1, 1, 1)", "rgb(2, 2, 2)"),
      call(3, "set_color", "rgb(3, 3, 3)", null),
    );
    server.send(call(3, "set_color", null, "rgb(4, 4, 4)"));
    await expect.poll(colours).toBe("rgb(1, 1, 1) rgb(2, 2, 2)");
    await page.mouse.move(500, 500);
    await expect.poll(colours).toBe("rgb(3, 3, 3) rgb(4, 4, 4)");
    server.send(call(3, "set_bg", "rgb(5, 5, 5)"), call(3, "set_color", ""));
    await expect.poll(colours).toBe("rgb(5, 5, 5) rgb(4, 4, 4)");
  });
});

describe("classes still to come", () => {
  test("a notice in their place, which takes calls and shows children", async () => {
    const { page, server, widget } = await open([
      ...ground,
      create(3, "Telescope", { zoom: 3 }),
      call(2, "add_widget", ref(3), 1),
      call(3, "set_stars", ["a", "b"]),
      create(4, "Carousel"),
      create(5, "Button", "Inside"),
      call(4, "add_widget", ref(5)),
      call(2, "add_widget", ref(4), 0),
    ]);
    await expect.poll(() => widget(3).textContent()).toContain("Telescope is not available in this page yet");
    expect(await widget(5).isVisible()).toBe(true);
    expect((await server.ask(4, "get_children")).value).toEqual([{ __wid__: 5, __class__: "Button" }]);
    expect(await page.locator(".pgw-unfinished").count()).toBe(2);
  });
});
