import { describe, expect, it } from "vitest";
import type { TextBufferRef } from "../../../generated/sync/TextBufferRef.js";
import type { TextSource } from "../../../generated/sync/TextSource.js";
import { stage } from "../../support/session.js";

function made(text = "") {
  const on = stage();
  const source = on.W.TextSource(text);
  const fired: string[] = [];
  source.on("changed", () => fired.push(source.getText()));
  return { ...on, source, fired };
}

function pair(refs: [TextBufferRef, TextBufferRef] | null): [number, number] | null {
  return refs === null ? null : [refs[0].getOffset(), refs[1].getOffset()];
}

function caret(source: TextSource): unknown {
  return pair(source.getSelectionRange()) ?? source.getCursor().getOffset();
}

describe("a text", () => {
  it("starts with what the constructor was given, unmodified and without history", () => {
    const { W } = stage();
    const source = W.TextSource("one\ntwo");
    expect(source.getText()).toBe("one\ntwo");
    expect([source.getLength(), source.getEndLineno()]).toEqual([7, 1]);
    expect([source.getModified(), source.canUndo(), source.canRedo()]).toEqual([false, false, false]);
    expect(W.TextSource(null).getText()).toBe("");
    expect(W.TextSource().getEndLineno()).toBe(0);
    expect(W.TextSource("a\n").getEndLineno()).toBe(1);
  });

  it("is loaded without callback and without history", () => {
    const { source, fired } = made("old");
    source.insertText(source.getRefStart(), "x");
    fired.length = 0;
    source.setText("new");
    expect(fired).toEqual([]);
    expect([source.getText(), source.getModified(), source.canUndo(), caret(source)]).toEqual([
      "new",
      false,
      false,
      0,
    ]);
    source.setText(null);
    expect(source.getText()).toBe("");
    source.insertText(source.getRefStart(), "x");
    source.clear();
    expect([source.getText(), source.canUndo(), fired.length]).toEqual(["", false, 1]);
  });

  it("gives a part between two positions in either order", () => {
    const { source } = made("0123456789");
    const [a, b] = [source.createRef(7), source.createRef(3)];
    expect([source.getTextRange(a, b), source.getTextRange(b, a), source.getTextRange(a, a)]).toEqual([
      "3456",
      "3456",
      "",
    ]);
  });

  it("counts UTF-16 units", () => {
    const { source } = made("a🎉b");
    expect(source.getLength()).toBe(4);
    expect(pair(source.find("b"))).toEqual([3, 4]);
  });
});

describe("an edit", () => {
  it("inserts, with the caret behind it, and appends in order at one position", () => {
    const { source, fired } = made("ab");
    const ref = source.createRef(1);
    source.insertText(ref, "1");
    source.insertText(ref, "2");
    expect(source.getText()).toBe("a12b");
    expect([caret(source), source.getModified(), fired]).toEqual([3, true, ["a1b", "a12b"]]);
    source.insertText(ref, "");
    expect(fired).toHaveLength(2);
  });

  it("deletes a range in either order; nothing for an empty one", () => {
    const { source, fired } = made("0123456789");
    source.deleteRange(source.createRef(6), source.createRef(2));
    expect([source.getText(), caret(source)]).toEqual(["016789", 2]);
    source.deleteRange(source.createRef(2), source.createRef(2));
    expect(fired).toHaveLength(1);
    source.deleteRange(...source.getRefBounds());
    expect([source.getText(), source.canUndo(), fired.length]).toEqual(["", true, 2]);
  });

  it("drops the selection, and undo brings it back", () => {
    const { source } = made("0123456789");
    source.setSelectionRange(source.createRef(8), source.createRef(5));
    expect(source.hasSelection()).toBe(true);
    expect([caret(source), source.getCursor().getOffset()]).toEqual([[5, 8], 5]);
    expect(pair(source.getSelectionBounds())).toEqual([5, 8]);
    source.insertText(source.getRefStart(), "Q");
    expect([source.hasSelection(), caret(source)]).toEqual([false, 1]);
    expect(source.undo()).toBe(true);
    expect([caret(source), source.getCursor().getOffset()]).toEqual([[5, 8], 5]);
    source.setTextCursor(source.createRef(4));
    expect([source.hasSelection(), caret(source), source.getSelectionRange()]).toEqual([false, 4, null]);
  });

  it("fires when everything is in place, also in undo", () => {
    const { W } = stage();
    const source = W.TextSource("ab");
    const seen: unknown[] = [];
    source.on("changed", () =>
      seen.push([source.getText(), caret(source), source.canUndo(), source.canRedo()]),
    );
    source.insertText(source.createRef(1), "x");
    source.undo();
    source.redo();
    expect(seen).toEqual([
      ["axb", 2, true, false],
      ["ab", 0, false, true],
      ["axb", 2, true, false],
    ]);
  });

  it("from inside a changed handler is an edit of its own", () => {
    const { source, fired } = made("");
    source.on("changed", () => {
      if (source.getLength() < 3) source.insertText(source.getRefEnd(), "x");
    });
    source.insertText(source.getRefStart(), "x");
    expect([source.getText(), fired.length]).toEqual(["xxx", 3]);
  });

  it("needs positions of this editor that are valid, and changes nothing otherwise", () => {
    const { W, source, fired } = made("abc");
    const foreign = W.TextSource("abc").createRef(1);
    const dead = source.createRef(1);
    source.removeRef(dead);
    expect(() => source.insertText(foreign, "x")).toThrow(
      "TextSource#1.insertText: ref: TextBufferRef#3 is a position of TextSource#2, not of TextSource#1.",
    );
    expect(() => source.deleteRange(source.createRef(0), dead)).toThrow(
      /^TextSource#1\.deleteRange: endRef: the position TextBufferRef#4 is no longer valid; make another with createRef\.$/,
    );
    expect(() => source.getTextRange(dead, dead)).toThrow("no longer valid");
    expect(() => source.setTextCursor(dead)).toThrow("TextSource#1.setTextCursor: ref: the position");
    expect(() => source.insertText("x" as never, "x")).toThrow("insertText: ref");
    expect(() => source.scrollToRef(dead)).toThrow("no longer valid");
    expect([source.getText(), fired]).toEqual(["abc", []]);
  });
});

describe("the history", () => {
  it("answers whether there was a step", () => {
    const { source, fired } = made("a");
    expect([source.undo(), source.redo()]).toEqual([false, false]);
    source.insertText(source.getRefEnd(), "b");
    expect([source.canUndo(), source.canRedo()]).toEqual([true, false]);
    expect([source.undo(), source.canUndo(), source.canRedo(), source.getText()]).toEqual([
      true,
      false,
      true,
      "a",
    ]);
    expect([source.redo(), source.getText(), caret(source)]).toEqual([true, "ab", 2]);
    expect(fired).toEqual(["ab", "a", "ab"]);
  });

  it("keeps 500 steps", () => {
    const { source } = made("");
    const end = source.getRefEnd();
    for (let i = 0; i < 600; i++) source.insertText(end, String(i % 10));
    let count = 0;
    while (source.undo()) count++;
    expect([count, source.getLength()]).toEqual([500, 100]);
    while (source.redo()) count--;
    expect([count, source.getLength()]).toEqual([0, 600]);
  });

  it("forgets what was undone with the next edit", () => {
    const { source } = made("");
    source.insertText(source.getRefEnd(), "a");
    source.undo();
    source.insertText(source.getRefEnd(), "b");
    expect([source.canRedo(), source.redo(), source.getText()]).toEqual([false, false, "b"]);
  });

  it("is not touched by marking clean; undoing counts as an edit", () => {
    const { source } = made("a");
    source.insertText(source.getRefEnd(), "b");
    source.markClean();
    expect([source.getModified(), source.canUndo()]).toEqual([false, true]);
    source.undo();
    expect(source.getModified()).toBe(true);
  });
});

describe("a search", () => {
  it("answers positions, and selects nothing", () => {
    const { source } = made("aaaa Aa");
    expect(pair(source.find("aa"))).toEqual([0, 2]);
    expect(pair(source.find("aa", { start: source.createRef(1) }))).toEqual([1, 3]);
    expect(source.find("zz")).toBeNull();
    expect(source.find("")).toBeNull();
    expect(source.findAll("aa").map(pair)).toEqual([
      [0, 2],
      [2, 4],
    ]);
    expect(source.findAll("AA", { caseInsensitive: true }).map(pair)).toEqual([
      [0, 2],
      [2, 4],
      [5, 7],
    ]);
    expect(source.findAll("")).toEqual([]);
    expect(source.hasSelection()).toBe(false);
    const dead = source.createRef(0);
    source.removeRef(dead);
    expect(() => source.find("a", { start: dead })).toThrow("opts.start: the position");
  });

  it("moves its answers along with edits", () => {
    const { source } = made("ab ab");
    const found = source.findAll("ab");
    source.insertText(source.getRefStart(), "__");
    expect(found.map(pair)).toEqual([
      [2, 4],
      [5, 7],
    ]);
  });
});

describe("replacing", () => {
  it("replaces the first match, or all from the last to the first, each a step", () => {
    const { source, fired } = made("x x x");
    expect(source.replace("x", "yy", { all: true })).toBe(3);
    expect([source.getText(), fired.length, caret(source)]).toEqual(["yy yy yy", 3, 2]);
    source.undo();
    expect([source.getText(), caret(source)]).toEqual(["x yy yy", 4]);
    source.undo();
    source.undo();
    expect([source.getText(), caret(source), source.canUndo()]).toEqual(["x x x", 0, false]);
    for (let i = 0; i < 3; i++) source.redo();
    expect(source.getText()).toBe("yy yy yy");
    expect(source.replace("y", "z")).toBe(1);
    expect([source.getText(), caret(source)]).toEqual(["zy yy yy", 1]);
    expect(source.replace("", "q")).toBe(0);
    expect(source.replace("nothing", "q", { all: true })).toBe(0);
  });

  it("begins at a position, ignores case, and never looks at what it put in", () => {
    const { source } = made("ab AB ab");
    expect(
      source.replace("ab", "abab", { all: true, caseInsensitive: true, start: source.createRef(1) }),
    ).toBe(2);
    expect(source.getText()).toBe("ab abab abab");
  });

  it("counts a match that is the same already, but does not edit it", () => {
    const { source, fired } = made("ab AB");
    expect(source.replace("ab", "ab", { all: true })).toBe(1);
    expect([fired, source.getModified(), source.canUndo()]).toEqual([[], false, false]);
    expect(source.replace("ab", "ab", { all: true, caseInsensitive: true })).toBe(2);
    expect([source.getText(), fired.length]).toEqual(["ab ab", 1]);
  });

  it("keeps the steps nearest to the start when there are too many", () => {
    const { source, fired } = made("x".repeat(700));
    expect(source.replace("x", "yy", { all: true })).toBe(700);
    expect(fired).toHaveLength(700);
    while (source.undo());
    expect(source.getText()).toBe("x".repeat(500) + "yy".repeat(200));
  });
});

describe("options", () => {
  it("are plain state", () => {
    const { W } = stage();
    const source = W.TextSource("x", { fontSize: 15, lineNumbers: true });
    source.setFont("Courier");
    source.setFont(null, 14);
    expect(source.getCursorStyle()).toEqual(["line", null]);
    source.setCursorStyle("block", "red");
    expect(source.getCursorStyle()).toEqual(["block", "red"]);
    expect(() => source.setCursorStyle("wave" as never)).toThrow("setCursorStyle: style");
    expect(() => source.setWrap("bad" as never)).toThrow("setWrap: mode");
    source.setScrollPosition(0.5, 2);
    expect(source.getScrollPosition()).toEqual([0.5, 1]);
  });
});
