import { describe, expect, it } from "vitest";
import type { TextBufferRef } from "../../../generated/sync/TextBufferRef.js";
import type { TextSource } from "../../../generated/sync/TextSource.js";
import { stage } from "../../support/session.js";

const OURS = ["input", "tracking", "text"];

function tagged(start: number, end: number, name = "t") {
  const on = stage();
  const source = on.W.TextSource("0123456789");
  source.createTag(name, { bold: true });
  put(source, name, start, end);
  return { ...on, source };
}

function put(source: TextSource, name: string, start: number, end: number): void {
  source.applyTag(name, source.createRef(start), source.createRef(end));
}

function take(source: TextSource, name: string, start: number, end: number): void {
  source.removeTag(name, source.createRef(start), source.createRef(end));
}

function offsets(refs: [TextBufferRef, TextBufferRef] | null): [number, number] | null {
  return refs === null ? null : [refs[0].getOffset(), refs[1].getOffset()];
}

function runs(source: TextSource, name = "t"): unknown {
  return source.getTagRegions(name).map(offsets);
}

function replaceRange(source: TextSource, start: number, end: number, text: string): void {
  const part = source.getText().slice(start, end);
  source.replace(part, text, { start: source.createRef(start) });
}

describe("tags", () => {
  it.each([
    [4, [[2, 10]]],
    [2, [[4, 10]]],
    [8, [[2, 8]]],
  ])("grow by an insert inside only: at %i", (at, result) => {
    const { source } = tagged(2, 8);
    source.insertText(source.createRef(at), "XX");
    expect(runs(source)).toEqual(result);
  });

  it.each([
    [4, 6, "abc", [[2, 9]]],
    [2, 4, "abc", [[5, 9]]],
    [6, 8, "abc", [[2, 6]]],
    [2, 8, "abc", []],
    [0, 10, "abc", []],
    [0, 4, "abc", [[3, 7]]],
    [6, 10, "abc", [[2, 6]]],
    [8, 10, "z", [[2, 8]]],
    [0, 2, "z", [[1, 7]]],
  ])("take a replacement of %i to %i by %s as a deletion and an insert", (start, end, text, result) => {
    const { source } = tagged(2, 8);
    replaceRange(source, start, end, text);
    expect(runs(source)).toEqual(result);
  });

  it("cover the characters from their start to before their end", () => {
    const { source } = tagged(2, 8);
    expect([1, 2, 7, 8].map((at) => source.getTagsAt(source.createRef(at)))).toEqual([[], ["t"], ["t"], []]);
    const at = (start: number, end: number) =>
      source.getTagsRange(source.createRef(start), source.createRef(end));
    expect([at(2, 2), at(4, 4), at(8, 2), at(8, 9), at(0, 2), at(0, 3)]).toEqual([
      [],
      ["t"],
      ["t"],
      [],
      [],
      ["t"],
    ]);
    expect(source.getTagsAt(source.getRefEnd())).toEqual([]);
  });

  it("join where they touch, in answers only", () => {
    const { source } = tagged(0, 2);
    put(source, "t", 2, 3);
    expect([runs(source), offsets(source.getTagRegion("t"))]).toEqual([[[0, 3]], [0, 3]]);
    take(source, "t", 3, 1);
    expect(runs(source)).toEqual([[0, 1]]);
    put(source, "t", 5, 9);
    put(source, "t", 4, 6);
    put(source, "t", 6, 7);
    expect([runs(source), offsets(source.getTagRegion("t"))]).toEqual([
      [
        [0, 1],
        [4, 9],
      ],
      [0, 9],
    ]);
  });

  it("are cut in two, and are gone when nothing is left", () => {
    const { source, fired } = { ...tagged(2, 8), fired: [] as string[] };
    source.on("changed", () => fired.push("changed"));
    take(source, "t", 4, 6);
    expect([runs(source), source.hasTag("t")]).toEqual([
      [
        [2, 4],
        [6, 8],
      ],
      true,
    ]);
    take(source, "t", 3, 3);
    take(source, "nothing", 0, 9);
    take(source, "t", 0, 10);
    expect([runs(source), source.hasTag("t"), source.getTagRegion("t")]).toEqual([[], false, null]);
    expect([fired, source.getModified(), source.canUndo()]).toEqual([[], false, false]);
  });

  it("stay in the order in which they were applied, also when cut", () => {
    const { source } = tagged(0, 9, "first");
    source.createTag("second", {});
    put(source, "second", 0, 9);
    take(source, "first", 3, 5);
    expect(source.getTagsAt(source.createRef(1))).toEqual(["first", "second"]);
    expect(source.getTagsAt(source.createRef(7))).toEqual(["first", "second"]);
    put(source, "first", 3, 5);
    expect(source.getTagsAt(source.createRef(4))).toEqual(["second", "first"]);
    expect(source.getTagsRange(...source.getRefBounds())).toEqual(["first", "second"]);
  });

  it("must be defined to be applied, and need not be for new text", () => {
    const { W } = stage();
    const source = W.TextSource("abc");
    expect(() => put(source, "t", 1, 1)).toThrow(
      `TextSource#1.applyTag: name: there is no tag "t"; define it with createTag.`,
    );
    source.insertText(source.createRef(1), "XY", ["t"]);
    expect([source.hasTag("t"), runs(source)]).toEqual([true, [[1, 3]]]);
    source.createTag("t");
    put(source, "t", 2, 2);
    expect(runs(source)).toEqual([[1, 3]]);
  });

  it("do not come back with undo", () => {
    const { W } = stage();
    const source = W.TextSource("abc");
    source.createTag("t");
    source.insertText(source.createRef(1), "XY", ["t"]);
    source.undo();
    source.redo();
    expect([source.getText(), source.hasTag("t")]).toEqual(["aXYbc", false]);
    put(source, "t", 1, 3);
    source.deleteRange(source.createRef(1), source.createRef(3));
    source.undo();
    expect(source.hasTag("t")).toBe(false);
    put(source, "t", 0, 5);
    source.deleteRange(source.createRef(1), source.createRef(3));
    source.undo();
    expect(runs(source)).toEqual([[0, 5]]);
  });

  it("outlive the text in their definitions only", () => {
    const { source, open, turn } = tagged(2, 8);
    turn();
    const page = open(OURS);
    source.setText("0123456789");
    turn();
    expect(source.hasTag("t")).toBe(false);
    put(source, "t", 1, 2);
    turn();
    expect(page.snapshot()).toEqual(open(OURS).snapshot());
    expect(page.snapshot()[0]?.models).toMatchObject({
      text: { definitions: [["t", { bold: true }]], intervals: [{ name: "t", start: 1, end: 2 }] },
    });
    source.removeTagDef("t");
    source.removeTagDef("t");
    turn();
    expect([source.hasTag("t"), page.snapshot()]).toEqual([false, open(OURS).snapshot()]);
  });

  it("are told piece by piece, definitions as a whole and in their order", () => {
    const { source, open, turn } = tagged(2, 8);
    turn();
    const page = open(OURS);
    page.messages.length = 0;
    source.createTag("u", { foreground: "red", fontFamily: "serif" });
    source.createTag("t", { italic: true });
    put(source, "u", 5, 3);
    take(source, "t", 4, 5);
    take(source, "u", 8, 9);
    turn();
    expect(page.messages.map(({ method, args }) => [method, args])).toEqual([
      ["create_tag", ["u", { foreground: "red", font_family: "serif" }]],
      ["create_tag", ["t", { italic: true }]],
      ["_addTagIntervals", [[{ name: "u", start: 3, end: 5 }]]],
      ["_cutTagIntervals", ["t", 4, 5]],
    ]);
    const fresh = open(OURS);
    expect(fresh.snapshot()).toEqual(page.snapshot());
    expect(fresh.messages.filter(({ method }) => method === "create_tag").map(({ args }) => args)).toEqual([
      ["t", { italic: true }],
      ["u", { foreground: "red", font_family: "serif" }],
    ]);
    expect(() => source.createTag("v", { colour: "red" } as never)).toThrow("createTag: attrs");
  });
});

describe("icons", () => {
  it("follow their positions, on the page as well", () => {
    const { W, open, turn } = stage();
    const source = W.TextSource("a\nb\nc");
    turn();
    const page = open(OURS);
    const one = source.createRef(2);
    const two = source.createRef(4, "left");
    source.setIcon(one, "https://x/1.png");
    source.setIcon(two, "/files/2.png");
    source.setIcon(one, "https://x/3.png");
    source.insertText(source.createRef(4), "zz\n");
    two.toNextLine();
    two.toNextLine();
    one.setOffset(one.getOffset());
    turn();
    expect(
      page.messages.filter(({ method }) => String(method).includes("Icon")).map(({ args }) => args),
    ).toEqual([
      [one.wid, 2, "right", "https://x/1.png"],
      [two.wid, 4, "left", "data:image/png;base64,L2ZpbGVzLzIucG5n"],
      [one.wid, 2, "right", "https://x/3.png"],
      [two.wid, 7],
    ]);
    expect(page.snapshot()[0]?.models).toMatchObject({
      text: {
        icons: [
          { id: two.wid, offset: 7 },
          { id: one.wid, offset: 2, url: "https://x/3.png" },
        ],
      },
    });
    expect(open(OURS).snapshot()).toEqual(page.snapshot());
    source.setIcon(two, null);
    source.setIcon(two, null);
    source.removeRef(one);
    turn();
    expect(page.snapshot()[0]?.models).toMatchObject({ text: { icons: [] } });
    source.setIcon(two, "https://x/4.png");
    source.clearIcons();
    source.clearIcons();
    turn();
    expect(page.snapshot()).toEqual(open(OURS).snapshot());
  });

  it("need a valid position of this editor", () => {
    const { W } = stage();
    const source = W.TextSource("a");
    const ref = source.createRef(0);
    expect(() => W.TextSource("b").setIcon(ref, null)).toThrow("not of TextSource#3");
    source.removeRef(ref);
    expect(() => source.setIcon(ref, "https://x/1.png")).toThrow("setIcon: ref: the position");
    source.setIcon(ref, null);
    expect(() => source.setIcon(source.createRef(0), "/missing/x.png")).toThrow("cannot be read");
  });
});
