import { describe, expect, it } from "vitest";
import { stage } from "../support/session.js";

const types = (messages: readonly { type: string }[]) => messages.map((message) => message.type);

describe("what a browser is sent", () => {
  it("is an empty interface first, then each change", () => {
    const { W, open, turn } = stage();
    const page = open();
    expect(page.messages).toEqual([
      { type: "session-info", session_id: "s1", token: "secret", features: ["tracking"] },
      { type: "reconstruct-start", next_wid: 2 ** 30 },
      { type: "reconstruct-end" },
    ]);
    page.messages.length = 0;
    const label = W.Label("one");
    label.setText("two");
    expect(page.messages).toEqual([]);
    turn();
    expect(page.messages).toEqual([{ type: "create", wid: label.wid, class: "Label", args: ["two"] }]);
  });

  it("is one frame for everything that happens in a turn", () => {
    const { W, open, turn } = stage();
    const page = open();
    page.frames.length = 0;
    const box = W.VBox({ spacing: 8 });
    for (let i = 0; i < 50; i++) box.addWidget(W.Label(`row ${i}`), 1);
    turn();
    expect(page.frames).toHaveLength(1);
    expect(page.widgets.get(box.wid)?.links).toHaveLength(50);
  });

  it("is cut into frames of about 64 KiB, so that a big interface paints early", () => {
    const { W, open, turn } = stage();
    const page = open();
    page.frames.length = 0;
    for (let i = 0; i < 3000; i++) W.Label(`a label with some text in it, number ${i}`);
    turn();
    expect(page.frames.length).toBeGreaterThan(2);
    for (const frame of page.frames) expect(frame.length).toBeLessThan(66 * 1024);
  });

  it("has a state that changes a million times in a turn once", () => {
    const { W, open, turn } = stage();
    const page = open();
    const label = W.Label("");
    turn();
    page.messages.length = 0;
    for (let i = 1; i <= 1_000_000; i++) label.setText(String(i));
    turn();
    expect(page.messages).toEqual([
      { type: "call", wid: label.wid, method: "set_text", args: ["1000000"], silent: true },
    ]);
  });

  it("has nothing when nothing changes", () => {
    const { W, open, turn } = stage();
    const page = open();
    const label = W.Label("a");
    turn();
    page.frames.length = 0;
    label.setText("b");
    label.setText("a");
    turn();
    label.setText("a");
    turn();
    expect(page.messages.filter((message) => message.type === "call")).toHaveLength(1);
  });

  it("puts a value after the limits that it needs", () => {
    const { W, open, turn } = stage();
    const page = open();
    const slider = W.Slider({ max: 10, value: 1 });
    turn();
    page.messages.length = 0;
    slider.setValue(2);
    slider.setLimits(0, 100);
    slider.setValue(60);
    turn();
    expect(page.messages.map((message) => message.method)).toEqual(["set_limits", "set_value"]);
  });

  it("puts a value that names a widget after that widget", () => {
    const { W, open, turn } = stage();
    open();
    const label = W.Label("x");
    turn();
    label.setText("y");
    label.setMenu(W.Menu());
    // The mirror throws when a message names a widget that it does not know.
    expect(turn).not.toThrow();
  });

  it("has no id where nobody waits", () => {
    const { W, open, turn } = stage();
    const page = open();
    W.TopLevel({ title: "x" }).show();
    turn();
    for (const message of page.messages) expect(message).not.toHaveProperty("id");
  });

  it("tells a browser that does not know it by itself what to report", () => {
    const { W, open, turn } = stage();
    const knowing = open(["input", "tracking"]);
    const plain = open([]);
    const entry = W.TextEntry("x");
    turn();
    const listens = (page: typeof plain) => [...(page.widgets.get(entry.wid)?.listens ?? [])].sort();
    expect(listens(knowing)).toEqual([]);
    expect(listens(plain)).toEqual(["activated", "modified", "resize"]);
    const off = entry.on("drop-end", () => {});
    turn();
    expect(listens(knowing)).toEqual(["drop-end"]);
    off();
    turn();
    expect(listens(knowing)).toEqual([]);
    expect(listens(plain)).toEqual(["activated", "modified", "resize"]);
  });
});

describe("questions", () => {
  it("are answered by a browser, and at once without one", async () => {
    const { W, open, turn } = stage();
    const label = W.Label("x");
    await expect(label.getPosition()).resolves.toBeNull();
    const page = open();
    page.answers.set("get_position", [3, 4]);
    const asked = label.getPosition();
    turn();
    await expect(asked).resolves.toEqual([3, 4]);
  });

  it("fail at once when their browser goes, and after a deadline", async () => {
    const { W, open, turn, host } = stage();
    const label = W.Label("x");
    const page = open();
    page.answers.set("get_position", undefined);
    const first = label.getPosition();
    turn();
    page.close(1006, "gone");
    await expect(first).rejects.toThrow(
      `Label#${label.wid}.getPosition: the browser left before it answered.`,
    );

    const gone = open();
    const unsent = label.getPosition();
    gone.close(1006, "gone in the same turn");
    turn();
    await expect(unsent).rejects.toThrow("the browser left before it answered.");

    const next = open();
    next.answers.set("get_position", undefined);
    const second = label.getPosition();
    turn();
    host.advance(30_000);
    await expect(second).rejects.toThrow("no answer within 30 s");
  });

  it("carry the error of the browser, and refuse wrong answers", async () => {
    const { W, open, turn } = stage();
    const label = W.Label("x");
    const page = open();
    page.answers.set("get_position", new Error("it is not there"));
    const first = label.getPosition();
    turn();
    await expect(first).rejects.toThrow("it is not there");
    page.answers.set("get_position", ["3", 4]);
    const second = label.getPosition();
    turn();
    await expect(second).rejects.toThrow("a browser gave a wrong answer");
  });
});

describe("a browser that reads too slowly", () => {
  it("costs bounded memory, and is replayed when it has caught up", () => {
    const { W, open, turn, host } = stage();
    const page = open();
    const other = open();
    const label = W.Label("0");
    turn();
    page.buffered = 2_000_000;
    label.setText("1");
    turn();
    const frames = page.frames.length;
    label.setText("2");
    W.Label("new");
    turn();
    host.advance(500);
    expect(page.frames).toHaveLength(frames);
    expect(other.widgets.get(label.wid)?.state.text).toBe("2");
    page.buffered = 0;
    host.advance(100);
    expect(page.snapshot()).toEqual(other.snapshot());
    expect(types(page.messages).slice(-1)).toEqual(["reconstruct-end"]);
  });
});
