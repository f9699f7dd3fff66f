import { describe, expect, it } from "vitest";
import { stage } from "../../support/session.js";

const OURS = ["input", "tracking", "text"];

function made(text: string) {
  const on = stage();
  return { ...on, source: on.W.TextSource(text) };
}

describe("what browsers are told", () => {
  it("is the edit and the caret, silently, in the order of things", () => {
    const { source, open, turn } = made("abc");
    turn();
    const page = open(OURS);
    page.messages.length = 0;
    source.insertText(source.createRef(1), "X", ["t", "t"]);
    source.replace("c", "cc");
    source.setSelectionRange(source.createRef(3), source.createRef(1));
    turn();
    const calls = page.messages.map(({ method, args, silent }) => [method, args, silent]);
    expect(calls).toEqual([
      ["_editText", [1, [[1, 1, "X"]], { tags: ["t"] }], true],
      ["_setCursorOffset", [2, true], true],
      ["_editText", [2, [[3, 4, "cc"]], {}], true],
      ["_setCursorOffset", [5, true], true],
      ["_setSelectionOffsets", [3, 1], true],
    ]);
  });

  it("is one edit for all matches of a replacement", () => {
    const { source, open, turn } = made("x x");
    turn();
    const page = open(OURS);
    page.messages.length = 0;
    source.replace("x", "yy", { all: true });
    turn();
    expect(page.messages[0]?.args).toEqual([
      1,
      [
        [0, 1, "yy"],
        [2, 3, "yy"],
      ],
      {},
    ]);
    expect(page.messages).toHaveLength(2);
  });

  it("is the old way for a browser that has not named the feature", () => {
    const { source, open, turn } = made("x x");
    source.createTag("t", { bold: true });
    turn();
    const page = open(["input", "tracking"]);
    const ours = open(OURS);
    page.messages.length = 0;
    source.replace("x", "yy", { all: true });
    source.applyTag("t", source.createRef(0), source.createRef(2));
    source.applyTag("t", source.createRef(3), source.createRef(4));
    source.setIcon(source.createRef(0), "https://x/y.png");
    turn();
    expect(page.messages.map(({ method, args }) => [method, args])).toEqual([
      ["_replaceRange", [2, 3, "yy", { pushUndo: false }]],
      ["_replaceRange", [0, 1, "yy", { pushUndo: false }]],
      ["_setCursorOffset", [2]],
      [
        "_restoreTagIntervals",
        [
          [
            { name: "t", start: 0, end: 2 },
            { name: "t", start: 3, end: 4 },
          ],
          1,
        ],
      ],
    ]);
    expect(open(["input"]).snapshot()).toEqual(page.snapshot());
    expect(open(OURS).snapshot()).toEqual(ours.snapshot());
  });

  it("begins with the text that the widget was made with, also in the turn of its making", () => {
    const { W, open, turn } = stage();
    const page = open(OURS);
    const source = W.TextSource("abc", { wrap: "word" });
    source.insertText(source.getRefEnd(), "d");
    source.setWrap("hard");
    turn();
    const create = page.messages.find((message) => message.type === "create");
    expect(create?.args).toEqual(["abc", { wrap: "word" }]);
    const fresh = open(OURS);
    expect(fresh.messages.find((message) => message.type === "create")?.args).toEqual(["", { wrap: "hard" }]);
    expect(fresh.snapshot()).toEqual(page.snapshot());
  });

  it("wraps by word for true and not at all for false", () => {
    const { W, open, turn } = stage();
    const page = open(OURS);
    const source = W.TextSource("", { wrap: true });
    const other = W.TextSource({ wrap: false });
    turn();
    const created = page.messages.filter((message) => message.type === "create");
    expect(created.map(({ args }) => args)).toEqual([["", { wrap: "word" }], [""]]);
    source.setWrap(false);
    other.setWrap(true);
    turn();
    expect([source, other].map(({ wid }) => page.widgets.get(wid)?.state.wrap)).toEqual(["none", "word"]);
    expect(open(OURS).snapshot()).toEqual(page.snapshot());
  });

  it("is nothing but the widget for a text that was never touched", () => {
    const { W, open } = stage();
    const source = W.TextSource("abc");
    source.getText();
    source.getRefEnd();
    const page = open(OURS);
    expect(page.messages.map((message) => message.type)).toEqual([
      "session-info",
      "reconstruct-start",
      "create",
      "reconstruct-end",
    ]);
    expect(page.snapshot()[0]?.models).toMatchObject({ text: { text: "abc" } });
  });

  it("scrolls by offsets and shows a tooltip to the user who acted last", () => {
    const { source, open, turn } = made("a\nb\nc");
    turn();
    const first = open(OURS);
    const second = open(OURS);
    second.fire(source.wid, "caret-moved", 0, 1, 1);
    for (const page of [first, second]) page.messages.length = 0;
    source.scrollToRef(source.createRef(4), "top");
    source.scrollToLineno(1);
    source.scrollToLineno(99, "center");
    source.scrollToEnd();
    source.scrollToCursor();
    source.showTooltip("hi", 3, 4);
    turn();
    const scrolls = [
      ["_scrollToOffset", [4, "top"]],
      ["_scrollToOffset", [2, "nearest"]],
      ["_scrollToOffset", [5, "center"]],
      ["_scrollToOffset", [5, "nearest"]],
      ["scroll_to_cursor", []],
    ];
    expect(first.messages.map(({ method, args }) => [method, args])).toEqual(scrolls);
    expect(second.messages.map(({ method, args }) => [method, args])).toEqual([
      ...scrolls,
      ["_showTooltip", ["hi", 3, 4]],
    ]);
    expect(() => source.scrollToLineno(1, "left" as never)).toThrow("scrollToLineno: align");
  });

  it("is right after a replay, wherever it comes", () => {
    const { source, open, turn, session } = made("one\ntwo");
    source.createTag("b", { bold: true });
    turn();
    const live = open(OURS);
    source.insertText(source.createRef(3), "!", ["b"]);
    source.setIcon(source.createNamedRef("mark", 5), "https://x/1.png");
    source.setSelectionRange(source.createRef(1), source.createRef(4));
    turn();
    const fresh = open(OURS);
    expect(fresh.snapshot()).toEqual(live.snapshot());
    session.reconstruct();
    expect(live.snapshot()).toEqual(fresh.snapshot());
    expect(fresh.messages.some((message) => message.method === "_setSelectionOffsets")).toBe(true);
    source.setText("gone");
    turn();
    expect(open(OURS).snapshot()).toEqual(live.snapshot());
  });
});
