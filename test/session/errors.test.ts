import { describe, expect, it } from "vitest";
import { UsageError } from "../../runtime/session/errors.js";
import { stage } from "../support/session.js";

describe("wrong use by the program", () => {
  const { W } = stage();
  const loose = W as unknown as Record<
    string,
    (...args: unknown[]) => Record<string, (...args: unknown[]) => unknown>
  >;
  const make = (name: string, ...args: unknown[]) => loose[name]?.(...args);

  it.each([
    [
      "an unknown option",
      () => make("Button", "x", { tooltop: "y" }),
      'new Button: there is no option "tooltop". Did you mean "tooltip"?',
    ],
    [
      "an argument of a wrong type",
      () => make("Button", 5),
      "new Button: text: Invalid input: expected string, received number.",
    ],
    [
      "an option of a wrong type",
      () => make("Slider", { min: "0" }),
      "new Slider: min: Invalid input: expected number, received string.",
    ],
    [
      "an option that is none of its values",
      () => make("Slider", { orientation: "diagonal" }),
      'new Slider: orientation: Invalid option: expected one of "horizontal"|"vertical".',
    ],
    [
      "a number out of range",
      () => make("Box", { spacing: -1 }),
      "new Box: spacing: gap: Too small: expected number to be >=0.",
    ],
    ["no number at all", () => make("Slider")?.setValue?.(Number.NaN), "Slider#"],
    ["a fault deep in a value", () => make("Label", "x")?.setPadding?.([1, 2, 3, "4"]), "setPadding"],
    [
      "too many arguments",
      () => make("Button", "a", "b", {}),
      "new Button: takes at most 1 arguments before its options, not 2.",
    ],
    [
      "an argument both by position and name",
      () => make("Button", "a", { text: "b" }),
      "new Button: text is given both by position and by name.",
    ],
    ["a missing argument", () => make("Slider")?.setLimits?.(1), "the argument maxval is missing."],
    [
      "an unknown callback",
      () => make("Button")?.on?.("actived", () => {}),
      'Button has no callback "actived". Did you mean "activated"?',
    ],
    [
      "a handler that is no function",
      () => make("Button")?.on?.("activated", "save"),
      '.on: the handler of "activated" is no function.',
    ],
    [
      "an unknown callback among handlers by action",
      () => make("Button")?.on?.({ activated() {}, rezise() {} }),
      '.on: Button has no callback "rezise". Did you mean "resize"?',
    ],
    [
      "an unknown callback without a handler",
      () => make("Button")?.on?.({ actived: undefined }),
      '.on: Button has no callback "actived".',
    ],
    [
      "a handler by action that is no function",
      () => make("Button")?.on?.({ resize() {}, activated: null }),
      '.on: the handler of "activated" is no function.',
    ],
    [
      "an object of another kind than handlers by action",
      () => make("Button")?.on?.(new Map([["activated", () => {}]])),
      ".on: expected an action, or a plain object of handlers by action.",
    ],
    ["no action", () => make("Button")?.on?.(null, () => {}), ".on: expected an action, or a plain object"],
    [
      "a widget of a wrong class",
      () => make("RadioButton", "x", { group: make("Button") }),
      "new RadioButton: group:",
    ],
    ["no widget", () => make("VBox")?.addWidget?.({ wid: 3 }), "child:"],
  ])("%s is an error that names the call and the path", (_, call, message) => {
    expect(call).toThrow(message);
  });

  it("changes nothing", () => {
    const { W: own, session } = stage();
    const before = session.widgets.size;
    expect(() => own.Button("x", { minSize: [1, -1] })).toThrow("minSize");
    expect(session.widgets.size).toBe(before);
    const slider = own.Slider();
    expect(() => slider.setLimits(0, 5, -1)).toThrow("incrval");
    expect(slider.getValue()).toBe(50);
  });

  it("adds no handler of several when one is wrong", () => {
    const { W: own, open, turn } = stage();
    const button = own.Button("x");
    const page = open();
    page.messages.length = 0;
    let count = 0;
    const add = (handlers: object) => button.on({ activated: () => count++, ...handlers });
    expect(() => add({ resize: 5 })).toThrow(UsageError);
    expect(() => add({ rezise: () => {} })).toThrow(UsageError);
    page.fire(button.wid, "activated");
    turn();
    expect(page.messages).toEqual([]);
    add({});
    page.fire(button.wid, "activated");
    expect(count).toBe(1);
    button.destroy();
    expect(() => button.on({})).toThrow(`Button#${button.wid}.on: the widget has been destroyed.`);
  });

  it("refuses widgets of another session and destroyed ones", () => {
    const one = stage();
    const other = stage();
    const box = one.W.VBox();
    const stranger = other.W.Label("x");
    expect(() => box.addWidget(stranger)).toThrow(
      `VBox#${box.wid}.addWidget: child: Label#1 belongs to another session.`,
    );
    const label = one.W.Label("y");
    label.destroy();
    expect(() => box.addWidget(label)).toThrow("has been destroyed");
    expect(() => label.setText("z")).toThrow(`Label#${label.wid}.setText: the widget has been destroyed.`);
    expect(box.numChildren()).toBe(0);
  });

  it("refuses a circle in the tree", () => {
    const { W: own } = stage();
    const outer = own.VBox();
    const inner = own.VBox();
    outer.addWidget(inner);
    expect(() => inner.addWidget(outer)).toThrow("cannot be put into it");
    expect(() => outer.addWidget(outer)).toThrow("cannot be put into it");
    expect(outer.getChildren()).toEqual([inner]);
  });

  it("refuses a new widget of a destroyed session", () => {
    const { W: own, session } = stage();
    session.destroy();
    expect(() => own.Label("x")).toThrow("new Label: the session has been destroyed.");
  });
});
