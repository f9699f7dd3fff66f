import { describe, expect, it } from "vitest";
import { stage } from "../../support/session.js";

function setUp() {
  const on = stage();
  const page = on.open();
  const settled = () => {
    on.turn();
    const fresh = on.open();
    expect(page.snapshot()).toEqual(fresh.snapshot());
    fresh.close(1000, "");
  };
  const state = (widget: { readonly wid: number }) => page.widgets.get(widget.wid)?.state ?? {};
  return { ...on, page, settled, state };
}

describe("a colour dialog", () => {
  it("has its default title when it is given an empty one", () => {
    const { W, settled, state, turn } = setUp();
    const dialog = W.ColorDialog({ title: "" });
    settled();
    expect(state(dialog).title).toBeUndefined();
    dialog.setTitle("Ink");
    turn();
    expect(state(dialog).title).toBe("Ink");
    dialog.setTitle("");
    settled();
    expect(state(dialog).title).toBe("Choose Color");
  });
});

describe("a dialog", () => {
  it("keeps its buttons apart from its children", () => {
    const { W, settled, page, turn } = setUp();
    const dialog = W.Dialog("Save?", [["Yes", 1]]);
    const fired: string[] = [];
    dialog.on("child-added", () => fired.push("added"));
    dialog.on("child-removed", () => fired.push("removed"));
    const [b, c, button] = [W.Label("b"), W.Label("c"), W.Button("More")];
    dialog.addButton(button, { more: true });
    dialog.addWidget(c);
    dialog.insertWidget(0, b, 2);
    expect(dialog.getChildren()).toEqual([b, c]);
    expect(dialog.numChildren()).toBe(2);
    expect(fired).toEqual(["added", "added"]);
    settled();
    expect(page.widgets.get(dialog.wid)?.links.map((link) => [link.method, ...link.args.slice(1)])).toEqual([
      ["add_button", { more: true }],
      ["add_widget", 2],
      ["add_widget", 0],
    ]);
    turn();
    dialog.removeAll();
    expect(dialog.getChildren()).toEqual([]);
    settled();
    expect(page.widgets.get(dialog.wid)?.links).toHaveLength(1);
    dialog.remove(button);
    settled();
    expect(page.widgets.get(dialog.wid)?.links).toHaveLength(0);
    expect(fired).toEqual(["added", "added", "removed", "removed"]);
    expect(button.isDestroyed).toBe(false);
  });

  it("takes a button over into its content and back", () => {
    const { W, settled } = setUp();
    const dialog = W.Dialog("x");
    const button = W.Button("b");
    dialog.addWidget(button);
    dialog.addButton(button, 1);
    expect(dialog.getChildren()).toEqual([]);
    settled();
    dialog.addWidget(button);
    expect(dialog.getChildren()).toEqual([button]);
    settled();
  });

  it("moves a widget that is inserted again", () => {
    const { W, settled } = setUp();
    const dialog = W.Dialog("x");
    const [a, b, c] = [W.Label("a"), W.Label("b"), W.Label("c")];
    for (const each of [a, b, c]) dialog.addWidget(each);
    dialog.insertWidget(0, c, 3);
    expect(dialog.getChildren()).toEqual([c, a, b]);
    dialog.insertWidget(9, c, 1);
    expect(dialog.getChildren()).toEqual([a, b, c]);
    settled();
  });

  it("knows no buttons for null, and any JSON as a value", () => {
    const { W, settled } = setUp();
    W.Dialog("x", null);
    W.Dialog(null, [
      ["a", null],
      ["b", [1, { c: true }]],
    ]);
    settled();
    const loose = W as unknown as { Dialog(...args: unknown[]): void };
    expect(() => loose.Dialog("x", ["Yes"])).toThrow("new Dialog: buttons");
    expect(() => loose.Dialog("x", [["Yes", () => 1]])).toThrow("new Dialog: buttons");
  });

  it("pops up where it is asked to, where it was, or where the browser likes", () => {
    const { W, settled, state, turn } = setUp();
    const dialog = W.Dialog("x");
    expect(dialog.isVisible()).toBe(false);
    dialog.popup();
    turn();
    expect(state(dialog)).toMatchObject({ visible: true });
    expect(state(dialog)).not.toHaveProperty("position");
    dialog.hide();
    dialog.popup(10, 20);
    turn();
    expect(state(dialog)).toMatchObject({ visible: true, position: [10, 20] });
    dialog.hide();
    dialog.popup(5);
    settled();
    expect(state(dialog)).toMatchObject({ visible: true, position: [10, 20] });
  });

  it("closes by itself once its handlers have run, in every browser", async () => {
    const { W, open, turn, settled } = setUp();
    const dialog = W.Dialog("x", [["Yes", "yes"]], { autoclose: true });
    const other = open();
    const mine = open();
    dialog.popup();
    turn();
    const seen: unknown[] = [];
    let go = () => {};
    dialog.on("activated", async (value) => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      seen.push(value, dialog.isVisible());
    });
    mine.fire(dialog.wid, "activated", "yes");
    expect(dialog.isVisible()).toBe(true);
    go();
    await new Promise((resolve) => setImmediate(resolve));
    turn();
    expect([seen, dialog.isVisible()]).toEqual([["yes", true], false]);
    for (const each of [mine, other]) expect(each.widgets.get(dialog.wid)?.state.visible).toBe(false);
    settled();
  });

  it("stays open without autoclose, and when its user asks to close it", () => {
    const { W, page, turn } = setUp();
    const dialog = W.Dialog("x", [["Yes", 1]]);
    dialog.popup();
    turn();
    const seen: string[] = [];
    dialog.on("close", () => seen.push("close"));
    dialog.on("activated", (value) => seen.push(`activated ${value}`));
    page.fire(dialog.wid, "activated", 1);
    page.fire(dialog.wid, "close");
    expect([seen, dialog.isVisible()]).toEqual([["activated 1", "close"], true]);
  });

  it("keeps place and size that its user gave it, and its state", () => {
    const { W, open, settled, state, turn } = setUp();
    const dialog = W.Dialog("x");
    const mine = open();
    dialog.popup();
    turn();
    mine.fire(dialog.wid, "move", 1, 2);
    mine.fire(dialog.wid, "resize", { width: 300, height: 200, user: true });
    mine.fire(dialog.wid, "resize", { width: 0, height: 0 });
    dialog.setModal(true);
    dialog.toggleMaximize();
    settled();
    expect(state(dialog)).toMatchObject({
      position: [1, 2],
      size: [300, 200],
      modal: true,
      window_state: "maximized",
    });
  });
});

describe("a colour dialog", () => {
  it("follows what its user picks, and hides after OK and Cancel", () => {
    const { W, open, turn, settled, state } = setUp();
    const dialog = W.ColorDialog();
    expect([dialog.getColor(), dialog.isContainer()]).toEqual(["#ff0000", false]);
    const seen: string[] = [];
    dialog.on("pick", (color) => seen.push(`pick ${color}`));
    dialog.on("activated", (color) => seen.push(`ok ${color} ${dialog.isVisible()}`));
    dialog.on("close", () => seen.push(`close ${dialog.isVisible()}`));
    const mine = open();
    dialog.popup();
    turn();
    mine.fire(dialog.wid, "pick", "#00ff00");
    expect(dialog.getColor()).toBe("#00ff00");
    mine.fire(dialog.wid, "activated", "#0000ff");
    expect([dialog.getColor(), dialog.isVisible()]).toEqual(["#0000ff", false]);
    dialog.popup();
    turn();
    expect(state(dialog)).toMatchObject({ color: "#0000ff", visible: true });
    mine.fire(dialog.wid, "close");
    expect([dialog.getColor(), dialog.isVisible()]).toEqual(["#0000ff", false]);
    expect(seen).toEqual(["pick #00ff00", "ok #0000ff true", "close true"]);
    settled();
    dialog.setColor("#112233");
    expect(seen).toHaveLength(3);
    settled();
  });

  it("hides after Cancel also when nobody listens", () => {
    const { W, page, turn } = setUp();
    const dialog = W.ColorDialog({ color: "#aabbcc" });
    dialog.popup();
    turn();
    page.fire(dialog.wid, "close");
    expect([dialog.isVisible(), dialog.getColor()]).toEqual([false, "#aabbcc"]);
  });
});

describe("a file dialog", () => {
  it("keeps mode and filter, and opens in the browser of the user only", () => {
    const { W, open, turn, settled, state, page } = setUp();
    const dialog = W.FileDialog({ mode: "files" });
    expect([dialog.getMode(), dialog.getAccept()]).toEqual(["files", ""]);
    const button = W.Button("open");
    const mine = open();
    button.on("activated", () => dialog.open());
    dialog.setMode("save");
    dialog.setAccept(".txt");
    turn();
    mine.fire(button.wid, "activated");
    dialog.show();
    dialog.popup(1, 2);
    dialog.save("a.txt", "YQ==");
    settled();
    expect(mine.actions.map((action) => action.method)).toEqual(["open", "show", "popup", "save"]);
    expect(page.actions).toEqual([]);
    expect(state(dialog)).toMatchObject({ mode: "save", accept: ".txt" });
    expect(open().actions).toEqual([]);
  });
});
