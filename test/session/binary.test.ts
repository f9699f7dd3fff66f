import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "../../runtime/session/base64.js";
import { TypedBuffer } from "../../runtime/session/typed-buffer.js";
import { base64 } from "../../runtime/testing/binary-inbox.js";
import type { Mirror } from "../../runtime/testing/mirror.js";
import { asyncStage } from "../support/async-session.js";
import { stage } from "../support/session.js";

const KiB = 1024;
function bytes(length: number, start = 0): Uint8Array {
  const made = new Uint8Array(length);
  for (let i = 0; i < length; i++) made[i] = i * 7 + start;
  return made;
}
const types = (page: Mirror) => page.messages.map((message) => message.type);

describe("bytes for a method", () => {
  it("go in one frame right behind their message, up to a mebibyte", () => {
    const { W, open, turn } = stage();
    const page = open();
    const image = W.Image();
    turn();
    page.messages.length = 0;
    image.setBinaryImage(bytes(1024 * KiB), "png");
    turn();
    expect(page.messages).toEqual([
      { type: "binary-call", wid: image.wid, method: "set_binary_image", args: ["png"], silent: true },
    ]);
    expect(page.binary.idle).toBe(true);
    expect(page.widgets.get(image.wid)?.state.binary_image).toEqual([base64(bytes(1024 * KiB)), "png"]);
  });

  it("go in chunks of 512 KiB when there are more", () => {
    const { W, open, turn } = stage();
    const page = open();
    const image = W.Image();
    turn();
    page.messages.length = 0;
    const many = bytes(1024 * KiB + 1);
    image.setBinaryImage(many);
    turn();
    const [opener, ...chunks] = page.messages;
    const transfer = opener?.transfer_id;
    expect(opener).toEqual({
      type: "binary-call-chunked",
      wid: image.wid,
      method: "set_binary_image",
      args: ["jpeg"],
      silent: true,
      transfer_id: transfer,
      num_chunks: 3,
    });
    expect(chunks).toEqual(
      [0, 1, 2].map((index) => ({
        type: "binary-chunk",
        transfer_id: transfer,
        num_chunks: 3,
        chunk_index: index,
        encoding: "binary",
      })),
    );
    expect(page.binary.idle).toBe(true);
    expect(page.widgets.get(image.wid)?.state.binary_image).toEqual([base64(many), "jpeg"]);
  });

  it("have a transfer number of their own each time", () => {
    const { W, open, turn } = stage();
    const page = open();
    const one = W.Image();
    const two = W.Image();
    one.setBinaryImage(bytes(1200 * KiB));
    two.setBinaryImage(bytes(1200 * KiB, 3));
    turn();
    const numbers = page.messages
      .filter((message) => message.type === "binary-call-chunked")
      .map((message) => message.transfer_id);
    expect(new Set(numbers).size).toBe(2);
  });

  it("keep their place among everything else, for every browser", () => {
    const { W, open, turn } = stage();
    const pages = [open(), open([])];
    const label = W.Label("0");
    const image = W.Image();
    turn();
    for (const page of pages) page.messages.length = 0;
    label.setText("1");
    image.update();
    image.setBinaryImage(bytes(5));
    image.update();
    label.setText("2");
    const later = W.Label("later");
    turn();
    for (const page of pages) {
      const told = page.messages.filter((message) => message.type !== "listen");
      expect(told.map(({ type, method, wid }) => [type, method, wid])).toEqual([
        ["call", "set_text", label.wid],
        ["call", "update", image.wid],
        ["binary-call", "set_binary_image", image.wid],
        ["call", "update", image.wid],
        ["create", undefined, later.wid],
      ]);
    }
  });

  it("are a copy: the program may use its array again at once", () => {
    const { W, open, turn } = stage();
    const page = open();
    const image = W.Image();
    turn();
    const array = bytes(3);
    image.setBinaryImage(array);
    array.fill(9);
    turn();
    expect(page.widgets.get(image.wid)?.state.binary_image).toEqual([base64(bytes(3)), "jpeg"]);
    image.setBinaryImage(array);
    turn();
    expect(page.widgets.get(image.wid)?.state.binary_image).toEqual(["CQkJ", "jpeg"]);
  });

  it("are awaited like any other call by the async face", async () => {
    const { W, open } = asyncStage();
    const page = open();
    const image = await W.Image();
    let done = false;
    const set = image.setBinaryImage(bytes(1500 * KiB)).then(() => {
      done = true;
    });
    await Promise.resolve();
    expect(done).toBe(false);
    await set;
    expect(page.messages.at(-4)).toMatchObject({ type: "binary-call-chunked", id: expect.any(Number) });
    // What takes the place of bytes is awaited too, though it tells two states at once.
    await image.setImage("b.png");
    expect(page.messages.at(-1)).toMatchObject({ method: "set_image", id: expect.any(Number) });
  });

  it("travel as base64 where they are not the first argument", () => {
    const { W, open, turn } = stage();
    const page = open();
    const dialog = W.FileDialog();
    turn();
    page.messages.length = 0;
    dialog.save("a.bin", Buffer.from("hello"), "text/plain");
    dialog.save("b.bin", "aGVsbG8=");
    turn();
    expect(page.messages.map((message) => message.args)).toEqual([
      ["a.bin", "aGVsbG8=", "text/plain"],
      ["b.bin", "aGVsbG8=", "application/octet-stream"],
    ]);
  });
});

describe("the picture of an image", () => {
  it("is the last of many set in one turn, and nothing is sent of the others", () => {
    const { W, open, turn } = stage();
    const page = open();
    const image = W.Image();
    turn();
    page.messages.length = 0;
    for (let i = 0; i < 20; i++) image.setBinaryImage(bytes(2000 * KiB, i));
    image.setBinaryImage(bytes(4, 50), "gif");
    turn();
    expect(types(page)).toEqual(["binary-call"]);
    expect(page.widgets.get(image.wid)?.state.binary_image).toEqual([base64(bytes(4, 50)), "gif"]);
  });

  it("is state: a browser that comes later gets the latest bytes, one that reconnects too", () => {
    const { W, open, turn } = stage();
    const live = open();
    const image = W.Image({ url: "first.png" });
    image.setBinaryImage(bytes(10));
    turn();
    image.setBinaryImage(bytes(1300 * KiB, 1), "webp");
    turn();
    const fresh = open();
    expect(fresh.snapshot()).toEqual(live.snapshot());
    expect(fresh.binary.idle).toBe(true);
    expect(types(fresh).filter((type) => type !== "listen")).toEqual([
      "session-info",
      "reconstruct-start",
      "create",
      "binary-call-chunked",
      "binary-chunk",
      "binary-chunk",
      "binary-chunk",
      "reconstruct-end",
    ]);
    // The address that it once had is history.
    expect(fresh.messages.find((message) => message.type === "create")?.args).toEqual([]);
  });

  it("is an address or bytes, whichever was given last", () => {
    const { W, open, turn } = stage();
    const live = open();
    const image = W.Image();
    const shown = () => open().widgets.get(image.wid)?.state;
    image.setBinaryImage(bytes(2));
    image.setImage("b.png");
    turn();
    expect(shown()).toEqual({ image: "b.png" });
    image.setBinaryImage(bytes(2), "png");
    turn();
    expect(shown()).toEqual({ binary_image: [base64(bytes(2)), "png"] });
    expect(live.widgets.get(image.wid)?.state).toMatchObject(shown() ?? {});
    image.setImage(null);
    turn();
    expect(shown()).toEqual({});
    expect(live.messages.at(-1)).toMatchObject({ method: "set_image", args: [null] });
  });

  it("can be given when the widget is made", () => {
    const { W, open } = stage();
    const image = W.Image({ binaryImage: [bytes(3), "png"] });
    expect(open().widgets.get(image.wid)?.state.binary_image).toEqual([base64(bytes(3)), "png"]);
  });
});

describe("a TypedBuffer", () => {
  it("travels with its shape and kind, in chunks even when it is small", () => {
    const { W, open, turn } = stage();
    const page = open();
    const image = W.Image();
    turn();
    page.messages.length = 0;
    image.setBinaryImage(new TypedBuffer(Float32Array.of(0, 0.5, 1, 0.25), [2, 2]));
    turn();
    expect(page.messages[0]).toMatchObject({
      type: "binary-call-chunked",
      args: ["jpeg"],
      shape: [2, 2],
      dtype: "float32",
      num_chunks: 1,
    });
    const raw = new Uint8Array(Float32Array.of(0, 0.5, 1, 0.25).buffer);
    expect(page.widgets.get(image.wid)?.state.binary_image).toEqual([
      { bytes: base64(raw), shape: [2, 2], dtype: "float32" },
      "jpeg",
    ]);
    expect(open().snapshot()).toEqual(page.snapshot());
  });

  it("of nothing is one empty chunk", () => {
    const { W, open, turn } = stage();
    const page = open();
    const image = W.Image();
    image.setBinaryImage(new TypedBuffer(new Uint8Array(0), [0, 4]));
    turn();
    expect(page.binary.idle).toBe(true);
    expect(page.messages.at(-1)).toMatchObject({ type: "binary-chunk", num_chunks: 1 });
  });

  it("takes kind and shape from a typed array, and copies nothing", () => {
    const array = Int16Array.of(1, 2, 3);
    const buffer = new TypedBuffer(array);
    expect(buffer).toMatchObject({ shape: [3], dtype: "int16" });
    expect(buffer.data.buffer).toBe(array.buffer);
    expect(new TypedBuffer(new Uint8ClampedArray(4))).toMatchObject({ dtype: "uint8", shape: [4] });
    expect(new TypedBuffer(new Uint8Array(16), [2, 1], "float64")).toMatchObject({ dtype: "float64" });
    expect(new TypedBuffer(array.subarray(1)).data).toHaveLength(4);
  });

  it.each([
    [
      "a length that its shape does not have",
      () => new TypedBuffer(new Uint8Array(5), [2, 2]),
      "takes 4 bytes",
    ],
    ["bytes that make no whole elements", () => new TypedBuffer(new Uint8Array(6), undefined, "uint32"), "6"],
    ["another kind than the array has", () => new TypedBuffer(new Int8Array(4), [1], "int32"), "int8"],
    ["a shape that is none", () => new TypedBuffer(new Uint8Array(4), [-2, -2]), "a length of -2"],
    ["an unknown kind", () => new TypedBuffer(new Uint8Array(4), [4], "uint7" as never), "one of uint8"],
    ["no array at all", () => new TypedBuffer([1, 2] as never), "expected a typed array"],
    ["big integers", () => new TypedBuffer(new BigInt64Array(1)), "expected a typed array"],
  ])("is refused with %s", (_, make, message) => expect(make).toThrow(message));

  it("is checked in a call, also when it is only like one", () => {
    const { W } = stage();
    const image = W.Image();
    const like = { data: new Uint8Array(3), shape: [2, 2], dtype: "uint8" } as const;
    expect(() => image.setBinaryImage({ ...like, shape: [2, 2] })).toThrow(
      `${image}.setBinaryImage: data: uint8 of shape [2, 2] takes 4 bytes, but there are 3.`,
    );
    image.setBinaryImage({ ...like, shape: [3] });
  });
});

describe("a browser that reads too slowly", () => {
  it("never gets half a picture, and the latest one in the end", () => {
    const { W, open, turn, host } = stage();
    const page = open();
    const image = W.Image();
    turn();
    // As large as it is, it goes as a whole while nothing else waits.
    image.setBinaryImage(bytes(3000 * KiB));
    turn();
    expect(page.binary.idle).toBe(true);
    page.buffered = 3000 * KiB;
    image.setBinaryImage(bytes(2000 * KiB, 1));
    turn();
    image.setBinaryImage(bytes(20, 2));
    turn();
    expect(page.widgets.get(image.wid)?.state.binary_image).toEqual([base64(bytes(3000 * KiB)), "jpeg"]);
    page.buffered = 0;
    host.advance(200);
    expect(page.widgets.get(image.wid)?.state.binary_image).toEqual([base64(bytes(20, 2)), "jpeg"]);
  });
});

describe("base64", () => {
  it("is what everybody else makes of it, and back", () => {
    for (let length = 0; length < 70; length++) {
      const some = bytes(length, length);
      expect(toBase64(some)).toBe(Buffer.from(some).toString("base64"));
      expect(fromBase64(toBase64(some))).toEqual(some);
      expect(fromBase64(toBase64(some).replace(/=+$/, ""))).toEqual(some);
    }
    const large = bytes(200_001);
    expect(toBase64(large)).toBe(Buffer.from(large).toString("base64"));
  });

  it.each(["a", "ab*=", "ab c", "a=bc", "äöü="])("%o is none", (text) => expect(fromBase64(text)).toBeNull());
});
