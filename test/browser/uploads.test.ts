/** What a page says when files are dropped, to a server that knows nothing: messages, their order, their end. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { call, create, listen, type Message, ref } from "./fake-server.js";
import { useBrowser } from "./harness.js";

const open = useBrowser();
const MiB = 1024 * 1024;
const CHUNK = 512 * 1024;
const label = (...actions: string[]): Message[] => [
  create(1, "Page"),
  create(2, "Label", "drop here"),
  call(1, "set_widget", ref(2)),
  call(1, "show"),
  ...listen(2, ...actions),
];

/** Drops files of these sizes, full of zeros, on the label. */
async function drop(page: Page, ...sizes: number[]): Promise<void> {
  await page.locator('[data-wid="2"]').waitFor();
  await page.evaluate((given) => {
    const data = new DataTransfer();
    given.forEach((size, i) => {
      data.items.add(new File([new Uint8Array(size)], `file${i}`, { type: "text/plain" }));
    });
    const init = { bubbles: true, cancelable: true, dataTransfer: data, clientX: 7, clientY: 5 };
    document.querySelector('[data-wid="2"]')?.dispatchEvent(new DragEvent("drop", init));
  }, sizes);
}

test("the callback comes first, then each chunk with its header, an empty file as one empty chunk", async () => {
  const { page, server } = await open(label("drop-end"));
  await drop(page, CHUNK + 1, 0);
  const chunks = () => server.received.filter((message) => message.type === "binary-chunk");
  await expect.poll(() => chunks().length).toBe(3);
  const [[payload]] = server.callbacks("drop-end") as [[Record<string, unknown>]];
  expect(payload).toMatchObject({
    type: "drop",
    viewport_x: 7,
    viewport_y: 5,
    types: ["Files"],
    text: null,
    url: null,
    html: null,
    transfer_id: 1,
    files: [
      { name: "file0", size: CHUNK + 1, type: "text/plain", encoding: "bytes" },
      { name: "file1", size: 0, type: "text/plain", encoding: "bytes" },
    ],
  });
  const header = { type: "binary-chunk", wid: 2, transfer_id: 1, file_count: 2, encoding: "binary" };
  expect(chunks()).toEqual([
    { ...header, file_index: 0, chunk_index: 0, num_chunks: 2 },
    { ...header, file_index: 0, chunk_index: 1, num_chunks: 2 },
    { ...header, file_index: 1, chunk_index: 0, num_chunks: 1 },
  ]);
  const types = server.received.map((message) => message.type);
  expect(types.indexOf("callback")).toBeLessThan(types.indexOf("binary-chunk"));
  await drop(page, 3);
  await expect.poll(() => chunks().length).toBe(4);
  expect(chunks().at(-1)).toMatchObject({ transfer_id: 2, file_count: 1 });
});

test("a server that does not take an upload is not sent the rest of it", async () => {
  const { page, server } = await open(label("drop-end"));
  const chunks = () => server.received.filter((message) => message.type === "binary-chunk").length;
  await drop(page, 100 * MiB);
  await server.next((message) => message.type === "binary-chunk");
  server.send({ type: "error", wid: 2, transfer_id: 1, error: "too large" });
  // The answer to a question comes after everything that was handled before.
  await server.ask(2, "get_text");
  const sent = chunks();
  await server.ask(2, "get_text");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(chunks() - sent).toBeLessThanOrEqual(1);
  expect(sent).toBeLessThan(200);
});

test("an upload ends with its connection, and does not go on over the next one", async () => {
  const { page, server } = await open(label("drop-end"));
  await drop(page, 100 * MiB);
  await server.next((message) => message.type === "binary-chunk");
  const again = server.next((message) => message.type === "result" && message.id === 0, 10_000);
  for (const socket of server.sockets) socket.terminate();
  await again;
  const before = server.received.filter((message) => message.type === "binary-chunk").length;
  await server.ask(2, "get_text");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(server.received.filter((message) => message.type === "binary-chunk")).toHaveLength(before);
});

test("clicks are not kept waiting by what is uploaded", async () => {
  const { page, server } = await open([
    ...label("drop-end"),
    create(3, "Button", "Press"),
    create(4, "TopLevel", { title: "w", size: [200, 100] }),
    call(4, "set_widget", ref(3)),
    call(4, "show"),
    ...listen(3, "activated"),
  ]);
  await page.getByRole("button", { name: "Press" }).waitFor();
  await drop(page, 120 * MiB);
  await server.next((message) => message.type === "binary-chunk");
  // The upload must not be over before the click, however long that takes here.
  for (const socket of server.sockets) socket.pause();
  await page.getByRole("button", { name: "Press" }).click();
  for (const socket of server.sockets) socket.resume();
  await expect.poll(() => server.callbacks("activated", 3).length).toBe(1);
  const at = server.received.findIndex((message) => message.action === "activated");
  const after = () => server.received.slice(at).filter((message) => message.type === "binary-chunk").length;
  await expect.poll(after).toBeGreaterThan(0);
});

test("a server that asks for the start of drops only is told of it, without contents", async () => {
  const { page, server } = await open(label("drop-start"));
  await drop(page, 10);
  await expect.poll(() => server.callbacks("drop-start").length).toBe(1);
  expect(server.callbacks("drop-start")[0]?.[0]).toMatchObject({ files: [{ name: "file0", size: 10 }] });
  expect(server.received.some((message) => message.type === "binary-chunk")).toBe(false);
});

test("nothing is said while the interface is built anew, or where nobody listens", async () => {
  const { page, server } = await open(label());
  await drop(page, 10);
  await server.ask(2, "get_text");
  expect(server.callbacks("drop-end")).toEqual([]);
});
