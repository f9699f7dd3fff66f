import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Label } from "../../../generated/sync/Label.js";
import type { Mirror } from "../../../runtime/testing/mirror.js";
import { stage } from "../../support/session.js";

function setUp(pages = 0, options: { closable?: boolean; reorderable?: boolean } = {}) {
  const on = stage();
  const page = on.open();
  const tabs = on.W.TabWidget(options);
  const fired: string[] = [];
  const all: Label[] = [];
  const name = (widget: unknown) => String((widget as Label).getText());
  const add = (text: string) => {
    const child = on.W.Label(text);
    all.push(child);
    tabs.addWidget(child, { title: text.toUpperCase() });
    return child;
  };
  for (let i = 0; i < pages; i++) add("abcdefgh"[i] as string);
  tabs.on("page-switch", (child, index) => fired.push(`switch ${name(child)} ${index}`));
  tabs.on("page-moved", (child, index) => fired.push(`moved ${name(child)} ${index}`));
  tabs.on("page-close", (child) => fired.push(`close ${name(child)}`));
  tabs.on("child-added", (child) => fired.push(`added ${name(child)}`));
  tabs.on("child-removed", (child) => fired.push(`removed ${name(child)}`));
  on.turn();
  const order = () => tabs.getChildren().map(name).join("");
  const selected = (mirror: Mirror) => {
    const shown = mirror.widgets.get(tabs.wid);
    const at = shown?.links.findIndex((link) => link.child === shown.selected) ?? -1;
    return at;
  };
  const settled = () => {
    on.turn();
    const fresh = on.open();
    expect(page.snapshot()).toEqual(fresh.snapshot());
    expect(selected(page)).toBe(tabs.getIndex());
    fresh.close(1000, "");
  };
  return { ...on, page, tabs, fired, add, all, order, settled, selected };
}
const at = <T>(list: readonly T[], index: number): T => list[index] as T;

describe("the page that is shown", () => {
  it("is the first that is added; page-switch comes before child-added", () => {
    const { tabs, fired, add, settled } = setUp();
    expect(tabs.getIndex()).toBe(-1);
    add("a");
    add("b");
    expect(tabs.getIndex()).toBe(0);
    expect(fired).toEqual(["switch a 0", "added a", "added b"]);
    settled();
  });

  it("is chosen by place or by page; a place without a page does nothing", () => {
    const { tabs, all, fired, settled, page, turn } = setUp(3);
    tabs.setIndex(2);
    tabs.showWidget(at(all, 1));
    tabs.setIndex(1);
    turn();
    page.messages.length = 0;
    tabs.setIndex(3);
    tabs.setIndex(-1);
    turn();
    expect(page.messages).toEqual([]);
    expect(tabs.getIndex()).toBe(1);
    expect(fired).toEqual(["switch c 2", "switch b 1"]);
    settled();
  });

  it("cannot be given when the widget is made: there is no page yet", () => {
    const { W } = stage();
    const tabs = W.TabWidget({ index: 1 });
    tabs.addWidget(W.Label("a"));
    tabs.addWidget(W.Label("b"));
    expect(tabs.getIndex()).toBe(0);
  });

  it("refuses a page of something else", () => {
    const { tabs, W } = setUp(1);
    const other = W.Label("x");
    expect(() => tabs.showWidget(other)).toThrow(`${tabs}.showWidget: ${other} is not a child of ${tabs}.`);
    expect(() => tabs.closeWidget(other)).toThrow("is not a child of");
    expect(() => tabs.moveWidget(other, 0)).toThrow(
      `${tabs}.moveWidget: ${other} is not a child of ${tabs}.`,
    );
  });

  it("stays when one before it goes: its place shifts without a callback", () => {
    const { tabs, all, fired, settled } = setUp(3);
    tabs.setIndex(2);
    fired.length = 0;
    tabs.remove(at(all, 0));
    expect(tabs.getIndex()).toBe(1);
    expect(tabs.indexToWidget(1)).toBe(at(all, 2));
    expect(fired).toEqual(["removed a"]);
    settled();
  });

  it("is the one that moves into its place, else the last, else none", () => {
    const { tabs, all, fired, settled } = setUp(3);
    tabs.setIndex(1);
    fired.length = 0;
    tabs.closeWidget(at(all, 1));
    expect(tabs.getIndex()).toBe(1);
    tabs.closeWidget(at(all, 2));
    expect(tabs.getIndex()).toBe(0);
    at(all, 0).destroy();
    expect(tabs.getIndex()).toBe(-1);
    expect(fired).toEqual(["switch c 1", "removed b", "switch a 0", "removed c", "removed a"]);
    settled();
  });

  it("is right after all pages are removed at once, or moved to another stack", () => {
    const { tabs, W, all, settled } = setUp(3);
    const stack = W.StackWidget();
    stack.addWidget(at(all, 2));
    stack.addWidget(at(all, 0));
    expect([tabs.getIndex(), stack.getIndex()]).toEqual([0, 0]);
    settled();
    tabs.removeAll();
    expect([tabs.getIndex(), tabs.numChildren()]).toEqual([-1, 0]);
    stack.removeAll(true);
    expect(at(all, 2).isDestroyed).toBe(true);
    settled();
  });
});

describe("a user who chooses a page", () => {
  it("is heard once, and seen in the other browsers", () => {
    const { tabs, all, fired, open, turn, selected } = setUp(3);
    const [mine, other] = [open(), open()];
    mine.messages.length = 0;
    mine.fire(tabs.wid, "page-switch", { __wid__: at(all, 2).wid }, 2);
    turn();
    expect(tabs.getIndex()).toBe(2);
    expect(fired).toEqual(["switch c 2"]);
    expect(selected(other)).toBe(2);
    expect(mine.messages).toEqual([]);
  });

  it("means the page and not the number, when pages went at the same time", () => {
    const { tabs, all, fired, open, turn, selected } = setUp(3);
    const mine = open();
    tabs.remove(at(all, 0));
    fired.length = 0;
    mine.fire(tabs.wid, "page-switch", { __wid__: at(all, 2).wid }, 2);
    turn();
    expect(tabs.getIndex()).toBe(1);
    expect(fired).toEqual(["switch c 1"]);
    expect(selected(open())).toBe(1);
  });

  it("is shown the truth again when the page has gone, and nobody else hears of it", () => {
    const { tabs, all, fired, open, turn } = setUp(3);
    const mine = open();
    turn();
    tabs.remove(at(all, 1));
    turn();
    fired.length = 0;
    mine.messages.length = 0;
    mine.fire(tabs.wid, "page-switch", { __wid__: at(all, 1).wid }, 1);
    turn();
    expect(fired).toEqual([]);
    expect(tabs.getIndex()).toBe(0);
    expect(mine.messages).toMatchObject([{ method: "set_index", args: [0] }]);
  });

  it("is not heard when the program has chosen the same page already", () => {
    const { tabs, all, fired, open } = setUp(2);
    const mine = open();
    tabs.setIndex(1);
    mine.fire(tabs.wid, "page-switch", { __wid__: at(all, 1).wid }, 1);
    expect(fired).toEqual(["switch b 1"]);
  });

  it("agrees in the end with another one who chose at the same time", () => {
    const { tabs, all, open, turn, selected } = setUp(3);
    const [one, two] = [open(), open()];
    const choose = (mirror: Mirror, index: number) => {
      const shown = mirror.widgets.get(tabs.wid);
      if (shown) shown.selected = mirror.widgets.get(at(all, index).wid) ?? null;
      mirror.fire(tabs.wid, "page-switch", { __wid__: at(all, index).wid }, index);
    };
    choose(one, 1);
    choose(two, 2);
    turn();
    expect([tabs.getIndex(), selected(one), selected(two)]).toEqual([2, 2, 2]);
  });
});

describe("a user who closes a page", () => {
  it("asks for it: it leaves everywhere, is heard of, and lives on", () => {
    const { tabs, all, fired, open, turn, settled } = setUp(3, { closable: true });
    const [mine, other] = [open(), open()];
    mine.fire(tabs.wid, "page-close", { __wid__: at(all, 0).wid });
    turn();
    expect(fired).toEqual(["switch b 0", "removed a", "close a"]);
    expect(at(all, 0).isDestroyed).toBe(false);
    for (const each of [mine, other]) expect(each.widgets.get(tabs.wid)?.links).toHaveLength(2);
    settled();
  });

  it("is heard once, also when two do it at once; and never for what is no page", () => {
    const { tabs, all, fired, open, W } = setUp(2, { closable: true });
    const [one, two] = [open(), open()];
    const box = W.VBox();
    const elsewhere = W.Label("x");
    box.addWidget(elsewhere);
    one.fire(tabs.wid, "page-close", { __wid__: at(all, 1).wid });
    two.fire(tabs.wid, "page-close", { __wid__: at(all, 1).wid });
    two.fire(tabs.wid, "page-close", { __wid__: elsewhere.wid });
    expect(fired).toEqual(["removed b", "close b"]);
    expect(box.numChildren()).toBe(1);
  });
});

describe("the order of the pages", () => {
  it("is changed by the program; the page that is shown stays", () => {
    const { tabs, all, order, fired, settled } = setUp(4);
    tabs.setIndex(1);
    fired.length = 0;
    tabs.moveWidget(at(all, 0), 2);
    expect([order(), tabs.getIndex()]).toEqual(["bcad", 0]);
    tabs.moveWidget(at(all, 1), 99);
    expect([order(), tabs.getIndex()]).toEqual(["cadb", 3]);
    tabs.moveWidget(at(all, 3), 0);
    expect([order(), tabs.getIndex()]).toEqual(["dcab", 3]);
    expect(fired).toEqual([]);
    settled();
  });

  it("is changed by a user, for all browsers and replays", () => {
    const { tabs, all, order, fired, open, turn, settled } = setUp(3, { reorderable: true });
    const [mine, other] = [open(), open()];
    mine.fire(tabs.wid, "page-moved", { __wid__: at(all, 0).wid }, 2);
    turn();
    expect([order(), tabs.getIndex()]).toEqual(["bca", 2]);
    expect(fired).toEqual(["moved a 2"]);
    expect(other.snapshot()).toEqual(open().snapshot());
    settled();
  });

  it("is told with the place that came of it, and not for a page that has gone", () => {
    const { tabs, all, fired, open } = setUp(3);
    const mine = open();
    mine.fire(tabs.wid, "page-moved", { __wid__: at(all, 0).wid }, 77);
    tabs.remove(at(all, 1));
    fired.length = 0;
    mine.fire(tabs.wid, "page-moved", { __wid__: at(all, 1).wid }, 0);
    mine.fire(tabs.wid, "page-moved", { __wid__: at(all, 0).wid }, 50);
    expect(fired).toEqual(["moved a 1"]);
  });

  it("is the same everywhere when two users change it at the same time", () => {
    const { tabs, all, order, open, turn } = setUp(4);
    const [one, two] = [open(), open()];
    const drag = (mirror: Mirror, child: number, to: number) => {
      const links = mirror.widgets.get(tabs.wid)?.links ?? [];
      const from = links.findIndex((link) => link.child?.wid === at(all, child).wid);
      links.splice(to, 0, ...links.splice(from, 1));
      mirror.fire(tabs.wid, "page-moved", { __wid__: at(all, child).wid }, to);
    };
    drag(one, 0, 1);
    drag(two, 2, 0);
    turn();
    expect(order()).toBe("cbad");
    const fresh = open();
    for (const each of [one, two]) expect(each.snapshot()).toEqual(fresh.snapshot());
  });

  it("takes titles and highlights along", () => {
    const { tabs, all, open, page, settled } = setUp(3);
    tabs.highlightTab(at(all, 1), "red");
    tabs.highlightTab(at(all, 2), "blue");
    tabs.highlightTab(at(all, 2), null);
    tabs.moveWidget(at(all, 1), 0);
    settled();
    const links = open().widgets.get(tabs.wid)?.links ?? [];
    expect(links.map((link) => [link.args[1], [...link.calls.values()].flat()])).toEqual([
      [{ title: "B" }, ["red"]],
      [{ title: "A" }, []],
      [{ title: "C" }, [null]],
    ]);
    tabs.remove(at(all, 1));
    tabs.addWidget(at(all, 1), { title: "again" });
    expect(() => tabs.highlightTab(tabs, "red")).toThrow(
      `${tabs}.highlightTab: ${tabs} is not a child of ${tabs}.`,
    );
    settled();
    expect(page.widgets.get(tabs.wid)?.links.at(-1)).toMatchObject({
      args: [expect.anything(), { title: "again" }],
    });
    expect([...(page.widgets.get(tabs.wid)?.links.at(-1)?.calls ?? [])]).toEqual([]);
  });

  it("gives a page that is added again its new title, in its place", () => {
    const { tabs, all, order, fired, settled, page } = setUp(2);
    tabs.addWidget(at(all, 0), { title: "new" });
    expect([order(), fired]).toEqual(["ab", []]);
    settled();
    expect(page.widgets.get(tabs.wid)?.links[0]?.args[1]).toEqual({ title: "new" });
  });
});

it("a stack of pages is what a list with a marked entry is, whatever is done to it", () => {
  const step = fc.record({
    kind: fc.constantFrom("add", "remove", "setIndex", "move", "userSwitch", "userClose", "userMove", "turn"),
    a: fc.nat(5),
    b: fc.nat(5),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { tabs, add, all, order, fired, open, settled, turn } = setUp();
      const user = open();
      let list: number[] = [];
      let marked: number | null = null;
      const shownNow: (number | null)[] = [];
      for (const { kind, a, b } of steps) {
        const before = marked;
        const count = fired.filter((each) => each.startsWith("switch")).length;
        const child = list[a];
        const widget = child === undefined ? undefined : all[child];
        const ref = { __wid__: widget?.wid ?? 0 };
        if (kind === "add") {
          add("x");
          list.push(all.length - 1);
          marked ??= all.length - 1;
        } else if (kind === "turn") turn();
        else if (kind === "setIndex") {
          tabs.setIndex(a);
          marked = child ?? marked;
        } else if (child === undefined || widget === undefined) continue;
        else if (kind === "remove" || kind === "userClose") {
          if (kind === "remove") tabs.remove(widget);
          else user.fire(tabs.wid, "page-close", ref);
          list = list.filter((each) => each !== child);
          if (marked === child) marked = list[Math.min(a, list.length - 1)] ?? null;
        } else if (kind === "move" || kind === "userMove") {
          if (kind === "move") tabs.moveWidget(widget, b);
          else user.fire(tabs.wid, "page-moved", ref, b);
          list = list.filter((each) => each !== child);
          list.splice(b, 0, child);
        } else {
          user.fire(tabs.wid, "page-switch", ref, a);
          marked = child;
        }
        shownNow.push(marked);
        const switches = fired.filter((each) => each.startsWith("switch")).length - count;
        expect(switches).toBe(marked !== before && marked !== null ? 1 : 0);
        expect(tabs.getIndex()).toBe(marked === null ? -1 : list.indexOf(marked));
        expect(tabs.getChildren()).toEqual(list.map((each) => all[each]));
      }
      expect(order()).toHaveLength(list.length);
      settled();
    }),
    { numRuns: 500 },
  );
});
