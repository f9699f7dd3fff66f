/** Bytes over real sockets, in both directions: pictures, uploads, and the limits that an application sets. */
import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { Application, type ApplicationOptions, type Session } from "../../generated/sync/index.js";
import { afterTest, Log, until } from "./support.js";

const MiB = 1024 * 1024;
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

interface Heard {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A page that keeps everything that comes, texts and bytes in their order. */
class Page {
  readonly socket: WebSocket;
  readonly heard: (Heard | Buffer)[] = [];

  constructor(url: string) {
    this.socket = new WebSocket(url);
    this.socket.on("message", (data, isBinary) => {
      if (isBinary) {
        this.heard.push(data as Buffer);
        return;
      }
      const frame = JSON.parse(String(data)) as Heard | Heard[];
      for (const message of Array.isArray(frame) ? frame : [frame]) {
        this.heard.push(message);
        if (message.type === "init") this.say({ type: "result", id: message.id, features: ["input"] });
      }
    });
    afterTest(() => this.socket.terminate());
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  drop(wid: number, id: number, file: Uint8Array, chunk = 512 * 1024): void {
    const where = { type: "drop", time_stamp: 0, x: 0, y: 0, viewport_x: 0, viewport_y: 0 };
    const files = [
      { name: "data.bin", size: file.length, type: "application/octet-stream", encoding: "bytes" },
    ];
    const rest = {
      button_trigger: 0,
      button_mask: 0,
      modifiers: [],
      types: [],
      text: null,
      url: null,
      html: null,
    };
    this.say({
      type: "callback",
      wid,
      action: "drop-end",
      args: [{ ...where, ...rest, files, transfer_id: id }],
    });
    const count = Math.ceil(file.length / chunk);
    for (let i = 0; i < count; i++) {
      this.say({
        type: "binary-chunk",
        wid,
        transfer_id: id,
        file_index: 0,
        file_count: 1,
        chunk_index: i,
        num_chunks: count,
        encoding: "binary",
      });
      this.socket.send(file.subarray(i * chunk, (i + 1) * chunk));
    }
  }
}

async function start(
  options: ApplicationOptions,
  build: (session: Session) => void,
): Promise<{ page: Page; log: Log }> {
  const log = new Log();
  const app = new Application({ wsPort: 0, httpPort: 0, maxSessions: null, logger: log, ...options });
  afterTest(() => app.close());
  app.onConnect(build);
  await app.start();
  const page = new Page(app.wsUrl);
  await until(() => page.heard.some((each) => "type" in each && each.type === "create"));
  return { page, log };
}

test("a picture of many chunks arrives whole, between what was said before and after it", async () => {
  const picture = randomBytes(5 * MiB + 3);
  const { page } = await start({}, (session) => {
    const W = session.getWidgets();
    const label = W.Label("before");
    const image = W.Image();
    image.setBinaryImage(picture, "png");
    image.update();
    setTimeout(() => label.setText("after"), 50);
  });
  await until(() => page.heard.some((each) => "type" in each && each.method === "set_text"));
  const first = page.heard.findIndex((each) => "type" in each && each.type === "binary-call-chunked");
  const after = page.heard.slice(first + 1);
  const chunks = after.filter((each): each is Buffer => Buffer.isBuffer(each));
  expect(hash(Buffer.concat(chunks))).toBe(hash(picture));
  const order = after.map((each) => (Buffer.isBuffer(each) ? "bytes" : (each.method ?? each.type)));
  expect(order).toEqual([
    ...Array.from({ length: 11 }, () => ["binary-chunk", "bytes"]).flat(),
    "update",
    "set_text",
  ]);
});

test("a large upload arrives whole, and its bytes belong to the program alone", async () => {
  const arrived: Uint8Array[] = [];
  let wid = 0;
  const { page, log } = await start({}, (session) => {
    const label = session.getWidgets().Label("drop here");
    wid = label.wid;
    label.on("drop-end", ({ files }) => arrived.push(...files.map((file) => file.data as Uint8Array)));
  });
  const large = randomBytes(20 * MiB + 1);
  page.drop(wid, 1, large);
  page.drop(wid, 2, large.subarray(0, 4000), 1000);
  await until(() => arrived.length === 2);
  expect(arrived.map(hash)).toEqual([hash(large), hash(large.subarray(0, 4000))]);
  // Small chunks are parts of what the socket read; they must not hold on to it.
  expect(arrived[1]?.buffer.byteLength).toBe(4000);
  expect(log.lines).toEqual([]);
});

test("the limits of the application hold: the upload is dropped, the connection stays", async () => {
  let wid = 0;
  const failed: string[] = [];
  let ended = 0;
  const { page, log } = await start({ limits: { uploadFileBytes: MiB, uploadTime: 100 } }, (session) => {
    const label = session.getWidgets().Label("drop here");
    wid = label.wid;
    label.on("drop-failed", ({ error }) => failed.push(error));
    label.on("drop-end", () => ended++);
  });
  page.drop(wid, 1, randomBytes(3 * MiB));
  page.drop(wid, 2, randomBytes(MiB));
  await until(() => ended === 1);
  expect(failed).toEqual([`a file of ${3 * MiB} bytes is larger than ${MiB} (limit uploadFileBytes).`]);
  expect(log.lines).toHaveLength(1);
  // One of which nothing comes is given up by itself.
  page.drop(wid, 3, new Uint8Array(0));
  await until(() => failed.length === 2);
  expect(failed.at(-1)).toContain("limit uploadTime");
  expect(page.socket.readyState).toBe(WebSocket.OPEN);
});

test("an upload whose browser leaves is dropped, and the session lives on", async () => {
  let wid = 0;
  let session: Session | undefined;
  const failed: string[] = [];
  const { page, log } = await start({}, (made) => {
    session = made;
    const label = made.getWidgets().Label("drop here");
    wid = label.wid;
    label.on("drop-progress", () => page.socket.terminate());
    label.on("drop-failed", ({ error }) => failed.push(error));
  });
  page.drop(wid, 1, randomBytes(8 * MiB));
  await until(() => failed.length === 1);
  expect(failed).toEqual(["the browser left."]);
  expect(log.lines).toHaveLength(1);
  expect(session?.isDestroyed).toBe(false);
});
