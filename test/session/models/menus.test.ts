import { describe, expect, it } from "vitest";
import type { Mirror } from "../../../runtime/testing/mirror.js";
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
  /** The methods that attached what a container shows, in order. */
  const lines = (mirror: Mirror, widget: { readonly wid: number }) =>
    mirror.widgets.get(widget.wid)?.links.map((link) => link.method);
  return { ...on, page, settled, lines };
}

describe("a menu", () => {
  it("is filled by its own methods, which give what they made", () => {
    const { W, settled, page, lines } = setUp();
    const menu = W.Menu();
    const open = menu.addName("Open");
    menu.addSeparator();
    const wrap = menu.addName("Wrap", true);
    const recent = menu.addMenu("Recent");
    const given = W.Menu();
    expect(menu.addMenu("Given", given)).toBe(given);
    const own = W.CheckBox("own");
    menu.addWidget(own);
    const one = recent.addName("one.txt");
    expect([open.getText(), wrap.getText(), one.getText()]).toEqual(["Open", "Wrap", "one.txt"]);
    expect(menu.getChildren()).toEqual([open, wrap, recent, given, own]);
    expect(menu.getMenu("Recent")).toBe(recent);
    expect(menu.getMenu("Given")).toBe(given);
    expect(menu.getMenu("Open")).toBeNull();
    expect(menu.getMenu("")).toBeNull();
    settled();
    expect(lines(page, menu)).toEqual([
      "add_widget",
      "add_separator",
      "add_widget",
      "add_menu",
      "add_menu",
      "add_widget",
    ]);
  });

  it("is made on the server: what it makes has its own number and state in every browser", () => {
    const { W, page, turn } = setUp();
    const menu = W.Menu();
    page.messages.length = 0;
    const action = menu.addName("Wrap", true);
    turn();
    expect(page.messages).toEqual([
      { type: "create", wid: menu.wid, class: "Menu", args: [] },
      { type: "create", wid: action.wid, class: "MenuAction", args: [{ text: "Wrap", checkable: true }] },
      {
        type: "call",
        wid: menu.wid,
        method: "add_widget",
        args: [{ __wid__: action.wid }],
        silent: true,
      },
    ]);
  });

  it("forgets what is taken out; separators stay until all is taken out", () => {
    const { W, settled, page, lines } = setUp();
    const menu = W.Menu();
    const sub = menu.addMenu("Sub");
    menu.addSeparator();
    const action = menu.addName("x");
    menu.addSeparator();
    menu.remove(sub);
    expect(menu.getMenu("Sub")).toBeNull();
    action.destroy();
    settled();
    expect(lines(page, menu)).toEqual(["add_separator", "add_separator"]);
    menu.addName("y");
    menu.removeAll();
    expect(menu.numChildren()).toBe(0);
    settled();
    expect(lines(page, menu)).toEqual([]);
  });

  it("finds the last submenu of a name, and takes a new name for one that is added again", () => {
    const { W, settled } = setUp();
    const menu = W.Menu();
    const first = menu.addMenu("Sub");
    const second = menu.addMenu("Sub");
    expect(menu.getMenu("Sub")).toBe(second);
    menu.addMenu("Other", first);
    expect([menu.getMenu("Sub"), menu.getMenu("Other")]).toEqual([second, first]);
    expect(menu.numChildren()).toBe(2);
    settled();
  });

  it("cannot hold itself", () => {
    const { W } = setUp();
    const menu = W.Menu();
    const sub = menu.addMenu("Sub");
    expect(() => sub.addMenu("Up", menu)).toThrow(
      `${sub}.addMenu: ${menu} holds ${sub} and cannot be put into it.`,
    );
  });

  it("pops up in the browser of the user who acted last, and leaves no trace", () => {
    const { W, open, turn, page } = setUp();
    const button = W.Button("x");
    const menu = W.Menu();
    const mine = open();
    turn();
    mine.fire(button.wid, "activated");
    menu.popup(3, 4);
    menu.popup();
    turn();
    expect(mine.actions).toMatchObject([
      { method: "popup", args: [3, 4] },
      { method: "popup", args: [null, null] },
    ]);
    expect(page.actions).toEqual([]);
    expect(open().actions).toEqual([]);
  });
});

describe("an action of a menu", () => {
  it("has the text that it is given, else its name", () => {
    const { W, settled } = setUp();
    expect(W.MenuAction({ name: "n" }).getText()).toBe("n");
    expect(W.MenuAction({ name: "n", text: null }).getText()).toBe("n");
    expect(W.MenuAction({ name: "n", text: "t" }).getText()).toBe("t");
    expect(W.MenuAction({ name: null }).getText()).toBe("");
    expect(W.MenuAction().getText()).toBe("");
    const action = W.MenuAction({ name: "n", text: "" });
    expect(action.getText()).toBe("");
    settled();
  });

  it("keeps the mark that a user sets, also when nobody listens, for all browsers and replays", () => {
    const { W, open, turn, settled } = setUp();
    const action = W.Menu().addName("Wrap", true);
    const mine = open();
    const other = open();
    mine.fire(action.wid, "activated", true);
    turn();
    expect([action.getChecked(), action.getState()]).toEqual([true, true]);
    expect(other.widgets.get(action.wid)?.state.checked).toBe(true);
    const seen: unknown[] = [];
    action.on("activated", (checked) => seen.push(checked));
    mine.fire(action.wid, "activated", false);
    expect([seen, action.getChecked()]).toEqual([[false], false]);
    action.setState(true);
    expect(seen).toEqual([false]);
    settled();
  });

  it("that carries no mark tells no state", () => {
    const { W, open } = setUp();
    const action = W.Menu().addName("Open");
    const seen: unknown[][] = [];
    action.on("activated", (...args) => seen.push(args));
    open().fire(action.wid, "activated");
    expect(seen).toEqual([[]]);
    expect(action.getChecked()).toBe(false);
  });

  it("keeps the size of its icon when only the icon is replaced, and can lose it", () => {
    const { W, page, settled } = setUp();
    const action = W.MenuAction({ iconUrl: "/files/a.png", iconsize: [20, 20] });
    action.setIcon("/files/b.png");
    settled();
    expect(page.widgets.get(action.wid)?.state.icon).toEqual([expect.stringMatching(/^data:/), [20, 20]]);
    action.setIcon(null);
    settled();
    expect(page.widgets.get(action.wid)?.state.icon).toEqual([null, [20, 20]]);
  });
});

describe("a menu bar", () => {
  it("holds menus under titles", () => {
    const { W, settled, page, lines } = setUp();
    const bar = W.MenuBar();
    const file = bar.addName("File");
    const edit = W.Menu();
    edit.addName("Cut");
    expect(bar.addMenu(edit, "Edit", { iconUrl: "x.png", iconOnly: true })).toBeUndefined();
    const again = bar.addName("File");
    expect(bar.getMenu("File")).toBe(again);
    expect(bar.getMenu("Edit")).toBe(edit);
    expect(bar.getMenu("edit")).toBeNull();
    expect(bar.getChildren()).toEqual([file, edit, again]);
    settled();
    expect(lines(page, bar)).toEqual(["add_menu", "add_menu", "add_menu"]);
    expect(page.widgets.get(bar.wid)?.links[1]?.args).toEqual([
      { __wid__: edit.wid },
      "Edit",
      { icon_url: "x.png", icon_only: true },
    ]);
    bar.remove(again);
    expect(bar.getMenu("File")).toBe(file);
    file.destroy();
    expect(bar.getMenu("File")).toBeNull();
    settled();
  });
});

describe("a tool bar", () => {
  it("holds actions, separators and spacers in their order", () => {
    const { W, settled, page, lines } = setUp();
    const bar = W.ToolBar();
    const bold = bar.addAction("Bold", { toggle: true });
    bar.addSeparator();
    const entry = W.TextEntry();
    bar.addWidget(entry);
    bar.addSpacer();
    const icon = bar.addAction({ iconUrl: "/files/a.png", iconsize: [24, 24] });
    expect(bar.getChildren()).toEqual([bold, entry, icon]);
    expect([bold.getText(), icon.getText()]).toEqual(["Bold", ""]);
    settled();
    expect(lines(page, bar)).toEqual([
      "add_widget",
      "add_separator",
      "add_widget",
      "add_spacer",
      "add_widget",
    ]);
    expect(page.widgets.get(icon.wid)?.state.icon).toEqual([expect.stringMatching(/^data:/), [24, 24]]);
    bar.removeAll(true);
    expect(bold.isDestroyed).toBe(true);
    settled();
    expect(lines(page, bar)).toEqual(["add_separator", "add_spacer"]);
  });

  it("makes nothing when an argument is wrong", () => {
    const { W, session } = setUp();
    const bar = W.ToolBar();
    expect(() => bar.addAction("x", { iconUrl: "/missing/a.png" })).toThrow("iconUrl: the file");
    const loose = bar as unknown as { addAction(...args: unknown[]): void };
    expect(() => loose.addAction(5)).toThrow(`${bar}.addAction: text`);
    expect(() => loose.addAction("x", { group: W.Menu() })).toThrow("group");
    expect(() => loose.addAction({ txt: "x" })).toThrow(`${bar}.addAction: text`);
    expect(bar.numChildren()).toBe(0);
    const seen: string[] = [];
    session.walkWidgetTree((widget) => seen.push(String(widget)));
    expect(seen).toHaveLength(2);
  });

  it("moves what is added again to the end", () => {
    const { W, settled } = setUp();
    const bar = W.ToolBar();
    const [a, b] = [bar.addAction("A"), bar.addAction("B")];
    bar.addSeparator();
    bar.addWidget(a);
    expect(bar.getChildren()).toEqual([b, a]);
    settled();
  });

  it("has groups of which at most one is pressed", () => {
    const { W, open, turn, settled } = setUp();
    const bar = W.ToolBar();
    const left = bar.addAction("left", { toggle: true });
    const middle = bar.addAction("middle", { group: left });
    const right = bar.addAction("right", { group: middle });
    const all = [left, middle, right];
    const fired: string[] = [];
    for (const each of all) each.on("activated", (state) => fired.push(`${each.getText()} ${state}`));
    left.setState(true);
    const mine = open();
    const other = open();
    mine.fire(right.wid, "activated", true);
    turn();
    expect(all.map((each) => each.getState())).toEqual([false, false, true]);
    expect(fired).toEqual(["right true"]);
    expect(all.map((each) => other.widgets.get(each.wid)?.state.state)).toEqual([false, undefined, true]);
    settled();
    mine.fire(right.wid, "activated", false);
    expect(all.map((each) => each.getState())).toEqual([false, false, false]);
  });
});

describe("a menu that something drops down", () => {
  it("may be given when it is made or later, and made before or after it", () => {
    const { W, settled, page } = setUp();
    const bar = W.ToolBar();
    const menu = W.Menu();
    menu.addName("x");
    const label = W.Label("a", { menu });
    const action = bar.addAction("b", { menu });
    const late = W.Label("c");
    const first = W.Menu();
    late.setMenu(first);
    const second = W.Menu();
    late.setMenu(second);
    settled();
    const shown = (widget: { readonly wid: number }) => page.widgets.get(widget.wid)?.state.menu;
    expect([shown(label), shown(action), shown(late)]).toEqual([
      { __wid__: menu.wid },
      { __wid__: menu.wid },
      { __wid__: second.wid },
    ]);
    late.setMenu(null);
    action.setMenu(null);
    settled();
    expect([shown(action), shown(late)]).toEqual([null, null]);
  });

  it("may hold what drops it down", () => {
    const { W, settled, turn } = setUp();
    const menu = W.Menu();
    const label = W.Label("a", { menu });
    turn();
    menu.addWidget(label);
    settled();
  });

  it("lets go when it ends", () => {
    const { W, settled, page } = setUp();
    const menu = W.Menu();
    const label = W.Label("a", { menu });
    settled();
    menu.destroy();
    settled();
    expect(page.widgets.get(label.wid)?.state.menu).toBeNull();
  });

  it("is named in a state of something that is not sent yet, and only once", () => {
    const { W, page, turn } = setUp();
    const label = W.Label("a");
    turn();
    page.messages.length = 0;
    const menus = [W.Menu(), W.Menu(), W.Menu()];
    for (const menu of menus) label.setMenu(menu);
    turn();
    const calls = page.messages.filter((message) => message.method === "set_menu");
    expect(calls.map((call) => call.args)).toEqual([[{ __wid__: menus[2]?.wid }]]);
  });
});
