import { describe, expect, it } from "vitest";
import type { Label } from "../../../generated/sync/Label.js";
import { stage } from "../../support/session.js";

function setUp(panes = 0, options: { sizes?: number[] } = {}) {
  const on = stage();
  const page = on.open();
  const splitter = on.W.Splitter(options);
  const all: Label[] = [];
  const add = () => {
    const child = on.W.Label(String(all.length));
    all.push(child);
    splitter.addWidget(child);
    return child;
  };
  for (let i = 0; i < panes; i++) add();
  on.turn();
  const shares = (mirror = page) => mirror.widgets.get(splitter.wid)?.models.get("panes")?.snapshot();
  const settled = () => {
    on.turn();
    const fresh = on.open();
    expect(page.snapshot()).toEqual(fresh.snapshot());
    fresh.close(1000, "");
  };
  return { ...on, page, splitter, all, add, shares, settled };
}
const at = <T>(list: readonly T[], index: number): T => list[index] as T;

describe("the sizes of panes", () => {
  it("are unknown until they are set, or dragged by a user", () => {
    const { splitter, settled, open, turn, shares } = setUp(2);
    expect(splitter.getSizes()).toBeNull();
    splitter.setSizes([100, 200]);
    expect(splitter.getSizes()).toEqual([100, 200]);
    settled();
    const mine = open();
    const seen: number[][] = [];
    splitter.on("sizing", (sizes) => seen.push(sizes));
    mine.messages.length = 0;
    mine.fire(splitter.wid, "sizing", [150.5, 149.5]);
    turn();
    expect([splitter.getSizes(), seen]).toEqual([[150.5, 149.5], [[150.5, 149.5]]]);
    expect(shares()).toEqual([150.5, 149.5]);
    expect(mine.messages).toEqual([]);
    settled();
  });

  it("may be given before there are panes", () => {
    const { splitter, add, shares, settled, turn } = setUp(0, { sizes: [10, 20, 30] });
    add();
    add();
    turn();
    expect(shares()).toEqual([10, 20]);
    add();
    settled();
    expect(shares()).toEqual([10, 20, 30]);
    expect(splitter.getSizes()).toEqual([10, 20, 30]);
  });

  it("go with their panes; a new one gets the average", () => {
    const { splitter, all, add, shares, settled } = setUp(3);
    splitter.setSizes([100, 200, 300]);
    splitter.remove(at(all, 0));
    expect(splitter.getSizes()).toEqual([200, 300]);
    settled();
    add();
    expect(splitter.getSizes()).toEqual([200, 300, 250]);
    settled();
    expect(shares()).toEqual([200, 300, 250]);
    at(all, 2).destroy();
    expect(splitter.getSizes()).toEqual([200, 250]);
    settled();
    splitter.removeAll();
    expect(splitter.getSizes()).toEqual([]);
    settled();
    add();
    settled();
    expect(shares()).toEqual([null]);
  });

  it("stay with the panes when fewer are given", () => {
    const { splitter, shares, settled, turn, page } = setUp(2);
    splitter.setSizes([5]);
    turn();
    expect(page.widgets.get(splitter.wid)?.state.sizes).toEqual([5]);
    expect(shares()).toEqual([5, null]);
    settled();
    splitter.setSizes([100, 300]);
    splitter.setSizes([5]);
    expect(splitter.getSizes()).toEqual([5, 300]);
    splitter.setSizes([]);
    expect(splitter.getSizes()).toEqual([5, 300]);
    settled();
  });

  it("that a user dragged while panes came or went are made to fit", () => {
    const { splitter, all, add, open, settled, shares } = setUp(2);
    const mine = open();
    add();
    mine.fire(splitter.wid, "sizing", [100, 300]);
    expect(splitter.getSizes()).toEqual([100, 300, 200]);
    settled();
    splitter.remove(at(all, 0));
    mine.fire(splitter.wid, "sizing", [1, 2, 3]);
    expect(splitter.getSizes()).toEqual([1, 2]);
    settled();
    expect(shares()).toEqual([1, 2]);
  });

  it("are refused when they are none", () => {
    const { splitter } = setUp(2);
    expect(() => splitter.setSizes([-1, 2])).toThrow(`${splitter}.setSizes: sizes[0]`);
    expect(() => splitter.setSizes([Number.NaN])).toThrow("sizes[0]");
  });
});

describe("the smallest size of a pane", () => {
  it("is kept with its child and said again in a replay", () => {
    const { splitter, all, open, settled } = setUp(3);
    splitter.setMinimumSize(at(all, 1), 50);
    splitter.setMinimumSize(at(all, 1), 0);
    splitter.setMinimumSize(at(all, 2), 70);
    splitter.remove(at(all, 0));
    settled();
    const calls = open()
      .widgets.get(splitter.wid)
      ?.links.map((link) => [...link.calls]);
    expect(calls).toEqual([[["set_minimum_size", [0]]], [["set_minimum_size", [70]]]]);
  });

  it("goes with the child, and is refused for what is none", () => {
    const { splitter, all, settled, page } = setUp(2);
    splitter.setMinimumSize(at(all, 0), 50);
    splitter.remove(at(all, 0));
    expect(() => splitter.setMinimumSize(at(all, 0), 50)).toThrow(
      `${splitter}.setMinimumSize: ${at(all, 0)} is not a child of ${splitter}.`,
    );
    splitter.addWidget(at(all, 0));
    settled();
    expect(page.widgets.get(splitter.wid)?.links.map((link) => link.calls.size)).toEqual([0, 0]);
  });
});

it("a child that is added again keeps its pane", () => {
  const { splitter, all, settled } = setUp(2);
  splitter.setSizes([1, 2]);
  splitter.addWidget(at(all, 0));
  expect(splitter.getChildren()).toEqual(all);
  expect(splitter.getSizes()).toEqual([1, 2]);
  settled();
});
