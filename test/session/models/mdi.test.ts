import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SubWindowOptions } from "../../../generated/sync/index.js";
import type { Label } from "../../../generated/sync/Label.js";
import type { MDISubWindow } from "../../../generated/sync/MDISubWindow.js";
import type { Mirror } from "../../../runtime/testing/mirror.js";
import { answered, stage } from "../../support/session.js";

const at = <T>(list: readonly T[], index: number): T => list[index] as T;

function setUp(count = 0) {
  const on = stage();
  const page = on.open();
  const desk = on.W.MDIWidget();
  const fired: string[] = [];
  const all: Label[] = [];
  const windows: MDISubWindow[] = [];
  const name = (widget: unknown) => String((widget as Label).getText());
  const add = (text: string, options?: SubWindowOptions) => {
    const child = on.W.Label(text);
    const window = desk.addWidget(child, options);
    all.push(child);
    windows.push(window);
    return window;
  };
  for (let i = 0; i < count; i++) add("abcdefgh"[i] as string);
  desk.on("page-switch", (child) => fired.push(`switch ${name(child)}`));
  desk.on("page-close", (child) => fired.push(`close ${name(child)}`));
  desk.on("child-added", (child) => fired.push(`added ${name(child)}`));
  desk.on("child-removed", (child) => fired.push(`removed ${name(child)}`));
  on.turn();
  const stacked = (mirror: Mirror) => {
    const stack = mirror.widgets.get(desk.wid)?.models.get("subwindows")?.snapshot() ?? [];
    return (stack as number[]).map((wid) => name(all.find((each) => each.wid === wid))).join("");
  };
  const settled = () => {
    on.turn();
    const fresh = on.open();
    expect(page.snapshot()).toEqual(fresh.snapshot());
    fresh.close(1000, "");
  };
  const ref = (index: number) => ({ __wid__: at(all, index).wid });
  const windowIn = (mirror: Mirror, index: number) => mirror.widgets.get(at(windows, index).wid);
  return { ...on, page, desk, fired, all, windows, add, stacked, settled, ref, windowIn };
}

describe("a sub-window", () => {
  it("is made with its child, by the server, under a number of the server", () => {
    const { page, desk, add, all, turn, settled, session } = setUp();
    page.messages.length = 0;
    const window = add("a", { title: "A", x: 10, y: 20, width: 200 });
    turn();
    expect(page.messages.filter((message) => message.type === "call")).toEqual([
      {
        type: "call",
        wid: desk.wid,
        method: "add_widget",
        args: [{ __wid__: at(all, 0).wid }, { title: "A", width: 200, x: 10, y: 20 }],
        silent: true,
        result_wid: window.wid,
      },
    ]);
    expect(window.getChild()).toBe(at(all, 0));
    expect(desk.getSubwin(at(all, 0))).toBe(window);
    expect(desk.getSubwindows()).toEqual([window]);
    expect(desk.getChildren()).toEqual([at(all, 0)]);
    const seen: [unknown, number][] = [];
    session.walkWidgetTree((widget, depth) => seen.push([widget, depth]));
    expect(seen).toEqual([
      [desk, 0],
      [window, 1],
      [at(all, 0), 1],
    ]);
    settled();
  });

  it("needs no browser", () => {
    const { W, open } = stage();
    const desk = W.MDIWidget();
    const window = desk.addWidget(W.Label("a"), { title: "A" });
    window.setTitle("B");
    window.setPosition(5, 6);
    window.setBg("red");
    window.resize(null, 90);
    const page = open();
    expect(page.widgets.get(window.wid)?.state).toEqual({
      title: "B",
      position: [5, 6],
      size: [300, 90],
      bg: "red",
    });
  });

  it("can be made by its desktop only, and put nowhere else", () => {
    const { desk, add, W, session } = setUp();
    const window = add("a");
    const Window = window.constructor as new (...args: unknown[]) => unknown;
    expect(() => new Window(session, {})).toThrow("new MDISubWindow: only a MDIWidget makes one.");
    const box = W.VBox();
    expect(() => box.addWidget(window)).toThrow(`${box}.addWidget: ${window} belongs where it was made`);
    expect(() => desk.addWidget(window)).toThrow("belongs where it was made");
    expect(() => desk.remove(window)).toThrow(`${desk}.remove: ${window} is not a child of ${desk}.`);
    expect(() => desk.addWidget(desk)).toThrow("cannot be put into it");
    expect(desk.getSubwindows()).toEqual([window]);
  });

  it("makes nothing when an option is wrong", () => {
    const { desk, W, session } = setUp();
    const child = W.Label("a");
    const loose = desk as unknown as { addWidget(child: unknown, options: unknown): void };
    expect(() => loose.addWidget(child, { tilte: "x" })).toThrow(`${desk}.addWidget: options`);
    expect(() => loose.addWidget(child, { width: -1 })).toThrow("options");
    expect(() => loose.addWidget(child, { iconUrl: "/missing/x.png" })).toThrow("cannot be read");
    expect(desk.numChildren()).toBe(0);
    const seen: unknown[] = [];
    session.walkWidgetTree((widget) => seen.push(widget));
    expect(seen).toEqual([desk, child]);
  });

  it("stands at a place of its own, the same in every browser", () => {
    const { desk, add, page, windowIn, open, turn, all, settled } = setUp();
    for (const text of ["a", "b", "c"]) add(text);
    add("d", { x: 60, y: 60 });
    add("e", { x: 7 });
    const places = all.map((child) => desk.getChildPosition(child));
    expect(places).toEqual([
      [0, 0],
      [20, 20],
      [40, 40],
      [60, 60],
      [80, 80],
    ]);
    turn();
    const other = open();
    all.forEach((_, i) => {
      expect(windowIn(page, i)?.state.position).toEqual(places[i]);
      expect(windowIn(other, i)?.state.position).toEqual(places[i]);
    });
    settled();
  });

  it("is placed inside the view once that is known", () => {
    const { desk, add, page, all } = setUp();
    page.fire(desk.wid, "resize", { width: 350, height: 1000 });
    for (const text of "abcde") add(text);
    expect(all.map((child) => desk.getChildPosition(child))).toEqual([
      [0, 0],
      [20, 20],
      [40, 40],
      [0, 60],
      [20, 80],
    ]);
  });

  it("is moved, resized, named and rolled up by the program, for all browsers", () => {
    const { desk, all, windows, page, windowIn, turn, settled } = setUp(2);
    const fired: string[] = [];
    at(windows, 0).on("move", () => fired.push("move"));
    at(windows, 0).on("resize", () => fired.push("resize"));
    at(windows, 0).on("window-state", (state) => fired.push(state));
    desk.moveChild(at(all, 0), -5, 7.5);
    desk.resizeChild(at(all, 0), null, 120);
    at(windows, 0).setTitle("A");
    at(windows, 0).toggleShade();
    at(windows, 1).move(1, 2);
    turn();
    expect(windowIn(page, 0)?.state).toMatchObject({
      position: [-5, 7.5],
      size: [300, 120],
      title: "A",
      window_state: "shaded",
    });
    // Cut to whole pixels.
    expect(desk.getConfiguration(at(all, 0))).toEqual({ x: -5, y: 7, width: 300, height: 120, title: "A" });
    expect(desk.getChildSize(at(all, 0))).toEqual([300, 120]);
    expect(at(windows, 0).getSize()).toEqual([0, 120]);
    expect(desk.getChildPosition(at(all, 1))).toEqual([1, 2]);
    expect(at(windows, 0).getState()).toBe("shaded");
    expect(fired).toEqual(["shaded"]);
    settled();
  });

  it("says so when it is asked about something that is no child", () => {
    const { desk, W } = setUp(1);
    const other = W.Label("x");
    expect(desk.getSubwin(other)).toBeNull();
    expect(desk.getConfiguration(other)).toBeNull();
    expect(desk.getChildSize(other)).toEqual([0, 0]);
    expect(desk.getChildPosition(other)).toEqual([0, 0]);
    expect(desk.indexOf(other)).toBe(-1);
    expect(desk.indexToWidget(9)).toBeNull();
    expect(() => desk.moveChild(other, 1, 2)).toThrow(
      `${desk}.moveChild: ${other} is not a child of ${desk}.`,
    );
    expect(() => desk.resizeChild(other, 1, 2)).toThrow(`${desk}.resizeChild: ${other} is not a child`);
    expect(() => desk.closeChild(other)).toThrow("is not a child");
  });

  it("keeps the place and size that a user gave it, and not what its state gives it", () => {
    const { desk, all, windows, open, windowIn, settled, turn } = setUp(1);
    const [mine, other] = [open(), open()];
    const wid = at(windows, 0).wid;
    mine.fire(wid, "move", 30, 40);
    mine.fire(wid, "resize", { width: 200, height: 150, user: true });
    mine.fire(wid, "window-state", "minimized");
    mine.fire(wid, "resize", { width: 0, height: 0 });
    turn();
    expect(desk.getConfiguration(at(all, 0))).toMatchObject({ x: 30, y: 40, width: 200, height: 150 });
    expect(at(windows, 0).getWindowState()).toBe("minimized");
    expect(windowIn(other, 0)?.state).toMatchObject({
      position: [30, 40],
      size: [200, 150],
      window_state: "minimized",
    });
    const fresh = open();
    expect(windowIn(fresh, 0)?.state).toEqual(windowIn(other, 0)?.state);
    settled();
  });

  it("tells what it is listened to for, also in a replay and to a browser that must be told all", async () => {
    const { windows, turn, open, add } = setUp();
    const plain = open([]);
    const knowing = open();
    const window = add("a");
    window.on("move", () => {});
    window.on("drop-end", () => {});
    turn();
    await answered();
    const listens = (mirror: Mirror) => [...(mirror.widgets.get(at(windows, 0).wid)?.listens ?? [])].sort();
    const everything = ["drop-end", "lowered", "move", "resize", "window-state"];
    expect(listens(plain)).toEqual(everything);
    expect(listens(knowing)).toEqual(["drop-end"]);
    const late = open([]);
    await answered();
    expect(listens(late)).toEqual(everything);
    expect(listens(open())).toEqual(["drop-end"]);
  });
});

describe("the sub-window on top", () => {
  it("is the one that was added last; page-switch comes before child-added", () => {
    const { desk, add, fired, settled } = setUp();
    expect(desk.getIndex()).toBe(-1);
    add("a");
    add("b");
    expect(desk.getIndex()).toBe(1);
    expect(fired).toEqual(["switch a", "added a", "switch b", "added b"]);
    settled();
  });

  it("is chosen by the program, by place or by itself; what is on top already does nothing", () => {
    const { desk, windows, fired, stacked, page, turn, settled } = setUp(3);
    desk.setIndex(0);
    at(windows, 1).raise();
    turn();
    expect(stacked(page)).toBe("cab");
    expect(desk.getIndex()).toBe(1);
    page.messages.length = 0;
    at(windows, 1).raise();
    desk.setIndex(1);
    desk.setIndex(5);
    desk.setIndex(-1);
    turn();
    expect(page.messages).toEqual([]);
    expect(fired).toEqual(["switch a", "switch b"]);
    settled();
  });

  it.each(["toggleMinimize", "toggleMaximize", "toggleShade"] as const)(
    "is the one that is told to %s",
    (toggle) => {
      const { desk, windows, fired, stacked, page, open, turn, settled } = setUp(3);
      const other = open();
      const window = at(windows, 0);
      window[toggle]();
      turn();
      expect(window.getWindowState()).not.toBe("normal");
      expect([stacked(page), stacked(other)]).toEqual(["bca", "bca"]);
      at(windows, 1).raise();
      window[toggle]();
      turn();
      expect(window.getWindowState()).toBe("normal");
      expect([stacked(page), stacked(other), desk.getIndex()]).toEqual(["cba", "cba", 0]);
      expect(fired).toEqual(["switch a", "switch b", "switch a"]);
      settled();
    },
  );

  it("changes when it is sent to the back", () => {
    const { desk, windows, fired, stacked, page, settled } = setUp(3);
    at(windows, 2).lower();
    expect(desk.getIndex()).toBe(1);
    at(windows, 0).lower();
    at(windows, 0).lower();
    expect(fired).toEqual(["switch b"]);
    settled();
    expect(stacked(page)).toBe("acb");
  });

  it("changes when it is closed, and not when another one is", () => {
    const { desk, all, windows, fired, settled } = setUp(3);
    desk.closeChild(at(all, 0));
    expect(fired).toEqual(["removed a"]);
    at(windows, 2).close();
    expect(fired).toEqual(["removed a", "switch b", "removed c"]);
    expect(desk.getIndex()).toBe(0);
    desk.remove(at(all, 1), true);
    expect(desk.getIndex()).toBe(-1);
    expect(at(all, 1).isDestroyed).toBe(true);
    expect(at(all, 2).isDestroyed).toBe(false);
    settled();
  });

  it("is chosen by a user, for all browsers, once", () => {
    const { desk, fired, open, stacked, turn, ref, settled } = setUp(3);
    const [mine, other] = [open(), open()];
    mine.fire(desk.wid, "page-switch", ref(0));
    mine.fire(desk.wid, "page-switch", ref(0));
    turn();
    expect(desk.getIndex()).toBe(0);
    expect(fired).toEqual(["switch a"]);
    expect(stacked(other)).toBe("bca");
    settled();
  });

  it("is sent to the back by a user: the next one is on top, and the program hears of both", () => {
    const { desk, windows, fired, open, stacked, turn, settled } = setUp(3);
    const [mine, other] = [open(), open()];
    at(windows, 2).on("lowered", () => fired.push("lowered"));
    mine.fire(at(windows, 2).wid, "lowered");
    turn();
    expect(desk.getIndex()).toBe(1);
    expect(fired).toEqual(["switch b", "lowered"]);
    expect(stacked(other)).toBe("cab");
    settled();
  });

  it("is the same everywhere when two users choose at the same time", () => {
    const { desk, all, open, stacked, turn, ref } = setUp(3);
    const [one, two] = [open(), open()];
    const raise = (mirror: Mirror, index: number) => {
      // A page shows what its user does before it tells.
      mirror.widgets.get(desk.wid)?.models.get("subwindows")?.call("set_index", [index]);
      mirror.fire(desk.wid, "page-switch", ref(index));
    };
    raise(one, 0);
    raise(two, 1);
    turn();
    expect(all).toHaveLength(3);
    expect([stacked(one), stacked(two), stacked(open())]).toEqual(["cab", "cab", "cab"]);
  });

  it("is on top again in a replay, over the others in their order", () => {
    const { desk, windows, open, stacked, settled } = setUp(5);
    desk.setIndex(1);
    at(windows, 3).lower();
    desk.setIndex(0);
    settled();
    const fresh = open();
    expect(stacked(fresh)).toBe("dceba");
    const raises = fresh.messages.filter((message) => message.method === "set_index");
    expect(raises.map((message) => message.args)).toEqual([[2], [4], [1], [0]]);
  });
});

describe("a user who closes a sub-window", () => {
  it("asks for it: it goes everywhere, its child lives on, its window does not", () => {
    const { desk, all, windows, fired, open, ref, turn, settled } = setUp(2);
    const [mine, other] = [open(), open()];
    mine.fire(desk.wid, "page-close", ref(1));
    other.fire(desk.wid, "page-close", ref(1));
    turn();
    expect(fired).toEqual(["switch a", "removed b", "close b"]);
    expect(at(windows, 1).isDestroyed).toBe(true);
    expect(at(all, 1).isDestroyed).toBe(false);
    expect(() => at(windows, 1).setTitle("x")).toThrow("has been destroyed");
    for (const each of [mine, other]) expect(each.widgets.has(at(windows, 1).wid)).toBe(false);
    settled();
    const again = desk.addWidget(at(all, 1), { title: "again" });
    expect(again).not.toBe(at(windows, 1));
    settled();
  });

  it("cannot close a window by naming it instead of its child", () => {
    const { desk, windows, fired, open } = setUp(1);
    open().fire(desk.wid, "page-close", { __wid__: at(windows, 0).wid });
    expect(fired).toEqual([]);
    expect(desk.numChildren()).toBe(1);
  });
});

describe("the end", () => {
  it("of a sub-window closes it", () => {
    const { desk, all, windows, fired, settled } = setUp(1);
    at(windows, 0).destroy();
    expect(desk.getChildren()).toEqual([]);
    expect(at(all, 0).isDestroyed).toBe(false);
    expect(fired).toEqual(["removed a"]);
    settled();
  });

  it("of a child closes its window; of the desktop all of them", () => {
    const { desk, all, windows, settled, session, turn, page } = setUp(2);
    at(all, 0).destroy();
    expect(at(windows, 0).isDestroyed).toBe(true);
    settled();
    desk.destroy();
    turn();
    expect([at(all, 1), at(windows, 1)].map((each) => each.isDestroyed)).toEqual([true, true]);
    const seen: unknown[] = [];
    session.walkWidgetTree((widget) => seen.push(widget));
    expect([seen, page.widgets.size]).toEqual([[], 0]);
  });

  it("comes to the old window when its child is added again", () => {
    const { desk, all, windows, fired, settled, stacked, page } = setUp(2);
    const fresh = desk.addWidget(at(all, 0), { title: "new" });
    expect(at(windows, 0).isDestroyed).toBe(true);
    expect(desk.getSubwindows()).toEqual([at(windows, 1), fresh]);
    expect(fired).toEqual(["removed a", "switch a", "added a"]);
    settled();
    expect(stacked(page)).toBe("ba");
  });
});

describe("laying out", () => {
  it("in steps: the last one that was added on top, in its normal state", () => {
    const { desk, all, windows, fired, settled, page, stacked } = setUp(3);
    page.fire(desk.wid, "resize", { width: 330, height: 500 });
    at(windows, 1).setWindowState("maximized");
    desk.moveChild(at(all, 2), 99, 99);
    desk.setIndex(0);
    fired.length = 0;
    desk.cascadeWindows();
    expect(all.map((child) => desk.getChildPosition(child))).toEqual([
      [0, 0],
      [20, 20],
      [0, 40],
    ]);
    expect(windows.map((window) => window.getWindowState())).toEqual(["normal", "normal", "normal"]);
    expect([desk.getIndex(), fired]).toEqual([2, ["switch c"]]);
    settled();
    expect(stacked(page)).toBe("abc");
  });

  it("as a grid over the view", () => {
    const { desk, all, settled, page } = setUp(3);
    page.fire(desk.wid, "resize", { width: 401, height: 300 });
    desk.tileWindows();
    expect(all.map((child) => desk.getConfiguration(child))).toMatchObject([
      { x: 0, y: 0, width: 198, height: 148 },
      { x: 200, y: 0, width: 198, height: 148 },
      { x: 0, y: 150, width: 198, height: 148 },
    ]);
    settled();
  });

  it("takes a view of 640 by 480 before one is known; nothing to lay out is no matter", () => {
    const { desk, all, add } = setUp();
    desk.tileWindows();
    desk.cascadeWindows();
    add("a");
    desk.tileWindows();
    expect(desk.getConfiguration(at(all, 0))).toMatchObject({ x: 0, y: 0, width: 638, height: 478 });
  });
});

it("a desktop is what a list with a stack is, whatever is done to it", { timeout: 120_000 }, () => {
  const step = fc.record({
    kind: fc.constantFrom(
      "add",
      "close",
      "raise",
      "lower",
      "setIndex",
      "cascade",
      "userRaise",
      "userLower",
      "userClose",
      "turn",
    ),
    pick: fc.nat(4),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { desk, add, all, windows, fired, open, page, settled, turn, stacked } = setUp();
      const user = open();
      const list: number[] = [];
      let stack: number[] = [];
      const name = (index: number) => String(index).padStart(3, "0");
      for (const { kind, pick } of steps) {
        const before = stack.at(-1);
        fired.length = 0;
        const index = list[pick];
        if (kind === "add") {
          add(name(all.length));
          list.push(all.length - 1);
          stack.push(all.length - 1);
        } else if (kind === "turn") turn();
        else if (kind === "cascade") {
          desk.cascadeWindows();
          stack = [...list];
        } else if (index === undefined) continue;
        else {
          const ref = { __wid__: at(all, index).wid };
          const others = stack.filter((each) => each !== index);
          if (kind === "close") desk.closeChild(at(all, index));
          if (kind === "userClose") user.fire(desk.wid, "page-close", ref);
          if (kind === "raise") at(windows, index).raise();
          if (kind === "setIndex") desk.setIndex(pick);
          if (kind === "userRaise") user.fire(desk.wid, "page-switch", ref);
          if (kind === "lower") at(windows, index).lower();
          if (kind === "userLower") user.fire(at(windows, index).wid, "lowered");
          if (kind.toLowerCase().includes("close")) {
            stack = others;
            list.splice(pick, 1);
          } else stack = kind.toLowerCase().includes("lower") ? [index, ...others] : [...others, index];
        }
        const top = stack.at(-1);
        const switches = fired.filter((each) => each.startsWith("switch"));
        expect(switches).toEqual(top !== before && top !== undefined ? [`switch ${name(top)}`] : []);
        expect(desk.getIndex()).toBe(top === undefined ? -1 : list.indexOf(top));
        expect(desk.getSubwindows()).toEqual(list.map((each) => windows[each]));
      }
      settled();
      expect(stacked(page)).toBe(stack.map(name).join(""));
    }),
    { numRuns: 300 },
  );
});
