import { describe, expect, it } from "vitest";
import type { DropPayload, UploadFailure } from "../../generated/sync/index.js";
import { type Stage, stage } from "../support/session.js";
import { dropped, type SentFile, Uploader } from "../support/uploader.js";

const KiB = 1024;
function bytes(length: number, start = 0): Uint8Array {
  const made = new Uint8Array(length);
  for (let i = 0; i < length; i++) made[i] = i * 7 + start;
  return made;
}
const file = (name: string, length: number, start = 0): SentFile => ({ name, data: bytes(length, start) });

function setUp(on: Stage = stage()) {
  const label = on.W.Label("drop here");
  const heard: [string, ...unknown[]][] = [];
  for (const action of ["drop-start", "drop-progress", "drop-end", "drop-failed"] as const)
    label.on(action, (payload: unknown) => heard.push([action, payload]));
  const page = on.open();
  page.messages.length = 0;
  const actions = () => heard.map(([action]) => action);
  const errors = () => on.host.log.filter((line) => line.level === "error").map((line) => line.message);
  const end = () =>
    heard.filter(([action]) => action === "drop-end").map(([, payload]) => payload as DropPayload);
  const failures = () =>
    heard.filter(([action]) => action === "drop-failed").map(([, failure]) => failure as UploadFailure);
  const drop = (id: number, ...files: SentFile[]) => new Uploader(page, label, "drop-end", id, files);
  return { ...on, label, page, heard, actions, errors, end, failures, drop };
}

describe("an upload", () => {
  it("is announced, told of chunk by chunk, and handed over when all of it is there", () => {
    const { drop, heard, page, end } = setUp();
    const big = file("big.bin", 1200 * KiB);
    const upload = drop(7, big, file("empty", 0), file("a.txt", 5)).announce();
    const known = { size: 1200 * KiB, type: "text/plain", encoding: "bytes" };
    expect(heard).toEqual([
      [
        "drop-start",
        expect.objectContaining({
          transferId: 7,
          viewportX: 3,
          types: ["Files"],
          text: null,
          files: [{ name: "big.bin", ...known }, expect.anything(), expect.anything()],
        }),
      ],
    ]);
    upload.chunk(0, 0);
    expect(heard[1]).toEqual([
      "drop-progress",
      {
        transferId: 7,
        fileIndex: 0,
        chunkIndex: 0,
        numChunks: 3,
        transferredBytes: 512 * KiB,
        totalBytes: 1200 * KiB + 5,
        complete: false,
      },
    ]);
    upload.chunk(0, 1).chunk(0, 2).chunk(1, 0);
    expect(end()).toEqual([]);
    upload.chunk(2, 0);
    expect(heard.map(([action]) => action)).toEqual([
      "drop-start",
      ...Array(5).fill("drop-progress"),
      "drop-end",
    ]);
    expect(heard.at(-2)?.[1]).toMatchObject({
      transferredBytes: 1200 * KiB + 5,
      complete: true,
      fileIndex: 2,
    });
    const [payload] = end();
    expect(payload?.files.map(({ name, size }) => [name, size])).toEqual([
      ["big.bin", 1200 * KiB],
      ["empty", 0],
      ["a.txt", 5],
    ]);
    expect(payload?.files.map((each) => each.data instanceof Uint8Array)).toEqual([true, true, true]);
    expect(Buffer.compare(payload?.files[0]?.data ?? new Uint8Array(), big.data)).toBe(0);
    expect(payload?.files[1]?.data).toEqual(new Uint8Array());
    expect(payload?.files[2]?.data).toEqual(bytes(5));
    expect(payload).toMatchObject({ transferId: 7, x: 1, buttonMask: 0 });
    expect(page.messages).toEqual([]);
  });

  it("stores chunks by their index, whatever their order", () => {
    const { drop, end } = setUp();
    const upload = drop(1, file("a", 1100 * KiB), file("b", 600 * KiB, 9)).announce();
    upload.chunk(1, 1).chunk(0, 2).chunk(0, 0).chunk(1, 0).chunk(0, 1);
    const [payload] = end();
    expect(Buffer.compare(payload?.files[0]?.data as Uint8Array, bytes(1100 * KiB))).toBe(0);
    expect(Buffer.compare(payload?.files[1]?.data as Uint8Array, bytes(600 * KiB, 9))).toBe(0);
  });

  it("may bring its chunks as base64", () => {
    const { drop, end } = setUp();
    const text = Buffer.from(bytes(2000)).toString("base64");
    drop(1, file("a", 2000)).announce().chunk(0, 0, { encoding: "base64", data: text });
    expect(end()[0]?.files[0]?.data).toEqual(bytes(2000));
  });

  it("runs beside others, of its own page and of another one with the same numbers", () => {
    const on = setUp();
    const other = on.open();
    const one = on.drop(1, file("one", 600 * KiB, 1)).announce();
    const two = on.drop(2, file("two", 600 * KiB, 2)).announce();
    const far = new Uploader(other, on.label, "drop-end", 1, [file("far", 600 * KiB, 3)]).announce();
    two.chunk(0, 0);
    far.chunk(0, 0);
    one.chunk(0, 0);
    far.chunk(0, 1);
    one.chunk(0, 1);
    two.chunk(0, 1);
    expect(on.end().map((payload) => [payload.transferId, payload.files[0]?.name])).toEqual([
      [1, "far"],
      [1, "one"],
      [2, "two"],
    ]);
    expect(on.end().map((payload) => payload.files[0]?.data?.[0])).toEqual([3, 1, 2]);
  });

  it("of text or of a link has no files, and is there at once", () => {
    const { page, label, heard } = setUp();
    page.fire(label.wid, "drop-end", { ...dropped, types: ["text/plain"], text: "hello", files: [] });
    expect(heard).toEqual([
      ["drop-start", expect.objectContaining({ text: "hello", files: [] })],
      ["drop-end", expect.objectContaining({ text: "hello", files: [] })],
    ]);
    expect(heard[0]?.[1]).not.toBe(heard[1]?.[1]);
  });

  it("says of a file that its browser could not read why, and brings the others", () => {
    const { drop, end, actions, page } = setUp();
    const lost = { encoding: "base64", data: "", error: "It is a folder." };
    const upload = drop(1, file("folder", 1200 * KiB), file("a", 3)).announce();
    upload.chunk(0, 0).chunk(0, 1, lost).chunk(0, 2, lost).chunk(1, 0);
    expect(actions().at(-1)).toBe("drop-end");
    expect(end()[0]?.files).toEqual([
      expect.objectContaining({ name: "folder", data: null, error: "It is a folder." }),
      expect.objectContaining({ name: "a", data: bytes(3) }),
    ]);
    expect(end()[0]?.files[1]).not.toHaveProperty("error");
    expect(page.messages).toEqual([]);
  });

  it("whose browser knows no way to read any file is told as it is", () => {
    const { page, label, end } = setUp();
    const known = { name: "a", size: 3, type: "text/plain", encoding: "bytes", data: null, error: "gone" };
    page.fire(label.wid, "drop-end", { ...dropped, files: [known] });
    expect(end()[0]?.files).toEqual([known]);
  });

  it("hands over names without a folder", () => {
    const { drop, end } = setUp();
    const names = ["../../etc/passwd", "C:\\autoexec.bat", "..", "a/\u0007b\n"];
    drop(1, ...names.map((name) => file(name, 0)))
      .announce()
      .chunks();
    expect(end()[0]?.files.map((each) => each.name)).toEqual(["passwd", "autoexec.bat", "file", "b"]);
  });

  it("of a file dialog has callbacks of its own", () => {
    const { W, open } = stage();
    const dialog = W.FileDialog({ mode: "files" });
    const heard: unknown[] = [];
    dialog.on("progress", (progress) => heard.push(progress.transferredBytes));
    dialog.on("activated", ({ files }) => heard.push(files.map((each) => each.data)));
    dialog.on("failed", ({ error }) => heard.push(error));
    const page = open();
    new Uploader(page, dialog, "activated", 1, [file("a", 2), file("b", 1)]).announce().chunks();
    expect(heard).toEqual([2, 3, [bytes(2), bytes(1)]]);
    new Uploader(page, dialog, "activated", 2, [file("a", 2)]).announce();
    page.close(1006, "gone");
    expect(heard.at(-1)).toBe("the browser left.");
  });
});

describe("what a browser is told to report", () => {
  const listens = (page: ReturnType<Stage["open"]>, wid: number) => [
    ...(page.widgets.get(wid)?.listens ?? []),
  ];

  it("is the drop itself, whichever part of it is listened to", () => {
    const { W, open, turn } = stage();
    const page = open();
    const label = W.Label("x");
    const offs = (["drop-progress", "drop-start", "drop-failed"] as const).map((action) =>
      label.on(action, () => {}),
    );
    turn();
    expect(listens(page, label.wid)).toEqual(["drop-end"]);
    expect(listens(open(), label.wid)).toEqual(["drop-end"]);
    offs[0]?.();
    offs[1]?.();
    turn();
    expect(listens(page, label.wid)).toEqual(["drop-end"]);
    offs[2]?.();
    turn();
    expect(listens(page, label.wid)).toEqual([]);
    expect(listens(open(), label.wid)).toEqual([]);
  });

  it("counts also where only its start is listened to", () => {
    const { W, open, host } = stage();
    const label = W.Label("x");
    let started = 0;
    label.on("drop-start", () => started++);
    const page = open();
    new Uploader(page, label, "drop-end", 1, [file("a", 2000)]).announce().chunks();
    expect(started).toBe(1);
    expect(host.log).toEqual([]);
  });

  it("is passed over when nobody listens any more, with all that follows", () => {
    const { W, open, host, turn } = stage();
    const label = W.Label("x");
    const off = label.on("drop-end", () => {});
    const page = open();
    page.messages.length = 0;
    off();
    new Uploader(page, label, "drop-end", 1, [file("a", 2000)]).announce().chunks();
    const { wid } = label;
    label.destroy();
    new Uploader(page, { wid }, "drop-end", 2, [file("a", 2000)]).announce().chunks();
    turn();
    expect(page.messages.map(({ type, method }) => method ?? type)).toEqual(["unlisten", "destroy"]);
    expect(host.log).toEqual([]);
    expect(page.peer?.uploads.size).toBe(0);
  });
});

describe("an upload past the limits", () => {
  it.each([
    ["uploadFiles", 5, [1, 1, 1, 1, 1, 1], "6 files are more than 5 (limit uploadFiles)."],
    [
      "uploadFileBytes",
      2_000_000,
      [2_000_001],
      "a file of 2000001 bytes is larger than 2000000 (limit uploadFileBytes).",
    ],
    [
      "uploadBytes",
      3_000_000,
      [1_500_000, 1_500_001],
      "3000001 bytes are more than 3000000 (limit uploadBytes).",
    ],
  ])("is dropped before it begins: %s", (limit, most, sizes, error) => {
    const { drop, heard, page, errors, label, session, end } = setUp();
    const files = sizes.map((size, i) => ({ name: `f${i}`, data: new Uint8Array(3), size }));
    const upload = drop(4, ...files).announce();
    expect(heard).toEqual([
      [
        "drop-failed",
        {
          error,
          transferId: 4,
          files: files.map(({ name, size }) => expect.objectContaining({ name, size })),
        },
      ],
    ]);
    expect(page.peer?.uploads.size).toBe(0);
    const count = sizes.length === 1 ? "a file" : `${sizes.length} files`;
    expect(errors()).toEqual([
      `Session ${session.id}: ${label} "drop-end": an upload of ${count} was dropped: ${error}`,
    ]);
    const told = {
      type: "error",
      wid: label.wid,
      transfer_id: 4,
      error: `The upload 4 was dropped: ${error}`,
      limit,
      most,
    };
    expect(page.messages).toEqual([told]);
    // What is on its way already is no fault, and the next upload is welcome.
    upload.chunks();
    expect(page.messages).toEqual([told]);
    drop(5, file("a", 3)).announce().chunks();
    expect(end()).toHaveLength(1);
    expect(page.peer?.faults).toBe(0);
  });

  it("counts what is under way at once, and no longer what is done", () => {
    const { drop, page, failures, end } = setUp();
    const uploads = [1, 2, 3].map((id) => drop(id, file("a", 900_000)).announce());
    drop(4, file("one too many", 1)).announce();
    expect(failures().map(({ error }) => error)).toEqual(["3 are under way already (limit uploads)."]);
    uploads[0]?.chunks();
    drop(5, file("too much", 1_300_000)).announce();
    expect(failures()[1]?.error).toContain("limit uploadBytes");
    drop(6, file("fits", 1_100_000)).announce().chunks();
    expect(end().map((payload) => payload.transferId)).toEqual([1, 6]);
    expect(page.peer?.uploads.size).toBe(2);
  });

  it("in time is dropped, and each chunk gives it time again", () => {
    const { drop, host, failures, end, page } = setUp();
    const upload = drop(1, file("a", 1300 * KiB)).announce();
    host.advance(29_000);
    upload.chunk(0, 0);
    host.advance(29_000);
    upload.chunk(0, 1);
    host.advance(31_000);
    expect(failures()).toEqual([
      expect.objectContaining({ error: "nothing came for 30 s (limit uploadTime)." }),
    ]);
    upload.chunk(0, 2);
    expect(end()).toEqual([]);
    expect(page.peer?.faults).toBe(0);
    expect(host.timers).toBe(0);
  });
});

describe("an upload that lies", () => {
  const lies: [string, (upload: Uploader) => void, string][] = [
    ["has too many chunks", (up) => up.chunk(0, 0, { num_chunks: 1301 }), "1301 chunks are too many"],
    [
      "changes their number",
      (up) => up.chunk(0, 0).chunk(0, 1, { num_chunks: 2 }),
      "had 3 chunks, and has 2 now",
    ],
    ["has a chunk past the end", (up) => up.chunk(0, 3), "there is no chunk 3 of 3"],
    ["sends a chunk twice", (up) => up.chunk(0, 0).chunk(0, 0), "chunk 0 of file 0 came twice"],
    ["goes on after a file is done", (up) => up.chunk(1, 0).chunk(1, 0), "chunk 0 of file 1 came twice"],
    ["has a file that was not announced", (up) => up.chunk(2, 0), "there is no file 2 of 2"],
    ["has another number of files", (up) => up.chunk(0, 0, { file_count: 3 }), "there is no file 0 of 3"],
    [
      "sends more than it announced",
      (up) => up.chunk(1, 0, {}, bytes(2000)),
      "file 1 is longer than 1500 bytes",
    ],
    ["sends less", (up) => up.chunk(1, 0, {}, bytes(3)), "file 1 has 3 bytes instead of 1500"],
    ["names another widget", (up) => up.chunk(0, 0, { wid: 1000 }), "it belongs to another widget"],
    [
      "sends text that is no base64",
      (up) => up.chunk(1, 0, { encoding: "base64", data: "*" }),
      "not the base64",
    ],
    [
      "sends base64 of more",
      (up) => up.chunk(1, 0, { encoding: "base64", data: "A".repeat(5000) }),
      "not the base64",
    ],
    ["sends no base64 at all", (up) => up.chunk(1, 0, { encoding: "base64" }), "1500"],
    ["begins again under the same number", (up) => up.announce(), "its number 1 was given to another one"],
  ];
  it.each(lies)("%s: it is dropped whole, and the session goes on", (_, lie, error) => {
    const { drop, failures, page, errors, end, host } = setUp();
    const upload = drop(1, file("a", 1300 * KiB), file("b", 1500)).announce();
    lie(upload);
    upload.chunks();
    expect(end()).toEqual([]);
    expect(failures()).toHaveLength(1);
    expect(failures()[0]?.error).toContain(error);
    expect(errors()).toHaveLength(1);
    expect(page.messages).toEqual([expect.objectContaining({ type: "error", transfer_id: 1 })]);
    expect(page.peer?.faults).toBe(1);
    expect(page.peer?.uploads.size).toBe(0);
    expect(host.timers).toBe(0);
    drop(1, file("c", 4)).announce().chunks();
    expect(end()).toHaveLength(1);
  });

  it("costs no memory that was only announced", () => {
    const { drop, page } = setUp();
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 1; i <= 200; i++) drop(i, { name: "a", data: new Uint8Array(), size: 900_000 }).announce();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
    expect(page.peer?.uploads.size).toBe(3);
  });

  it("about no upload at all is a fault each time, with the bytes behind it", () => {
    const { drop, page, end } = setUp();
    drop(9, file("a", 3)).chunk(0, 0);
    expect(page.messages).toEqual([
      expect.objectContaining({ type: "error", error: "There is no upload 9." }),
    ]);
    page.peer?.receiveBinary(bytes(2));
    expect(page.messages.at(-1)).toMatchObject({ error: "Binary data that no message announced." });
    expect(page.peer?.faults).toBe(2);
    drop(9, file("a", 3)).announce().chunks();
    expect(end()).toHaveLength(1);
  });

  it("is refused before anything is kept when its announcement is no good", () => {
    const { page, label, heard } = setUp();
    page.fire(label.wid, "drop-end", { ...dropped, files: [{ name: "a", size: -1 }], transfer_id: 3 });
    expect(page.messages).toEqual([expect.objectContaining({ type: "error", wid: label.wid })]);
    drop3();
    expect(page.messages).toHaveLength(1);
    expect(heard).toEqual([]);
    function drop3() {
      new Uploader(page, label, "drop-end", 3, [file("a", 2)]).chunks();
    }
  });
});

describe("an upload that breaks off", () => {
  it("with its browser is dropped whole, and those of others go on", () => {
    const { drop, page, open, label, failures, errors, end, host, session } = setUp();
    const other = open();
    drop(1, file("a", 1000 * KiB))
      .announce()
      .chunk(0, 0);
    drop(2, file("b", 5)).announce();
    const far = new Uploader(other, label, "drop-end", 1, [file("c", 600 * KiB)]).announce().chunk(0, 0);
    page.close(1006, "gone");
    expect(failures().map(({ error, transferId }) => [transferId, error])).toEqual([
      [1, "the browser left."],
      [2, "the browser left."],
    ]);
    expect(errors()).toHaveLength(2);
    far.chunk(0, 1);
    expect(end()).toHaveLength(1);
    expect(host.timers).toBe(0);
    expect(session.connections).toEqual([other.peer]);
  });

  it("with its widget is passed over in silence", () => {
    const { drop, label, failures, errors, page, host } = setUp();
    const upload = drop(1, file("a", 1300 * KiB))
      .announce()
      .chunk(0, 0);
    label.destroy();
    upload.chunk(0, 1).chunk(0, 2);
    expect(failures()).toEqual([]);
    expect(errors()).toEqual([]);
    expect(page.peer?.uploads.size).toBe(0);
    expect(page.peer?.faults).toBe(0);
    expect(host.timers).toBe(0);
  });

  it("with the session leaves nothing behind", () => {
    const { drop, session, host, errors } = setUp();
    drop(1, file("a", 1300 * KiB))
      .announce()
      .chunk(0, 0);
    session.destroy();
    expect(host.timers).toBe(0);
    expect(errors()).toEqual([]);
  });

  it("by a handler that throws does not keep the next chunks away", () => {
    const on = setUp();
    on.label.on("drop-progress", () => {
      throw new Error("no");
    });
    on.drop(1, file("a", 1300 * KiB))
      .announce()
      .chunks();
    expect(on.end()).toHaveLength(1);
    expect(on.errors()).toHaveLength(3);
  });
});
