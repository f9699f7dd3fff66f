import { describe, expect, it } from "vitest";
import { stage } from "../support/session.js";

describe("state of a widget", () => {
  it("answers defaults before anything was set", () => {
    const { W } = stage();
    const slider = W.Slider();
    expect(slider.getValue()).toBe(50);
    expect(slider.getTooltip()).toBe("");
    expect(slider.isVisible()).toBe(true);
    expect(slider.getSize()).toEqual([0, 0]);
    expect(W.TopLevel().isVisible()).toBe(false);
    expect(W.SpinBox({ min: 7, max: 20 }).getValue()).toBe(7);
  });

  it("moves numbers into their range and onto their step as the browser does", () => {
    const { W } = stage();
    const slider = W.Slider({ min: 1, max: 10, step: 4 });
    slider.setValue(6);
    expect(slider.getValue()).toBe(5);
    slider.setValue(1000);
    expect(slider.getValue()).toBe(9);
    slider.setLimits(0, 3);
    expect(slider.getValue()).toBe(0);
    const spin = W.SpinBox({ dtype: "float", min: 0, max: 1, step: 0.1 });
    spin.setValue(0.1 + 0.2);
    expect(spin.getValue()).toBe(0.3);
    spin.setValue(0.25);
    expect(spin.getValue()).toBe(0.25);
    const bar = W.ProgressBar();
    bar.setValue(7);
    expect(bar.getValue()).toBe(1);
  });

  it("keeps parts of a value that a call leaves out", () => {
    const { W, session, open, turn } = stage();
    const button = W.Button("x");
    button.setColor("red");
    button.setColor(null, "blue");
    const slider = W.Slider({ step: 5 });
    slider.setLimits(0, 50);
    slider.setValue(12);
    expect(slider.getValue()).toBe(10);
    turn();
    const page = open();
    expect(page.widgets.get(button.wid)?.state.color).toEqual(["red", "blue"]);
    expect(session.isConnected).toBe(true);
  });

  it("is told once for a value that it has, but for what moves in browsers by other ways as well", () => {
    const { W, open, turn } = stage();
    const page = open();
    const area = W.ScrollArea();
    const view = W.TableView({ columns: ["a"] });
    const label = W.Label("x");
    turn();
    page.messages.length = 0;
    for (let i = 0; i < 2; i++) {
      view.scrollToEnd();
      view.setScrollPosition(0, 0);
      area.setScrollPosition(0, 0.5);
      label.setText("x");
      turn();
    }
    const round = ["scroll_to_end", "set_scroll_position", "set_scroll_position"];
    expect(page.messages.map(({ method }) => method)).toEqual([...round, ...round]);
    const fresh = open();
    expect(fresh.messages.filter(({ method }) => method === "set_scroll_position")).toHaveLength(1);
    expect(fresh.snapshot()).toEqual(page.snapshot());
  });

  it("lets at most one of a group be on", () => {
    const { W } = stage();
    const a = W.RadioButton("a");
    const b = W.RadioButton("b", { group: a });
    const c = W.RadioButton("c", { group: b, state: true });
    expect([a, b, c].map((each) => each.getState())).toEqual([false, false, true]);
    a.setState(true);
    expect([a, b, c].map((each) => each.getState())).toEqual([true, false, false]);
    a.setState(false);
    expect([a, b, c].map((each) => each.getState())).toEqual([false, false, false]);
  });

  it("takes a timed message away by itself, and replays what is left of its time", () => {
    const { W, host, open } = stage();
    const bar = W.StatusBar();
    bar.setMessage("Saved", 5);
    host.advance(2000);
    const page = open();
    expect(page.widgets.get(bar.wid)?.state.message).toEqual(["Saved", 3]);
    host.advance(3000);
    expect(page.widgets.get(bar.wid)?.state.message).toEqual(["", null]);
    expect(host.timers).toBe(0);
  });

  it("shows the text of a combo box and the place that follows from it", () => {
    const { W } = stage();
    const box = W.ComboBox();
    for (const text of ["pear", "apple", "fig"]) box.insertAlpha(text);
    expect([box.getAlpha(0), box.getAlpha(1), box.getAlpha(2), box.getAlpha(3)]).toEqual([
      "apple",
      "fig",
      "pear",
      null,
    ]);
    expect(box.getText()).toBe("pear");
    expect(box.getIndex()).toBe(2);
    box.setIndex(0);
    expect(box.getText()).toBe("apple");
    box.deleteAlpha("apple");
    expect(box.getIndex()).toBe(-1);
    expect(box.getText()).toBe("apple");
    box.showText("nothing");
    expect(box.getText()).toBe("apple");
    box.clear();
    expect(box.getText()).toBe("");
  });

  it("loads local files once, and refuses those that cannot be read", () => {
    const { W } = stage();
    const button = W.Button("x");
    button.setIcon("/files/save.png", [16, 16]);
    expect(button.getIcon()).toMatch(/^data:image\/png;base64,/);
    expect(() => button.setIcon("/missing/x.png")).toThrow("url: the file /missing/x.png cannot be read");
    expect(button.getIcon()).toMatch(/^data:image\/png;base64,/);
  });

  it("has no icon when its URL is empty, as a browser has", () => {
    const { W, open, turn } = stage();
    const button = W.Button("x");
    button.setIcon("/files/save.png", [16, 16]);
    turn();
    const page = open();
    button.setIcon("");
    expect(button.getIcon()).toBeNull();
    turn();
    expect(page.widgets.get(button.wid)?.state.icon).toEqual([null, null]);
  });
});

describe("options", () => {
  it("may come in any order: a value is held to the limits that come with it", () => {
    const { W } = stage();
    expect(W.Slider({ value: 500, max: 1000 }).getValue()).toBe(500);
    expect(W.Slider({ value: 500, limits: [0, 1000] }).getValue()).toBe(500);
    expect(W.SpinBox({ dtype: "float", value: 0.5, step: 0.1 }).getValue()).toBe(0.5);
  });

  it("that take the value of another one do so once", () => {
    const { W } = stage();
    const given = W.SpinBox({ value: 0 });
    const followed = W.SpinBox();
    for (const each of [given, followed]) {
      each.setLimits(-100, 100);
      expect(each.getValue()).toBe(0);
    }
  });

  it("that new limits move stay where they were moved to", () => {
    const { W } = stage();
    const slider = W.Slider();
    slider.setLimits(60, 100);
    slider.setLimits(0, 100);
    expect(slider.getValue()).toBe(60);
  });
});
