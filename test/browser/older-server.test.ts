/** What servers of pgwidgets 0.4 send that ours do not. */
import { describe, expect, test } from "vitest";
import { call, create, ref } from "./fake-server.js";
import { useBrowser } from "./harness.js";

const open = useBrowser();

function holding(...made: unknown[]) {
  return [
    create(1, "Page"),
    create(2, "VBox"),
    call(1, "set_widget", ref(2)),
    call(1, "show"),
    create(3, ...(made as [string])),
    call(2, "add_widget", ref(3), 1),
  ];
}

describe("a server of pgwidgets 0.4", () => {
  test("may take a video away with null", async () => {
    const { page, server } = await open(holding("VideoWidget", {}));
    const video = page.locator("video");
    await video.waitFor();
    server.send(call(3, "set_url", null));
    await server.ask(3, "get_paused");
    expect(await video.getAttribute("src")).toBeNull();
    expect(await video.evaluate((each: HTMLVideoElement) => each.currentSrc)).toBe("");
  });

  test("may say true and false for the wrapping of a text, and move its cursor with set_cursor", async () => {
    const { page, server } = await open(holding("TextSource", "word ".repeat(80), { wrap: true }));
    const content = page.locator(".cm-content");
    await content.waitFor();
    const wraps = () => content.evaluate((each) => each.classList.contains("cm-lineWrapping"));
    expect(await wraps()).toBe(true);
    expect(await page.locator(".pgw-source-hard").count()).toBe(0);
    server.send(call(3, "set_wrap", false));
    await expect.poll(wraps).toBe(false);
    server.send(call(3, "set_wrap", true));
    await expect.poll(wraps).toBe(true);
    expect(await page.locator(".pgw-source-hard").count()).toBe(0);
    server.send(call(3, "set_cursor", 5), call(3, "set_cursor", "crosshair"), call(3, "set_focus"));
    await server.ask(3, "get_text");
    await page.keyboard.type("X");
    expect((await server.ask(3, "get_text")).value).toMatch(/^word Xword /);
  });

  test("deletes a leaf by what a pattern names below it", async () => {
    const { server } = await open([
      ...holding("TreeView", { columns: [{ label: "Name", key: "name" }] }),
      call(3, "set_tree", { a: { name: "A" }, b: { x: { name: "X" }, y: {} }, c: {} }),
    ]);
    server.send(call(3, "delete_tree", { a: { x: {} }, b: { y: { z: {} } } }, true));
    expect((await server.ask(3, "get_subtree", "all")).value).toEqual({ b: { x: { name: "X" } }, c: {} });
  });
});
