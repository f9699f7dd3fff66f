import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { TextBufferRef } from "../../../generated/sync/TextBufferRef.js";
import { documentOf } from "../../../runtime/session/models/text/documents.js";
import { NODE } from "../../../runtime/session/node.js";
import { asyncStage } from "../../support/async-session.js";
import { stage } from "../../support/session.js";

function made(text: string) {
  const on = stage();
  return { ...on, source: on.W.TextSource(text) };
}

describe("a position", () => {
  it("is pulled into the text and keeps its gravity", () => {
    const { source } = made("0123456789");
    expect([-5, 3, 99].map((at) => source.createRef(at).getOffset())).toEqual([0, 3, 10]);
    expect([source.createRef(1).getGravity(), source.createRef(1, "left").getGravity()]).toEqual([
      "right",
      "left",
    ]);
    expect(() => source.createRef(1.5)).toThrow("createRef: offset");
    expect(() => source.createRef(1, "up" as never)).toThrow("createRef: gravity");
  });

  it("follows inserts by its gravity, and a deletion to its start", () => {
    const { source } = made("0123456789");
    const left = source.createRef(4, "left");
    const right = source.createRef(4);
    const behind = source.createRef(5, "left");
    source.insertText(source.createRef(4), "ab");
    expect([left, right, behind].map((ref) => ref.getOffset())).toEqual([4, 6, 7]);
    source.deleteRange(source.createRef(2), source.createRef(6));
    expect([left, right, behind].map((ref) => ref.getOffset())).toEqual([2, 2, 3]);
  });

  it("goes behind or in front of what replaces its surroundings", () => {
    const { source } = made("0123456789");
    const all = [3, 4, 6].flatMap((at) => [source.createRef(at, "left"), source.createRef(at)]);
    source.replace("345", "abcd");
    expect(all.map((ref) => ref.getOffset())).toEqual([3, 7, 3, 7, 3, 7]);
    source.undo();
    expect(all.map((ref) => ref.getOffset())).toEqual([3, 6, 3, 6, 3, 6]);
  });

  it("knows its line and column; only a line feed ends a line", () => {
    const { source } = made("a\r\nb\n\nlast");
    const at = (offset: number) => source.createRef(offset);
    expect(Array.from({ length: 11 }, (_, i) => at(i).getLine())).toEqual([0, 0, 0, 1, 1, 2, 3, 3, 3, 3, 3]);
    expect([at(2).getLineColumn(), at(5).getLineColumn(), at(8).getLineColumn()]).toEqual([
      [0, 2],
      [2, 0],
      [3, 2],
    ]);
    const lines = [-1, 0, 1, 2, 3, 4, 5, 6];
    expect(lines.map((line) => source.getRefLineStart(line).getOffset())).toEqual([
      0, 0, 3, 5, 6, 10, 10, 10,
    ]);
    expect(lines.map((line) => source.getRefLineEnd(line).getOffset())).toEqual([2, 2, 4, 5, 10, 10, 10, 10]);
    expect([source.getEndLineno(), source.getRefLineStart(99).getLine()]).toEqual([3, 3]);
  });

  it("moves by lines and characters", () => {
    const { source } = made("ab\ncd");
    const ref = source.createRef(4);
    const offsetAfter = (task: () => void) => {
      task();
      return ref.getOffset();
    };
    expect(offsetAfter(() => ref.toNextLine())).toBe(4);
    expect(offsetAfter(() => ref.toPrevLine())).toBe(0);
    expect(offsetAfter(() => ref.toPrevLine())).toBe(0);
    expect(offsetAfter(() => ref.setOffset(1))).toBe(1);
    expect(offsetAfter(() => ref.toPrevLine())).toBe(1);
    expect(offsetAfter(() => ref.toLineEnd())).toBe(2);
    expect(offsetAfter(() => ref.toLineEnd())).toBe(2);
    expect(offsetAfter(() => ref.toNextChar())).toBe(3);
    expect(offsetAfter(() => ref.toPrevChar())).toBe(2);
    expect(offsetAfter(() => ref.toNextLine())).toBe(3);
    expect(offsetAfter(() => ref.setOffset(99))).toBe(5);
    expect(offsetAfter(() => ref.toNextChar())).toBe(5);
    expect(offsetAfter(() => ref.toLineStart())).toBe(3);
    expect(offsetAfter(() => ref.setLine(-3))).toBe(0);
    expect(offsetAfter(() => ref.toPrevChar())).toBe(0);
    expect(offsetAfter(() => ref.setLine(7))).toBe(5);
    expect(offsetAfter(() => ref.toRef(source.createRef(2)))).toBe(2);
    const copy = source.createRef(1, "left").copy();
    expect([copy.getOffset(), copy.getGravity()]).toEqual([1, "left"]);
  });

  it("is a new one in every answer but that for a name", () => {
    const { source } = made("abc");
    expect(source.getRefStart()).not.toBe(source.getRefStart());
    const named = source.createNamedRef("n", 2);
    expect(source.getNamedRef("n")).toBe(named);
    expect(source.getNamedRef("m")).toBeNull();
    const [start, end] = source.getRefBounds();
    source.insertText(source.createRef(0), "x");
    source.insertText(source.getRefEnd(), "y");
    expect([start.getOffset(), end.getOffset(), source.getRefEnd().getOffset()]).toEqual([1, 5, 5]);
  });

  it("is made by its editor only", () => {
    const { source, session } = made("abc");
    expect(() => new TextBufferRef(session, source, 2)).toThrow("only a TextSource makes one");
  });

  it("is no widget of the session, and no browser hears of it", () => {
    const { source, session, open } = made("abc");
    const page = open(["input", "text"]);
    const before = page.messages.length;
    source.createRef(1).setOffset(2);
    expect([session.widgets.size, session.roots.size, page.messages.length - before]).toEqual([1, 1, 0]);
  });
});

describe("a position that has become invalid", () => {
  it("answers where it was, and nothing else", () => {
    const { source } = made("abcdef");
    const ref = source.createRef(4);
    let fired = 0;
    ref.on("invalidated", () => {
      fired++;
      expect(ref.isValid()).toBe(false);
    });
    source.removeRef(ref);
    source.removeRef(ref);
    source.insertText(source.getRefStart(), "x");
    expect([fired, ref.isValid(), ref.getOffset(), ref.getGravity()]).toEqual([1, false, 4, "right"]);
    for (const call of ["getLine", "getLineColumn", "copy", "toLineStart", "toNextChar"] as const) {
      expect(() => ref[call]()).toThrow(
        `${ref}.${call}: the position is no longer valid; make another with createRef.`,
      );
    }
    expect(() => ref.setOffset(1)).toThrow("no longer valid");
    expect(() => ref.setLine(1)).toThrow("no longer valid");
    expect(() => source.createRef(0).toRef(ref)).toThrow("toRef: other: the position");
  });

  it("became so with its name, with the text, with its editor", () => {
    const { source } = made("abcdef");
    const fired: string[] = [];
    const refs = ["first", "second"].map((name, i) => {
      const ref = source.createNamedRef("n", 2 + i);
      ref.on("invalidated", () => fired.push(name));
      return ref;
    });
    expect([fired, refs.map((ref) => ref.isValid()), refs[0]?.getOffset()]).toEqual([
      ["first"],
      [false, true],
      2,
    ]);
    source.removeNamedRef("n");
    source.removeNamedRef("n");
    expect([fired, source.getNamedRef("n")]).toEqual([["first", "second"], null]);

    const loose = source.createRef(5);
    const named = source.createNamedRef("again", 4);
    source.setText("abcdef");
    expect([loose.isValid(), loose.getOffset(), named.isValid(), source.getNamedRef("again")]).toEqual([
      false,
      0,
      false,
      null,
    ]);
    const last = source.createRef(3);
    source.destroy();
    expect([last.isValid(), last.getOffset()]).toEqual([false, 3]);
    expect(() => last.getLine()).toThrow("no longer valid");
  });

  it("became so with its own end", () => {
    const { source } = made("abc");
    const ref = source.createNamedRef("n", 1);
    const seen: string[] = [];
    ref.on("invalidated", () => seen.push("invalidated"));
    ref.destroy();
    expect([seen, source.getNamedRef("n")]).toEqual([[], null]);
    expect(() => ref.getOffset()).toThrow("has been destroyed");
    expect(() => source.setTextCursor(ref)).toThrow("has been destroyed");
  });

  it("is not ended by another editor", () => {
    const { W, source } = made("abc");
    const ref = source.createRef(1);
    expect(() => W.TextSource("x").removeRef(ref)).toThrow(
      "is a position of TextSource#1, not of TextSource#3",
    );
    expect(() => W.TextSource("x").createRef(0).toRef(ref)).toThrow("toRef: other:");
    expect(ref.isValid()).toBe(true);
  });
});

describe("positions that the program drops", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  async function settled(): Promise<void> {
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      collect();
    }
  }

  it("are collected, unless they have a name or an icon", async () => {
    const { source } = made("abcdef");
    const watched: [string, WeakRef<TextBufferRef>][] = [];
    (() => {
      watched.push(["plain", new WeakRef(source.createRef(1))]);
      watched.push(["found", new WeakRef((source.find("b") as [TextBufferRef, TextBufferRef])[0])]);
      watched.push(["named", new WeakRef(source.createNamedRef("n", 1))]);
      const iconed = source.createRef(2);
      source.setIcon(iconed, "https://x/y.png");
      watched.push(["iconed", new WeakRef(iconed)]);
    })();
    await settled();
    const left = () => watched.filter(([, ref]) => ref.deref() !== undefined).map(([name]) => name);
    expect(left()).toEqual(["named", "iconed"]);
    source.removeNamedRef("n");
    source.clearIcons();
    await settled();
    expect(left()).toEqual([]);
    source.insertText(source.getRefStart(), "still works");
  });

  it("are followed no more after a while", async () => {
    const { source } = made("abcdef");
    const kept = Array.from({ length: 10 }, (_, i) => source.createRef(i % 7));
    for (let round = 0; round < 5; round++) {
      for (let i = 0; i < 1000; i++) source.createRef(1);
      await settled();
    }
    expect(documentOf(source[NODE]).places.count).toBeLessThan(2100);
    source.insertText(source.createRef(0, "left"), "x");
    expect(kept.map((ref) => ref.getOffset())).toEqual(kept.map((_, i) => (i % 7) + 1));
  });
});

it("works on the async face too", async () => {
  const { W } = asyncStage();
  const source = await W.TextSource("abc");
  const ref = await source.createRef(1);
  await source.insertText(ref, "x");
  expect([source.getText(), ref.getOffset(), source.getRefEnd().getOffset()]).toEqual(["axbc", 2, 4]);
  expect((await ref.copy()).getOffset()).toBe(2);
  expect(await source.undo()).toBe(true);
});
