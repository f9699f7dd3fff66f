import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DropPayload, Widget, Widgets } from "pgwidgets-ts/sync";
import type { CDPSession, Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { mount, type ShowOptions, useInterface } from "../support.js";

const show = useInterface();
const folder = mkdtempSync(join(tmpdir(), "pgwidgets-drop-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ACTIONS = ["drag-over", "drop-start", "drop-progress", "drop-end", "drop-failed"] as const;
type Heard = [who: string, action: string, payload: Record<string, unknown>][];

function hear(
  heard: Heard,
  who: string,
  widget: Widget,
  ...actions: readonly (typeof ACTIONS)[number][]
): void {
  for (const action of actions)
    widget.on(action, (payload) => heard.push([who, action, payload as unknown as Record<string, unknown>]));
}

/** An outer box with a frame, an entry and a button in it; the box and the frame hear of drops. */
async function shown(
  watched: { outer?: boolean; inner?: boolean; entry?: boolean } = { inner: true },
  options: ShowOptions = {},
) {
  const heard: Heard = [];
  const it = await show((W: Widgets) => {
    const outer = W.VBox({ padding: 40, spacing: 20 });
    const inner = W.Frame({ title: "Drop here", size: [300, 120] });
    const label = W.Label("inside");
    inner.setWidget(label);
    const entry = W.TextEntry({ text: "" });
    const button = W.Button("elsewhere");
    for (const child of [inner, entry, button]) outer.addWidget(child);
    mount(W, outer);
    if (watched.outer) hear(heard, "outer", outer, ...ACTIONS);
    if (watched.inner) hear(heard, "inner", inner, ...ACTIONS);
    if (watched.entry) hear(heard, "entry", entry, "drop-end");
    return { outer, inner, label, entry, button };
  }, options);
  const cdp = await it.page.context().newCDPSession(it.page);
  const actions = () =>
    heard.map(([who, action]) => `${who} ${action}`).filter((each) => !each.endsWith("over"));
  const ends = () =>
    heard
      .filter(([, action]) => action === "drop-end")
      .map(([, , payload]) => payload as unknown as DropPayload);
  return { ...it, heard, cdp, actions, ends };
}

interface Item {
  readonly mimeType: string;
  readonly data: string;
}

/** A drag from outside the page, as the browser itself makes it. */
async function dragOnto(
  cdp: CDPSession,
  [x, y]: readonly [number, number],
  data: { readonly files?: string[]; readonly items?: readonly Item[] },
  ...steps: readonly ("dragEnter" | "dragOver" | "drop")[]
): Promise<void> {
  const items = [...(data.items ?? [])];
  const drag = { items, ...(data.files && { files: data.files }), dragOperationsMask: 19 };
  for (const type of steps.length > 0 ? steps : (["dragEnter", "dragOver", "drop"] as const))
    await cdp.send("Input.dispatchDragEvent", { type, x, y, data: drag });
}

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function centre(page: Page, widget: Widget): Promise<[number, number]> {
  const box = await page.locator(`[data-wid="${widget.wid}"]`).boundingBox();
  if (box === null) throw new Error("It is not displayed.");
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
}

const text = (data: string): Item => ({ mimeType: "text/plain", data });

describe("files dropped on a widget", () => {
  test("arrive with their contents, after their names and with progress in between", async () => {
    const { cdp, page, made, heard, actions, ends } = await shown();
    const large = Buffer.alloc(1_100_000, "0123456789");
    const files = [fileOf("large.dat", large), fileOf("empty.txt", ""), fileOf("ä b.txt", "grüße")];
    const [x, y] = await centre(page, made.inner);
    await dragOnto(cdp, [x, y], { files });
    await expect.poll(() => ends().length).toBe(1);
    expect(actions()).toEqual([
      "inner drop-start",
      ...Array(5).fill("inner drop-progress"),
      "inner drop-end",
    ]);
    const start = heard.find(([, action]) => action === "drop-start")?.[2] as unknown as DropPayload;
    expect(start.files.map(({ name, size, data }) => [name, size, data])).toEqual([
      ["large.dat", 1_100_000, undefined],
      ["empty.txt", 0, undefined],
      ["ä b.txt", 7, undefined],
    ]);
    const [end] = ends();
    expect(end).toMatchObject({
      type: "drop",
      viewportX: x,
      viewportY: y,
      text: null,
      html: null,
      buttonTrigger: 0,
    });
    expect(end?.types).toContain("Files");
    expect(end?.transferId).toBe(start.transferId);
    expect(end).not.toHaveProperty("pointerId");
    expect(Buffer.compare(end?.files[0]?.data as Uint8Array, large)).toBe(0);
    expect(Buffer.from(end?.files[2]?.data as Uint8Array).toString()).toBe("grüße");
    expect(end?.files.map(({ type }) => type)).toEqual([
      "application/octet-stream",
      "text/plain",
      "text/plain",
    ]);
    const progress = heard.filter(([, action]) => action === "drop-progress").map(([, , payload]) => payload);
    expect(progress.map((each) => [each.fileIndex, each.complete])).toEqual([
      [0, false],
      [0, false],
      [0, false],
      [1, false],
      [2, true],
    ]);
  });

  test("of two drops at once do not mix", async () => {
    const { cdp, page, made, ends } = await shown();
    const place = await centre(page, made.inner);
    const one = Buffer.alloc(3_000_000, "one ");
    const two = Buffer.alloc(2_000_000, "two ");
    const files = [fileOf("one", one), fileOf("two", two)];
    for (const file of files) await dragOnto(cdp, place, { files: [file] });
    await expect.poll(() => ends().length).toBe(2);
    const arrived = new Map(ends().map(({ files: [file] }) => [file?.name, file?.data as Uint8Array]));
    expect(Buffer.compare(arrived.get("one") as Uint8Array, one)).toBe(0);
    expect(Buffer.compare(arrived.get("two") as Uint8Array, two)).toBe(0);
  });

  test("that cannot be read come with the reason, and the others whole", async () => {
    const { cdp, page, made, ends } = await shown();
    const gone = fileOf("gone.txt", "soon gone");
    const place = await centre(page, made.inner);
    await dragOnto(cdp, place, { files: [gone, fileOf("here.txt", "here")] }, "dragEnter", "dragOver");
    rmSync(gone);
    await dragOnto(cdp, place, { files: [gone, join(folder, "here.txt")] }, "drop");
    await expect.poll(() => ends().length).toBe(1);
    const [lost, kept] = ends()[0]?.files ?? [];
    expect(lost).toMatchObject({ name: "gone.txt", data: null, error: expect.stringMatching(/./) });
    expect(Buffer.from(kept?.data as Uint8Array).toString()).toBe("here");
  });

  test("go to the innermost widget that listens", async () => {
    const { cdp, page, made, actions, ends } = await shown({ outer: true, inner: true });
    const file = fileOf("a.txt", "a");
    await dragOnto(cdp, await centre(page, made.label), { files: [file] });
    await expect.poll(() => ends().length).toBe(1);
    await dragOnto(cdp, await centre(page, made.button), { files: [file] });
    await expect.poll(() => ends().length).toBe(2);
    await dragOnto(cdp, await centre(page, made.entry), { files: [file] });
    await expect.poll(() => ends().length).toBe(3);
    expect(actions().filter((each) => each.endsWith("end"))).toEqual([
      "inner drop-end",
      "outer drop-end",
      "outer drop-end",
    ]);
  });

  test("anywhere else change nothing, and the browser stays on its page", async () => {
    const { cdp, page, made, settled, heard } = await shown();
    const address = page.url();
    for (const widget of [made.button, made.entry, made.outer]) {
      const [x, y] = await centre(page, widget);
      await dragOnto(cdp, widget === made.outer ? [5, 5] : [x, y], { files: [fileOf("a.txt", "a")] });
    }
    await dragOnto(cdp, [5, 5], { items: [{ mimeType: "text/uri-list", data: "https://example.com/" }] });
    await settled();
    expect(page.url()).toBe(address);
    expect(await page.getByRole("button", { name: "elsewhere" }).count()).toBe(1);
    expect(heard).toEqual([]);
    expect(made.entry.getText()).toBe("");
  });

  test("on a disabled widget go to the one around it", async () => {
    const { cdp, page, made, actions, ends } = await shown({ outer: true, inner: true });
    made.inner.setEnabled(false);
    await expect.poll(() => page.locator(".pgw-disabled").count()).toBeGreaterThan(0);
    await dragOnto(cdp, await centre(page, made.inner), { files: [fileOf("a.txt", "a")] });
    await expect.poll(() => ends().length).toBe(1);
    expect(new Set(actions().map((each) => each.split(" ")[0]))).toEqual(new Set(["outer"]));
  });

  test("and cut off with the page are dropped whole", async () => {
    const { cdp, page, made, actions, takeFaults } = await shown();
    await dragOnto(cdp, await centre(page, made.inner), { files: [fileOf("big", Buffer.alloc(40_000_000))] });
    await expect.poll(() => actions().includes("inner drop-progress"), { interval: 1 }).toBe(true);
    await page.reload();
    await expect.poll(() => actions().at(-1)).toBe("inner drop-failed");
    expect(actions()).not.toContain("inner drop-end");
    expect(takeFaults().join()).toContain("the browser left");
  });
});

describe("files past the limits of the program", () => {
  const limits = { uploadFileBytes: 1_000_000, uploadFiles: 3, uploadBytes: 1_500_000 };
  const refusals: [limit: keyof typeof limits, sizes: number[], words: string][] = [
    ["uploadFileBytes", [10, 1_000_001], "f1 was not sent: a file may have 1 MB at most."],
    ["uploadFiles", [1, 1, 1, 1], "The files were not sent: there may be 3 at most at a time."],
    [
      "uploadBytes",
      [900_000, 900_000],
      "The files were not sent: 1.5 MB at most may be on their way together.",
    ],
  ];
  test.each(refusals)("%s: its user is told calmly, and all else goes on", async (limit, sizes, words) => {
    const { cdp, page, made, actions, ends, takeFaults } = await shown({ inner: true }, { limits });
    const place = await centre(page, made.inner);
    await dragOnto(cdp, place, { files: sizes.map((size, i) => fileOf(`f${i}`, Buffer.alloc(size))) });
    const notice = page.locator(".pgw-notice");
    await notice.waitFor();
    expect(await notice.innerText()).toBe(words);
    await page.getByRole("status").getByText(words).waitFor();
    await expect.poll(actions).toEqual(["inner drop-failed"]);
    expect(takeFaults().join()).toContain(limit);
    // What it covers can be had again, and the next file is welcome.
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await expect.poll(() => notice.count()).toBe(0);
    await dragOnto(cdp, place, { files: [fileOf("small", "small")] });
    await expect.poll(() => ends().map(({ files: [file] }) => file?.name)).toEqual(["small"]);
  });
});

describe("a text or a link", () => {
  test("comes at once, with everything that was offered", async () => {
    const { cdp, page, made, heard, ends, actions } = await shown();
    const place = await centre(page, made.inner);
    await dragOnto(cdp, place, {
      items: [text("two\nlines"), { mimeType: "text/html", data: "<b>two</b>" }],
    });
    await expect.poll(() => ends().length).toBe(1);
    expect(actions()).toEqual(["inner drop-start", "inner drop-end"]);
    expect(ends()[0]).toMatchObject({ text: "two\nlines", html: "<b>two</b>", url: null, files: [] });
    expect(ends()[0]).not.toHaveProperty("transferId");
    expect(heard.at(-1)?.[2].types).toEqual(expect.arrayContaining(["text/plain", "text/html"]));
    await dragOnto(cdp, place, { items: [{ mimeType: "text/uri-list", data: "https://example.com/x" }] });
    await expect.poll(() => ends().length).toBe(2);
    expect(ends()[1]).toMatchObject({ url: "https://example.com/x" });
    await dragOnto(cdp, place, { items: [text("  https://example.com/y ")] });
    await expect.poll(() => ends().length).toBe(3);
    expect(ends()[2]).toMatchObject({ url: "https://example.com/y", text: "  https://example.com/y " });
    await dragOnto(cdp, place, { items: [text("see https://example.com/y")] });
    await expect.poll(() => ends().length).toBe(4);
    expect(ends()[3]).toMatchObject({ url: null });
  });

  test("goes into an input as ever, unless the input's own program listens", async () => {
    const plain = await shown({ outer: true });
    await dragOnto(plain.cdp, await centre(plain.page, plain.made.entry), { items: [text("typed")] });
    await expect.poll(() => plain.page.locator("input").inputValue()).toBe("typed");
    expect(plain.ends()).toEqual([]);
    const own = await shown({ outer: true, entry: true });
    await dragOnto(own.cdp, await centre(own.page, own.made.entry), { items: [text("caught")] });
    await expect.poll(() => own.ends().length).toBe(1);
    expect(own.actions()).toEqual(["entry drop-end"]);
    expect(await own.page.locator("input").inputValue()).toBe("");
  });
});

test("a TextSource takes no file into its text, and no text that is for its program", async () => {
  const { page, made, settled } = await show((W: Widgets) => {
    const plain = W.TextSource({ text: "plain", size: [300, 100] });
    const heard = W.TextSource({ text: "heard", size: [300, 100] });
    const ends: DropPayload[] = [];
    heard.on("drop-end", (payload) => ends.push(payload));
    const column = W.VBox({ spacing: 20 });
    for (const each of [plain, heard]) column.addWidget(each, 0);
    mount(W, column);
    return { plain, heard, ends };
  });
  const cdp = await page.context().newCDPSession(page);
  const files = [fileOf("lines.txt", "from a file")];
  await dragOnto(cdp, await centre(page, made.plain), { files });
  await dragOnto(cdp, await centre(page, made.heard), { files });
  await expect.poll(() => made.ends.map((end) => end.files[0]?.name)).toEqual(["lines.txt"]);
  await dragOnto(cdp, await centre(page, made.heard), { items: [text("for the program")] });
  await expect.poll(() => made.ends.at(-1)?.text).toBe("for the program");
  await dragOnto(cdp, await centre(page, made.plain), { items: [text(" and more")] });
  await expect.poll(() => made.plain.getText()).toBe("plain and more");
  await settled();
  expect(made.heard.getText()).toBe("heard");
});

describe("dragging over a widget", () => {
  test("is told with what is on offer, at most once a frame, and shown", async () => {
    const { cdp, page, made, heard, settled, at } = await shown();
    const [x, y] = await centre(page, made.inner);
    const offer = { items: [text("x")] };
    await dragOnto(cdp, [x, y], offer, "dragEnter", "dragOver");
    await expect.poll(() => heard.length).toBeGreaterThan(0);
    expect(heard[0]?.[2]).toMatchObject({
      type: "dragover",
      viewportX: x,
      viewportY: y,
      types: ["text/plain"],
    });
    const inner = at(made.inner);
    expect(await inner.evaluate((element) => element.classList.contains("pgw-drop-target"))).toBe(true);
    await dragOnto(cdp, [-5, -5], offer, "dragOver");
    await settled();
    expect(await page.locator(".pgw-drop-target").count()).toBe(0);
    expect(heard.some(([, action]) => action !== "drag-over")).toBe(false);
  });

  test("stops when nobody listens any more, and after a reload goes on", async () => {
    const { cdp, page, made, heard, reload, settled } = await shown({});
    const ended: string[] = [];
    const off = made.inner.on("drop-end", ({ text: dropped }) => ended.push(dropped ?? ""));
    await settled();
    const place = await centre(page, made.inner);
    await dragOnto(cdp, place, { items: [text("one")] });
    await expect.poll(() => ended).toEqual(["one"]);
    await reload();
    await dragOnto(cdp, place, { items: [text("two")] });
    await expect.poll(() => ended).toEqual(["one", "two"]);
    off();
    await settled();
    await dragOnto(cdp, place, { items: [text("three")] });
    await settled();
    expect(ended).toEqual(["one", "two"]);
    expect(heard).toEqual([]);
  });
});
