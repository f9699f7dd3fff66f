import { describe, expect, it } from "vitest";
import { stage } from "../../support/session.js";
import { SlowBrowser } from "../../support/text-browser.js";

function meeting(text: string, count = 2) {
  const on = stage();
  const source = on.W.TextSource(text);
  const log: string[] = [];
  source.on("changed", () => log.push(`changed ${source.getText()}`));
  source.on("cursor_moved", (ref) => log.push(`cursor ${ref.getOffset()}`));
  on.turn();
  const browsers = Array.from({ length: count }, () => new SlowBrowser(on.session, source.wid));
  const deliver = () => {
    for (let i = 0; i < 3; i++) {
      for (const each of browsers) each.give();
      on.turn();
      for (const each of browsers) each.take();
    }
  };
  deliver();
  const pages = browsers.map((each) => {
    if (each.page === null) throw new Error("no page");
    return each.page;
  });
  return { ...on, source, log, browsers, pages, deliver };
}
type Pages = ReturnType<typeof meeting>["pages"];
const page = (pages: Pages, i: number) => pages[i] as Pages[number];

describe("a user's edit", () => {
  it("is in the model before handlers run, and goes to the other browsers", () => {
    const { source, log, pages, deliver } = meeting("hello");
    page(pages, 0).move(5);
    page(pages, 0).type("!");
    deliver();
    expect(source.getText()).toBe("hello!");
    expect(log).toEqual(["cursor 5", "changed hello!", "cursor 6"]);
    expect(pages.map((each) => each.text)).toEqual(["hello!", "hello!"]);
    expect([source.getModified(), source.getCursor().getOffset()]).toEqual([true, 6]);
    expect(page(pages, 1).caret).toEqual({ anchor: 0, focus: 0 });
  });

  it("is a step of its own to undo, each of those that came together", () => {
    const { source, log, pages, deliver } = meeting("");
    const [one] = pages;
    for (const letter of "abc") one?.type(letter);
    deliver();
    expect(source.getText()).toBe("abc");
    expect(log.filter((line) => line.startsWith("changed"))).toEqual([
      "changed a",
      "changed abc",
      "changed abc",
    ]);
    source.undo();
    expect(source.getText()).toBe("ab");
    deliver();
    expect(pages.map((each) => each.text)).toEqual(["ab", "ab"]);
    expect(pages.map((each) => each.caret.focus)).toEqual([2, 2]);
  });

  it("meets the program's: both are kept, each where it was meant", () => {
    const { source, pages, deliver } = meeting("one two three");
    page(pages, 0).edit([[4, 7, "2"]]);
    source.insertText(source.createRef(4), "[");
    source.insertText(source.createRef(8), "]");
    deliver();
    expect(source.getText()).toBe("one [2] three");
    expect(pages.map((each) => each.text)).toEqual([source.getText(), source.getText()]);
  });

  it("meets another user's at the same place without getting mixed", () => {
    const { source, pages, deliver } = meeting("()");
    for (const each of pages) each.move(1);
    for (const letter of "abc") page(pages, 0).type(letter);
    for (const letter of "xyz") page(pages, 1).type(letter);
    deliver();
    expect(["(abcxyz)", "(xyzabc)"]).toContain(source.getText());
    expect(pages.map((each) => each.text)).toEqual([source.getText(), source.getText()]);
    const carets = pages.map((each) => each.text.slice(0, each.caret.focus).at(-1));
    expect(carets).toEqual(["c", "z"]);
  });

  it("is not lost in a stretch that another deletes", () => {
    const { source, pages, deliver } = meeting("keep this text");
    page(pages, 0).edit([[7, 7, "NEW"]]);
    source.deleteRange(...source.getRefBounds());
    deliver();
    expect(source.getText()).toBe("NEW");
    expect(pages.map((each) => each.text)).toEqual(["NEW", "NEW"]);
  });

  it("comes back also when nothing of it is left, so that the next can be sent", () => {
    const { source, log, pages, deliver } = meeting("abcdef");
    page(pages, 0).edit([[2, 4, ""]]);
    source.deleteRange(source.createRef(1), source.createRef(5));
    log.length = 0;
    deliver();
    expect([source.getText(), log]).toEqual(["af", []]);
    expect(page(pages, 0).isQuiet).toBe(true);
    page(pages, 0).type("x");
    deliver();
    expect(source.getText()).toContain("x");
  });

  it("of a text that is gone is dropped", () => {
    const { source, log, pages, deliver } = meeting("old text");
    page(pages, 0).edit([[0, 3, "NEW"]]);
    source.setText("fresh");
    deliver();
    expect([source.getText(), log]).toEqual(["fresh", []]);
    expect(pages.map((each) => each.text)).toEqual(["fresh", "fresh"]);
    expect(page(pages, 0).isQuiet).toBe(true);
  });

  it("is refused while editing is off, and the page gets everything as it is", () => {
    const { source, log, browsers, pages, deliver } = meeting("abc");
    source.createTag("t", { bold: true });
    source.insertText(source.getRefEnd(), "d", ["t"]);
    deliver();
    source.setEditable(false);
    log.length = 0;
    page(pages, 0).edit([[0, 3, ""]]);
    page(pages, 0).type("x");
    page(pages, 0).undo();
    deliver();
    expect([source.getText(), log]).toEqual(["abcd", []]);
    expect(pages.map((each) => each.text)).toEqual(["abcd", "abcd"]);
    expect(page(pages, 0).snapshot()).toEqual(page(pages, 1).snapshot());
    expect(browsers.map((each) => each.errors)).toEqual([[], []]);
    page(pages, 0).undo();
    deliver();
    expect(source.getText()).toBe("abcd");
  });

  it("that fits no text is refused, and reported when it is no edit at all", () => {
    const { source, session, turn } = meeting("abc", 0);
    const bad = new SlowBrowser(session, source.wid);
    const say = (action: string, ...args: unknown[]) => {
      bad.up.push({ type: "callback", wid: source.wid, action, args });
      bad.give();
      turn();
    };
    const edit = (changes: unknown, caret = 0) => [{ changes, anchor: caret, focus: caret }];
    say("text-edited", 0, edit([[2, 9, "x"]]), "me");
    say("text-edited", 7, edit([[0, 0, "x"]]), "me");
    say(
      "text-edited",
      0,
      edit([
        [2, 3, "x"],
        [0, 1, "y"],
      ]),
      "me",
    );
    say("text-edited", 0, edit([[0, 0, "x"]], 99), "me");
    say("caret-moved", 0, 77, 2);
    say("caret-moved", 9, 0, 2);
    bad.take();
    expect([source.getText(), source.getModified(), source.getCursor().getOffset()]).toEqual([
      "abc",
      false,
      0,
    ]);
    expect([bad.page?.text, bad.errors]).toEqual(["abc", []]);
    say("text-edited", 0, edit([[0, 0]]), "me");
    say("text-edited", 0, edit([[0, 0, "x"]]), "");
    bad.take();
    expect(bad.errors).toHaveLength(2);
  });

  it("from before a rebuilding of the page comes to the new page as another's", () => {
    const { source, session, browsers, deliver, pages, turn } = meeting("abc");
    const [one] = browsers;
    page(pages, 0).edit([[3, 3, "d"]]);
    session.reconstruct();
    turn();
    one?.take();
    expect(one?.page?.text).toBe("abc");
    deliver();
    expect([source.getText(), one?.page?.text]).toEqual(["abcd", "abcd"]);
  });

  it("moves tags, positions and icons along", () => {
    const { source, pages, deliver } = meeting("0123456789");
    source.createTag("t");
    source.applyTag("t", source.createRef(2), source.createRef(8));
    const [left, right] = [source.createRef(4, "left"), source.createRef(4)];
    source.setIcon(right, "https://x/i.png");
    deliver();
    page(pages, 0).edit([[4, 6, "abc"]]);
    expect(page(pages, 0).shownIntervals).toEqual([{ name: "t", start: 2, end: 9 }]);
    deliver();
    expect([left.getOffset(), right.getOffset()]).toEqual([4, 7]);
    expect(page(pages, 0).intervals).toEqual([{ name: "t", start: 2, end: 9 }]);
    expect(page(pages, 1).snapshot()).toEqual(page(pages, 0).snapshot());
  });
});

describe("a user", () => {
  it("undoes and redoes the server's steps, in the order of doing", () => {
    const { source, log, pages, deliver } = meeting("");
    source.insertText(source.getRefStart(), "program ");
    deliver();
    page(pages, 0).move(8);
    page(pages, 0).type("a");
    page(pages, 0).type("b");
    page(pages, 0).undo();
    page(pages, 0).type("c");
    log.length = 0;
    deliver();
    expect(source.getText()).toBe("program ac");
    for (let i = 0; i < 9; i++) page(pages, 1).undo();
    deliver();
    expect(source.getText()).toBe("");
    page(pages, 1).redo();
    deliver();
    expect([source.getText(), page(pages, 1).caret.focus]).toEqual(["program ", 8]);
    expect(pages.map((each) => each.text)).toEqual(["program ", "program "]);
  });

  it("who undoes does not move the carets of the others", () => {
    const { pages, deliver } = meeting("abcdef");
    page(pages, 1).move(2);
    page(pages, 0).move(6);
    page(pages, 0).type("x");
    page(pages, 0).move(0);
    deliver();
    page(pages, 0).undo();
    deliver();
    expect(pages.map((each) => each.caret.focus)).toEqual([6, 2]);
  });

  it("moves the caret, in the text that there is by then", () => {
    const { source, log, pages, deliver } = meeting("abc");
    page(pages, 0).move(3, 1);
    source.insertText(source.createRef(2), "XX");
    deliver();
    expect(log.filter((line) => line.startsWith("cursor"))).toEqual(["cursor 1"]);
    const range = source.getSelectionRange();
    expect([range?.[0].getOffset(), range?.[1].getOffset(), source.getCursor().getOffset()]).toEqual([
      1, 5, 1,
    ]);
    page(pages, 0).move(3, 1);
    log.length = 0;
    page(pages, 0).move(3, 1);
    deliver();
    expect(log).toEqual(["cursor 1"]);
  });

  it("presses icons and line numbers", () => {
    const { source, open, turn } = stage3();
    const page = open(["input", "tracking", "text"]);
    const seen: unknown[] = [];
    const ref = source.createRef(2);
    source.setIcon(ref, "https://x/i.png");
    source.on("icon_clicked", (line, owner) => seen.push(line, owner));
    source.on("line_clicked", (line) => seen.push(line));
    turn();
    page.fire(source.wid, "gutter-clicked", 1, ref.wid);
    page.fire(source.wid, "gutter-clicked", 0, null);
    page.fire(source.wid, "gutter-clicked", 0, 999);
    page.fire(source.wid, "line_clicked", 4);
    expect(seen).toEqual([1, ref, 0, null, 0, null, 4]);
  });

  function stage3() {
    const on = stage();
    return { ...on, source: on.W.TextSource("a\nb") };
  }
});
