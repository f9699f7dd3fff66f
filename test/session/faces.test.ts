import { describe, expect, it } from "vitest";
import { Button as AsyncButton } from "../../generated/async/Button.js";
import { Button } from "../../generated/sync/Button.js";
import { Label } from "../../generated/sync/Label.js";
import { asyncStage } from "../support/async-session.js";
import { stage } from "../support/session.js";

describe("the sync face", () => {
  it("makes widgets by position and by name, called, with new, and with the class itself", () => {
    const { W, session } = stage();
    const made = [
      W.Button("OK"),
      W.Button({ text: "OK" }),
      W.Button("OK", { tooltip: "Go on" }),
      new W.Button("OK"),
      new Button(session, "OK"),
      new Button(session, { text: "OK" }),
    ];
    for (const button of made) {
      expect(button).toBeInstanceOf(Button);
      expect(button).toBeInstanceOf(W.Button);
      expect(button.getText()).toBe("OK");
      expect(button.session).toBe(session);
    }
    expect(made[2]?.getTooltip()).toBe("Go on");
    expect(made.map((button) => button.wid)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(String(made[0])).toBe("Button#1");
  });

  it("takes every setter's state as an option", () => {
    const { W } = stage();
    const label = W.Label("x", {
      minSize: [10],
      padding: [1, 2, 3, 4],
      visible: false,
      enabled: false,
      bg: "red",
    });
    expect(label.isVisible()).toBe(false);
    expect(label.getEnabled()).toBe(false);
    const box = W.VBox({ spacing: 8, padding: 10, align: "left" });
    expect(box.isContainer()).toBe(true);
    expect(label.isContainer()).toBe(false);
  });

  it("lets programs derive classes of their own", () => {
    const { W, session, open, turn } = stage();
    class Counter extends W.Button {
      count = 0;
      constructor(private_: string) {
        super(private_, { tooltip: "counts" });
        this.on("activated", () => {
          this.count++;
          this.setText(`${this.count}`);
        });
      }
    }
    class Title extends Label {
      shout(): void {
        this.setText((this.getText() ?? "").toUpperCase());
      }
    }
    const counter = new Counter("0");
    const title = new Title(session, "hello");
    title.shout();
    const page = open();
    page.fire(counter.wid, "activated");
    turn();
    expect(counter).toBeInstanceOf(Counter);
    expect(counter.getText()).toBe("1");
    expect(title.getText()).toBe("HELLO");
    expect(page.widgets.get(counter.wid)?.cls.name).toBe("Button");
  });

  it("gives handlers the arguments and then the extra ones, and takes them away again", () => {
    const { W, open } = stage();
    const slider = W.Slider();
    const page = open();
    const calls: unknown[][] = [];
    const off = slider.on(
      "activated",
      (value, name: string, factor: number) => calls.push([value, name, factor]),
      "a",
      2,
    );
    slider.addCallback("activated", (widget, value) => calls.push([widget === slider, value]));
    const handler = (value: number) => calls.push(["removed", value]);
    slider.on("activated", handler);
    slider.removeCallback("activated", handler);
    page.fire(slider.wid, "activated", 10);
    off();
    off();
    page.fire(slider.wid, "activated", 20);
    expect(calls).toEqual([
      [10, "a", 2],
      [true, 10],
      [true, 20],
    ]);
    expect(slider.hasCallback("activated")).toBe(true);
    expect(slider.hasCallback("exploded")).toBe(false);
  });

  it("takes handlers by action, in order, and takes them all away again", () => {
    const { W, open } = stage();
    const slider = W.Slider();
    const page = open();
    const calls: unknown[][] = [];
    const resized = (size: unknown): unknown => calls.push(["resized", size]);
    slider.on("activated", (value) => calls.push(["before", value]));
    const off = slider.on({
      resize: resized,
      activated: (...args) => calls.push(["by action", ...args]),
      map: undefined,
    });
    slider.on("activated", (value) => calls.push(["after", value]));
    page.fire(slider.wid, "activated", 10);
    page.fire(slider.wid, "resize", { width: 3, height: 4 });
    slider.removeCallback("resize", resized);
    page.fire(slider.wid, "resize", { width: 5, height: 6 });
    off();
    off();
    page.fire(slider.wid, "activated", 20);
    expect(calls).toEqual([
      ["before", 10],
      ["by action", 10],
      ["after", 10],
      ["resized", { width: 3, height: 4 }],
      ["before", 20],
      ["after", 20],
    ]);
  });

  it("tells browsers what handlers by action listen to, in order", () => {
    const { W, open, turn } = stage();
    const button = W.Button();
    const page = open();
    page.messages.length = 0;
    const nothing = () => {};
    const off = button.on({ "drag-over": nothing, activated: nothing, "drop-end": undefined });
    off();
    turn();
    expect(page.messages.map(({ type, action }) => `${type} ${action}`)).toEqual([
      "listen drag-over",
      "listen activated",
      "unlisten drag-over",
      "unlisten activated",
    ]);
  });

  it("gives events with the names of the TypeScript surface", () => {
    const { W, open } = stage();
    const label = W.Label("x", { interactive: true });
    const page = open();
    const seen: unknown[] = [];
    label.on("pointer-down", (event) => seen.push(event.buttonTrigger, event.viewportX));
    const event = { type: "pointerdown", time_stamp: 1, x: 1, y: 2, viewport_x: 3, viewport_y: 4 };
    page.fire(label.wid, "pointer-down", { ...event, button_trigger: 1, button_mask: 1, modifiers: [] });
    expect(seen).toEqual([1, 3]);
  });

  it("destroys a widget with all that it holds", () => {
    const { W, session, open, turn } = stage();
    const box = W.VBox();
    const inner = W.HBox();
    const label = W.Label("x");
    inner.addWidget(label);
    box.addWidget(inner);
    const page = open();
    inner.destroy();
    inner.destroy();
    turn();
    expect([box, inner, label].map((each) => each.isDestroyed)).toEqual([false, true, true]);
    expect([...session.widgets.keys()]).toEqual([box.wid]);
    expect([...page.widgets.keys()]).toEqual([box.wid]);
    expect(box.getChildren()).toEqual([]);
  });

  it("walks the tree, parents first", () => {
    const { W, session } = stage();
    const top = W.TopLevel();
    const box = W.VBox();
    const label = W.Label("x");
    top.setWidget(box);
    box.addWidget(label);
    const seen: string[] = [];
    session.walkWidgetTree((widget, depth) => seen.push(`${"  ".repeat(depth)}${widget}`));
    expect(seen).toEqual([`${top}`, `  ${box}`, `    ${label}`]);
  });
});

describe("the async face", () => {
  it("makes widgets with await, with create and with new", async () => {
    const { W, session } = asyncStage();
    const called = await W.Button("OK", { tooltip: "x" });
    const created = await AsyncButton.create(session, "OK");
    const named = await AsyncButton.create(session, { text: "OK" });
    const bound = await W.Button.create("OK");
    const constructed = new AsyncButton(session, "OK");
    for (const button of [called, created, named, bound, constructed]) {
      expect(button).toBeInstanceOf(AsyncButton);
      expect(button.getText()).toBe("OK");
    }
  });

  it("waits until a browser has done a call, and is done at once without one", async () => {
    const { W, open } = asyncStage();
    const label = await W.Label("x");
    await label.setText("headless");
    const page = open();
    page.messages.length = 0;
    await label.setText("shown");
    expect(page.widgets.get(label.wid)?.state.text).toBe("shown");
    expect(page.messages[0]).toMatchObject({ type: "call", method: "set_text", id: expect.any(Number) });
  });

  it("takes handlers by action", async () => {
    const { W, open } = asyncStage();
    const slider = await W.Slider();
    const page = open();
    const values: number[] = [];
    const off = slider.on({ activated: (value) => values.push(value) });
    page.fire(slider.wid, "activated", 10);
    off();
    page.fire(slider.wid, "activated", 20);
    expect(values).toEqual([10]);
  });

  it("is rejected with the error of the browser, or of the call itself", async () => {
    const { W, open, host } = asyncStage();
    const label = await W.Label("x");
    const page = open();
    page.answers.set("set_text", new Error("no room"));
    await expect(label.setText("y")).rejects.toThrow(`Label#${label.wid}.setText: no room`);
    await expect(label.setPadding(-1)).rejects.toThrow("padding");
    await expect(W.Button(5 as never)).rejects.toThrow("new Button: text");
    expect(host.log.filter((line) => line.level === "warn").length).toBeGreaterThanOrEqual(2);
  });

  it("settles all calls of a turn that were folded into one message", async () => {
    const { W, open } = asyncStage();
    const label = await W.Label("x");
    const page = open();
    page.messages.length = 0;
    await Promise.all([label.setText("1"), label.setText("2"), label.setText("3"), label.setTooltip("t")]);
    const calls = page.messages.filter((message) => message.type === "call");
    expect(calls.map((message) => message.args)).toEqual(expect.arrayContaining([["3"], ["t"]]));
    expect(calls).toHaveLength(2);
  });

  it("takes an answer without a value, as pages give it to calls that return nothing", async () => {
    const { W, open } = asyncStage();
    const label = await W.Label("x");
    const page = open();
    page.answers.set("set_text", undefined); // answered below, as JSON carries it
    const call = label.setText("y");
    await new Promise((resolve) => setImmediate(resolve));
    const id = page.messages.find((message) => message.method === "set_text")?.id;
    page.peer?.receive(JSON.parse(JSON.stringify({ type: "result", id })));
    await expect(call).resolves.toBeUndefined();
  });

  it("does not wait for a browser that has gone", async () => {
    const { W, open } = asyncStage();
    const label = await W.Label("x");
    const page = open();
    page.answers.set("set_text", undefined);
    const call = label.setText("y");
    await new Promise((resolve) => setImmediate(resolve));
    page.close(1006, "gone");
    await expect(call).resolves.toBeUndefined();
  });

  it("builds what is inside a class of one's own in initialize", async () => {
    const { W, open } = asyncStage();
    class Panel extends W.VBox {
      title = "";
      override async initialize(): Promise<void> {
        await this.addWidget(await W.Label("inside"));
        this.title = "ready";
      }
    }
    const page = open();
    const panel = await Panel.create({ spacing: 4 });
    expect(panel.title).toBe("ready");
    expect(panel.numChildren()).toBe(1);
    expect(page.widgets.get(panel.wid)?.links).toHaveLength(1);
  });
});
