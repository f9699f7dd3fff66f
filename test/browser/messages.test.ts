import { describe, expect, test } from "vitest";
import { call, create, listen, type Message, ref, replayOf } from "./fake-server.js";
import { boxOf, useBrowser } from "./harness.js";

const open = useBrowser();

const window = [
  create(1, "TopLevel", { title: "T" }),
  create(2, "Button", "One"),
  call(1, "set_widget", ref(2)),
];
const shown = [...window, call(1, "show")];

describe("answers", () => {
  test("a notification is not answered, a request is", async () => {
    const { server } = await open(shown);
    const answer = await server.ask(2, "get_text");
    expect(answer).toMatchObject({ type: "result", value: "One" });
    expect(server.received.filter((message) => message.type === "result")).toHaveLength(2);
  });

  test("an old server, which numbers everything, gets what it expects", async () => {
    const numbered = shown.map((message, i) => ({ ...message, id: 100 + i }));
    const { server, widget } = await open([], { greeting: () => replayOf(numbered) });
    await widget(2).waitFor();
    await expect.poll(() => server.received.filter((message) => Number(message.id) >= 100)).toHaveLength(4);
    expect(server.received.find((message) => message.id === 101)).toEqual({
      type: "result",
      id: 101,
      wid: 2,
      next_wid: 2 ** 30,
    });
    const children = await server.ask(1, "get_children");
    expect(children.value).toEqual([{ __wid__: 2, __class__: "Button" }]);
  });

  test.each([
    ["unknown method", { wid: 2, method: "set_nothing" }, "Button has no method set_nothing"],
    ["a name of the prototype", { wid: 2, method: "constructor" }, "Button has no method constructor"],
    ["a method by its page name", { wid: 2, method: "setText" }, "Button has no method setText"],
    ["unknown widget", { wid: 99, method: "set_text" }, "Unknown widget id 99"],
  ])("%s", async (_name, fields, error) => {
    const { server } = await open(shown);
    const answer = server.next((message) => message.type === "error");
    server.send({ type: "call", args: ["x"], ...fields });
    expect(await answer).toEqual({ type: "error", ...fields, error });
  });

  test("a method that 0.4 calls by a name in mixed case", async () => {
    const { server } = await open([create(1, "Expander", { title: "More" })]);
    server.send(call(1, "toggleContent"));
    expect(await server.ask(1, "get_collapsed")).toMatchObject({ value: false });
  });

  test("what is no message does not stop the rest", async () => {
    const { server, widget } = await open(shown);
    await widget(2).waitFor();
    for (const socket of server.sockets) socket.send("no json");
    for (const socket of server.sockets) socket.send('[5, {"type": "what"}, null]');
    server.send(call(2, "set_text", "still here"));
    await expect.poll(() => widget(2).textContent()).toBe("still here");
  });

  test("a batch collects its failures", async () => {
    const { server } = await open(shown);
    const answer = server.next((message) => message.id === 7);
    const calls = [
      { wid: 2, method: "set_text", args: ["a"] },
      { wid: 2, method: "nothing", args: [] },
      { wid: 2, method: "set_tooltip", args: ["b"] },
    ];
    server.send({ type: "batch", id: 7, calls });
    const errors = [{ index: 1, wid: 2, method: "nothing", error: "Button has no method nothing" }];
    expect(await answer).toEqual({ type: "result", id: 7, value: { errors } });
    expect((await server.ask(2, "get_tooltip")).value).toBe("b");
  });
});

describe("callbacks", () => {
  test("only what is listened to, numbered, and nothing silent", async () => {
    const { server, widget } = await open(shown);
    await widget(2).click();
    server.send(...listen(2, "activated"));
    await server.ask(2, "get_text");
    await widget(2).click();
    await widget(2).press("Enter");
    await widget(2).press("Space");
    await expect.poll(() => server.callbacks("activated")).toHaveLength(3);
    const numbers = server.received
      .filter((message) => message.type === "callback")
      .map((message) => message.n);
    expect(numbers).toEqual([1, 2, 3]);
    server.send({ type: "unlisten", wid: 2, action: "activated" });
    await server.ask(2, "get_text");
    await widget(2).click();
    await server.ask(2, "get_text");
    expect(server.callbacks("activated")).toHaveLength(3);
  });

  test("a value that its user has overtaken is dropped", async () => {
    const { server, widget } = await open([...shown, ...listen(2, "activated")]);
    await widget(2).click();
    server.send({ ...call(2, "set_text", "late"), seen: 0 });
    expect((await server.ask(2, "get_text")).value).toBe("One");
    server.send({ ...call(2, "set_text", "in time"), seen: 1 });
    expect((await server.ask(2, "get_text")).value).toBe("in time");
  });

  test("a field that its user has gone on in takes in what the program makes of an earlier text", async () => {
    const fields = [create(3, "TextEntry"), create(4, "TextArea"), create(5, "ComboBox", { editable: true })];
    const box = [create(1, "Page"), create(2, "VBox"), ...fields, call(1, "set_widget", ref(2))];
    const added = [3, 4, 5].map((wid) => call(2, "add_widget", ref(wid), 0));
    const told = [3, 4, 5].flatMap((wid) => listen(wid, "modified"));
    const { page, server, widget } = await open([...box, ...added, ...told, call(1, "show")]);
    /** Types, and sends what the program says of it only when its user has typed on. */
    const cross = async (wid: number, typed: string, before: string, method: string, text: string) => {
      const field = wid === 3 ? widget(wid) : widget(wid).locator("input, textarea");
      await field.pressSequentially(typed);
      await expect.poll(() => server.callbacks("modified", wid).at(-1)).toEqual([typed]);
      const seen = server.received.findLast((message) => message.wid === wid)?.n;
      await field.pressSequentially(before);
      server.send({ ...call(wid, method, text), seen });
      return field;
    };
    const entry = await cross(3, "hello", "wo", "set_text", "");
    await expect.poll(() => entry.inputValue()).toBe("wo");
    await expect.poll(() => server.callbacks("modified", 3).at(-1)).toEqual(["wo"]);
    // The caret is where its user writes, and what the server says of a text that it has heard of makes no difference.
    const heard = server.received.findLast((message) => message.wid === 3)?.n as number;
    server.send({ ...call(3, "set_text", "hellow"), seen: heard - 2 });
    await entry.pressSequentially("rld");
    await expect.poll(() => server.callbacks("modified", 3).at(-1)).toEqual(["world"]);
    server.send({ ...call(3, "set_text", "in time"), seen: heard + 3 });
    await expect.poll(() => entry.inputValue()).toBe("in time");

    const log = await cross(4, "a", "b", "append_text", "\r\nmore");
    await expect.poll(() => log.inputValue()).toBe("a\nmoreb");
    await expect.poll(() => server.callbacks("modified", 4).at(-1)).toEqual(["a\nmoreb"]);

    const combo = await cross(5, "x", "y", "set_text", "X");
    await expect.poll(() => combo.inputValue()).toBe("Xy");
    await expect.poll(() => server.callbacks("modified", 5).at(-1)).toEqual(["Xy"]);
    await page.keyboard.type("!");
    await expect.poll(() => server.callbacks("modified", 5).at(-1)).toEqual(["Xy!"]);
  });

  test("what follows from a change of a list is told by the server, not guessed between two frames", async () => {
    const combo = create(3, "ComboBox", { editable: true });
    const messages = [create(1, "Page"), combo, call(1, "set_widget", ref(3)), call(1, "show")];
    const { server, widget } = await open([...messages, ...listen(3, "modified")]);
    const field = widget(3).locator("input");
    await field.pressSequentially("ab");
    await expect.poll(() => server.callbacks("modified").at(-1)).toEqual(["ab"]);
    // All that was typed is seen; the list changes, and the text that goes with it comes only after more was typed.
    server.send({ ...call(3, "set_text", "ab"), seen: 2 });
    server.send(call(3, "clear"), call(3, "append_text", "ab0"));
    expect((await server.ask(3, "get_text")).value).toBe("ab");
    await field.pressSequentially("c");
    server.send({ ...call(3, "set_text", "ab"), seen: 2 });
    expect((await server.ask(3, "get_text")).value).toBe("abc");
  });

  test("map and one resize after a replay, then each change of size", async () => {
    const messages = [...window, call(1, "resize", 300, 200), ...listen(1, "map", "resize"), call(1, "show")];
    const { server, widget } = await open(messages);
    await expect.poll(() => server.callbacks("resize")).toEqual([[{ width: 300, height: 200 }]]);
    const [x, y] = await boxOf(widget(1));
    await expect
      .poll(() => server.callbacks("map"))
      .toEqual([[{ x, y, viewport_x: x, viewport_y: y, width: 300, height: 200 }]]);
    server.send(call(1, "hide"));
    await expect.poll(() => server.callbacks("resize").at(-1)).toEqual([{ width: 0, height: 0 }]);
    server.send(call(1, "show"));
    await expect.poll(() => server.callbacks("map")).toHaveLength(2);
  });

  test("what waits for a frame is told before the page is left", async () => {
    const { page, server } = await open([
      create(1, "Page"),
      create(2, "Slider"),
      ...listen(2, "activated"),
      call(1, "set_widget", ref(2)),
      call(1, "show"),
    ]);
    await page.locator("input").focus();
    // No frame comes any more, nor what stands in for one in a page that is not seen.
    await page.evaluate(() => {
      globalThis.requestAnimationFrame = () => 0;
      globalThis.setTimeout = (() => 0) as unknown as typeof setTimeout;
    });
    await page.keyboard.press("End");
    expect(server.callbacks("activated")).toEqual([]);
    await page.evaluate(() => location.reload());
    await expect.poll(() => server.callbacks("activated")).toEqual([[100]]);
  });

  test("many callbacks of one moment leave in few frames", async () => {
    const buttons = Array.from({ length: 300 }, (_, i) => [
      create(i + 10, "Button", `B ${i}`),
      call(2, "add_widget", ref(i + 10), 0),
      ...listen(i + 10, "resize"),
    ]).flat();
    const start = [create(1, "Page"), create(2, "VBox"), call(1, "set_widget", ref(2)), call(1, "show")];
    const { page, server } = await open([], { greeting: () => [] });
    let frames = 0;
    page.on("websocket", (socket) => socket.on("framesent", () => frames++));
    server.greeting = () => replayOf([...start, ...buttons]);
    await page.reload();
    await expect.poll(() => server.callbacks("resize").length).toBe(300);
    expect(frames).toBeLessThan(8);
  });
});

describe("replay", () => {
  test("what is shown stays until the new one comes, and the focus is where it was", async () => {
    const { page, server, widget } = await open(shown);
    await widget(2).focus();
    server.send(...replayOf(shown));
    await expect.poll(() => page.evaluate("document.activeElement?.dataset.wid")).toBe("2");
    expect(await page.locator(".pgw-window").count()).toBe(1);
  });

  test("destroying a container ends what is inside", async () => {
    const { server, widget } = await open(shown);
    await widget(2).waitFor();
    server.send({ type: "call", wid: 1, method: "destroy", args: [] });
    await expect.poll(() => widget(1).count()).toBe(0);
    const answer = await server.ask(2, "get_text");
    expect(answer.error).toBe("Unknown widget id 2");
    server.send(...shown);
    await widget(2).waitFor();
  });

  test("a big interface paints early", async () => {
    const many: Message[] = [
      create(1, "Page"),
      create(2, "VBox"),
      call(1, "set_widget", ref(2)),
      call(1, "show"),
    ];
    for (let wid = 10; wid < 3000; wid++)
      many.push(create(wid, "Button", `B ${wid}`), call(2, "add_widget", ref(wid), 0));
    const { server, widget } = await open(many);
    await widget(2999).waitFor({ state: "attached" });
    expect((await server.ask(2999, "get_text")).value).toBe("B 2999");
  });
});

describe("bytes", () => {
  test("a call, and a transfer in chunks of any order", async () => {
    const { server, widget } = await open([...shown, create(5, "Telescope")]);
    await widget(2).waitFor();
    const first = server.next((message) => message.id === 31);
    server.send({ type: "binary-call", id: 31, wid: 5, method: "set_data", args: [] });
    server.sendBinary(new Uint8Array([1, 2, 3]));
    expect(await first).toMatchObject({ type: "result", id: 31 });
    const second = server.next((message) => message.id === 32);
    const chunk = { type: "binary-chunk", transfer_id: 9, num_chunks: 2 };
    server.send({
      type: "binary-call-chunked",
      id: 32,
      wid: 5,
      method: "set_data",
      args: [],
      transfer_id: 9,
      num_chunks: 2,
    });
    server.send({ ...chunk, chunk_index: 1, encoding: "base64", data: "AAA=" });
    server.send({ ...chunk, chunk_index: 0, encoding: "binary" });
    server.sendBinary(new Uint8Array([4]));
    expect(await second).toMatchObject({ type: "result", id: 32 });
    const fault = server.next((message) => message.type === "error");
    server.sendBinary(new Uint8Array([4]));
    expect((await fault).error).toBe("A binary frame came that nothing had announced");
  });
});

describe("the page's services", () => {
  test("the default font", async () => {
    const { page, server, widget } = await open(shown);
    await widget(2).waitFor();
    server.send({ type: "set-default-font", font: { family: "monospace", size: 20 } });
    await expect
      .poll(() => page.evaluate("getComputedStyle(document.querySelector('.pgw-button')).fontSize"))
      .toBe("20px");
    server.send({ type: "set-default-font", font: null });
    await expect
      .poll(() => page.evaluate("getComputedStyle(document.querySelector('.pgw-button')).fontSize"))
      .toBe("13px");
  });

  test("only web addresses are opened, and only for a user who just did something", async () => {
    // Asking anything of the page would count as something that its user did.
    const { page, server } = await open(shown);
    const refusal = server.next((message) => message.type === "error");
    server.send({ type: "open-url", url: "javascript:alert(1)" });
    expect((await refusal).error).toContain("Only http and https");
    server.send({ type: "open-url", url: "https://example.com/a" });
    await server.ask(2, "get_text");
    await expect.poll(() => page.locator(".pgw-notice").textContent()).toContain("example.com/a");
    const link = page.getByRole("link", { name: "Open" });
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
  });
});

describe("definitions", () => {
  test("what differs is named from a part that is loaded only then", async () => {
    const { server } = await open(shown);
    const answer = server.next((message) => message.id === 7);
    server.send({ type: "compare-definitions", id: 7, classes: { Button: "other", Nowhere: "other" } });
    expect(await answer).toMatchObject({
      type: "result",
      value: { Button: { base: "Widget", marks: { set_text: expect.any(String) } }, Nowhere: null },
    });
  });

  test("a page whose parts have gone says so, and offers to load it again", async () => {
    const { page, server } = await open(shown);
    // Without the part as it was; a request that fails would also be reported in the browser's console.
    const another = { contentType: "text/javascript", body: "export {};" };
    await page.route("**/part-*.js", (route) => route.fulfill(another));
    const answer = server.next((message) => message.id === 7);
    server.send({ type: "compare-definitions", id: 7, classes: { Button: "other" } });
    expect(await answer).toMatchObject({ type: "error", id: 7 });
    await expect.poll(() => page.locator(".pgw-notice").textContent()).toContain("does not fit the program");
  });
});
