import { describe, expect, it } from "vitest";
import { stage } from "../support/session.js";

describe("what a user does", () => {
  it("is in the state before any handler runs, and goes silently to the others", () => {
    const { W, open, turn } = stage();
    const mine = open();
    const other = open();
    const box = W.CheckBox("x");
    const seen: unknown[] = [];
    box.on("activated", (state) => seen.push(state, box.getState()));
    turn();
    mine.messages.length = 0;
    other.messages.length = 0;
    mine.fire(box.wid, "activated", true);
    turn();
    expect(seen).toEqual([true, true]);
    expect(mine.messages).toEqual([]);
    expect(other.messages).toEqual([
      { type: "call", wid: box.wid, method: "set_state", args: [true], silent: true, seen: 0 },
    ]);
  });

  it("comes back to them only where the server made something else of it", () => {
    const { W, open, turn } = stage();
    const page = open();
    const slider = W.Slider({ step: 10 });
    turn();
    page.messages.length = 0;
    page.fire(slider.wid, "activated", 33);
    turn();
    expect(slider.getValue()).toBe(30);
    expect(page.messages).toEqual([
      { type: "call", wid: slider.wid, method: "set_value", args: [30], silent: true, seen: 1 },
    ]);
  });

  it("is never eaten by an echo: a value carries the last input that it has seen", () => {
    const { W, open, turn } = stage();
    const page = open();
    const entry = W.TextEntry();
    entry.on("modified", (text) => entry.setText(text.toUpperCase()));
    turn();
    page.messages.length = 0;
    page.fire(entry.wid, "modified", "a");
    page.fire(entry.wid, "modified", "ab");
    turn();
    expect(page.messages).toEqual([
      { type: "call", wid: entry.wid, method: "set_text", args: ["A"], silent: true, seen: 1 },
      { type: "call", wid: entry.wid, method: "set_text", args: ["AB"], silent: true, seen: 2 },
    ]);
  });

  it("turns the other members of a group off everywhere", () => {
    const { W, open, turn } = stage();
    const a = W.RadioButton("a", { state: true });
    const b = W.RadioButton("b", { group: a });
    const mine = open();
    const other = open();
    const fired: string[] = [];
    a.on("activated", () => fired.push("a"));
    b.on("activated", () => fired.push("b"));
    mine.fire(b.wid, "activated", true);
    turn();
    expect([a.getState(), b.getState()]).toEqual([false, true]);
    expect(fired).toEqual(["b"]);
    expect(other.widgets.get(a.wid)?.state.state).toBe(false);
    expect(other.widgets.get(b.wid)?.state.state).toBe(true);
    expect(open().snapshot()).toEqual(other.snapshot());
  });

  it("adds a confirmed text to the list of an editable combo box, also in the other browsers", () => {
    const { W, open, turn } = stage();
    const box = W.ComboBox({ editable: true });
    box.appendText("one");
    const mine = open();
    const other = open();
    mine.fire(box.wid, "activated", 1, "two");
    turn();
    expect(box.getIndex()).toBe(1);
    expect(other.widgets.get(box.wid)?.state).toMatchObject({ items: ["one", "two"], text: "two" });
  });

  it("keeps the size that a layout gave out of later replays, and the one that the user made in", () => {
    const { W, open } = stage();
    const label = W.Label("x");
    const top = W.TopLevel({ title: "t" });
    const page = open();
    page.fire(label.wid, "resize", { width: 120, height: 20 });
    page.fire(top.wid, "resize", { width: 500, height: 300 });
    expect(label.getSize()).toEqual([120, 20]);
    expect(open().widgets.get(top.wid)?.state).not.toHaveProperty("size");
    page.fire(top.wid, "resize", { width: 640, height: 400, user: true });
    page.fire(top.wid, "move", 30, 40);
    const fresh = open();
    expect(fresh.widgets.get(top.wid)?.state).toMatchObject({ size: [640, 400], position: [30, 40] });
    expect(fresh.widgets.get(label.wid)?.state).not.toHaveProperty("size");
  });
});

describe("a browser that sends nonsense", () => {
  it.each([
    ["something that is no message", 5, "Not a message of this protocol"],
    ["an unknown type", { type: "shutdown" }, "Not a message of this protocol"],
    [
      "a widget that never was",
      { type: "callback", wid: 999, action: "activated", args: [] },
      "There is no widget 999.",
    ],
    [
      "an unknown action",
      { type: "callback", wid: 1, action: "exploded", args: [] },
      'no callback "exploded"',
    ],
    [
      "an action of the server",
      { type: "callback", wid: 1, action: "drop-start", args: [] },
      'no callback "drop-start"',
    ],
    [
      "too few arguments",
      { type: "callback", wid: 1, action: "activated", args: [] },
      "1 arguments are needed, 0 came",
    ],
    [
      "a wrong argument",
      { type: "callback", wid: 1, action: "activated", args: ["high"] },
      "expected number, received string",
    ],
    [
      "a made-up widget",
      { type: "callback", wid: 1, action: "activated", args: [{ __wid__: 77 }] },
      "There is no widget 77.",
    ],
    [
      "a key of the prototype",
      { type: "callback", wid: 1, action: "__proto__", args: [] },
      'no callback "__proto__"',
    ],
  ])("%s: it is told so, and all else goes on", (_, message, answer) => {
    const { W, open, turn, session } = stage();
    const slider = W.Slider();
    const seen: number[] = [];
    slider.on("activated", (value) => seen.push(value));
    const bad = open();
    const good = open();
    bad.messages.length = 0;
    bad.peer?.receive(message);
    turn();
    expect(bad.messages).toHaveLength(1);
    expect(bad.messages[0]).toMatchObject({ type: "error" });
    expect(String(bad.messages[0]?.error)).toContain(answer);
    expect(slider.getValue()).toBe(50);
    good.fire(slider.wid, "activated", 60);
    bad.fire(slider.wid, "activated", 70);
    expect(seen).toEqual([60, 70]);
    expect(session.connections).toHaveLength(2);
  });

  it("over and over is sent away; the others stay", () => {
    const { open, session } = stage();
    const bad = open();
    const good = open();
    for (let i = 0; i <= 100; i++) bad.peer?.receive("nonsense");
    expect(bad.closed?.code).toBe(4002);
    expect(session.connections).toEqual([good.peer]);
  });

  it("is not blamed for a callback of a widget that was just destroyed", () => {
    const { W, open } = stage();
    const button = W.Button("x");
    const page = open();
    page.messages.length = 0;
    button.destroy();
    page.fire(button.wid, "activated");
    expect(page.messages).toEqual([]);
  });
});

describe("browsers that come and go", () => {
  it("do not disturb one another", () => {
    const { W, open, turn } = stage();
    const label = W.Label("x");
    const first = open();
    first.messages.length = 0;
    open().close(1006, "gone");
    label.setText("y");
    turn();
    expect(first.messages.map((message) => message.type)).toEqual(["call"]);
  });

  it("leave their late end without effect on a new connection", () => {
    const { open, session } = stage();
    const old = open();
    const oldPeer = old.peer;
    old.close(1006, "gone");
    const fresh = open();
    oldPeer?.ended(1006, "again");
    oldPeer?.receive({ type: "callback", wid: 1, action: "x", args: [] });
    expect(session.connections).toEqual([fresh.peer]);
    expect(old.messages.filter((message) => message.type === "error")).toEqual([]);
  });

  it("find everything again, children in their order and windows as they were stacked", () => {
    const { W, open, turn } = stage();
    const live = open();
    const one = W.TopLevel({ title: "one", size: [300, 200] });
    const two = W.TopLevel({ title: "two" });
    const box = W.VBox();
    box.addWidget(W.Label("a"));
    box.addWidget(W.Label("c"), 1);
    box.insertWidget(1, W.Label("b"), 2);
    one.setWidget(box);
    one.show();
    two.show();
    one.raise();
    turn();
    const fresh = open();
    expect(fresh.snapshot()).toEqual(live.snapshot());
    const order = fresh.messages
      .filter((message) => message.class === "TopLevel")
      .map((message) => message.wid);
    expect(order).toEqual([two.wid, one.wid]);
    const texts = fresh.messages
      .filter((message) => message.class === "Label")
      .map((message) => message.args);
    expect(texts).toEqual([["a"], ["b"], ["c"]]);
  });
});

describe("a window or a page that is shown", () => {
  it.each(["TopLevel", "Page"] as const)("%s: lies in front of the others, also after a replay", (name) => {
    const { W, open, turn } = stage();
    const live = open();
    const [one, two] = [W[name](), W[name]()];
    /** The numbers of those that a browser is told to show, in order: the last one is in front. */
    const shown = (page: typeof live) =>
      page.messages.filter(({ method }) => method === "show").map(({ wid }) => wid);
    // What else changes of it before must not bring it forward.
    one.setTooltip("first");
    two.show();
    one.show();
    turn();
    expect(shown(live)).toEqual([two.wid, one.wid]);
    expect(shown(open())).toEqual([two.wid, one.wid]);
    // It is seen already.
    two.show();
    turn();
    expect(shown(open())).toEqual([two.wid, one.wid]);
    live.messages.length = 0;
    one.setTooltip("again");
    two.hide();
    two.show();
    turn();
    expect(shown(live).at(-1)).toBe(two.wid);
    expect(shown(open())).toEqual([one.wid, two.wid]);
  });
});

describe("a window that a user raises or lowers", () => {
  it("stands so in the other browsers, and its user is told nothing", () => {
    const { W, open, turn } = stage();
    const one = W.TopLevel({ title: "one" });
    W.TopLevel({ title: "two" });
    const user = open();
    const other = open();
    const told = (page: typeof user) =>
      page.messages.filter((message) => message.type === "call").map((message) => message.method);
    for (const page of [user, other]) page.messages.length = 0;
    user.fire(one.wid, "raised");
    turn();
    user.fire(one.wid, "lowered");
    turn();
    expect(told(user)).toEqual([]);
    expect(told(other)).toEqual(["raise_", "lower"]);
    expect(other.messages.every((message) => message.silent === true)).toBe(true);
    expect(other.snapshot()).toEqual(open().snapshot());
  });
});

describe("the end of a session", () => {
  it("closes its browsers, and leaves no timer behind", () => {
    const { W, open, session, host } = stage();
    W.StatusBar().setMessage("x", 60);
    session.makeTimer(5).start();
    const page = open();
    session.destroy();
    session.destroy();
    expect(page.closed).toEqual({ code: 4000, reason: "The session has ended." });
    expect(host.timers).toBe(0);
    expect(session.widgets.size).toBe(0);
  });

  it("close() only sends its browsers away", () => {
    const { W, open, session } = stage();
    const label = W.Label("x");
    const page = open();
    session.close();
    expect(page.closed?.code).toBe(1001);
    expect(session.isConnected).toBe(false);
    expect(open().widgets.has(label.wid)).toBe(true);
  });
});
