import { describe, expect, it } from "vitest";
import { stage } from "../support/session.js";

function setUp() {
  const on = stage();
  const page = on.open();
  const view = on.W.HtmlView("<b>a");
  /** What a page that is told all this reads, piece by piece. */
  const read = (messages: typeof page.messages) => {
    let pieces: unknown[] = [];
    for (const { type, wid, args, method } of messages) {
      if (wid !== view.wid) continue;
      const [html] = (args ?? []) as unknown[];
      if (type === "create" || method === "set_html") pieces = [html];
      else if (method === "clear") pieces = [""];
      else if (method === "append_html") pieces.push(html);
    }
    return pieces;
  };
  const shows = (...pieces: string[]) => {
    on.turn();
    expect(read(page.messages)).toEqual(pieces);
    const fresh = on.open();
    expect(read(fresh.messages)).toEqual(pieces);
    expect(page.snapshot()).toEqual(fresh.snapshot());
    fresh.close(1000, "");
    expect(view.getHtml()).toBe(pieces.join(""));
  };
  return { ...on, page, view, shows };
}

describe("a text that is added to piece by piece", () => {
  it.each([false, true])("stays in pieces, live and in a replay (already sent: %s)", (sent) => {
    const { view, shows, turn } = setUp();
    if (sent) turn();
    view.appendHtml("<i>b");
    view.setFocus();
    view.appendHtml("");
    view.appendHtml("c");
    shows("<b>a", "<i>b", "c");
    view.appendHtml("d");
    shows("<b>a", "<i>b", "c", "d");
  });

  it("is one piece again when it is set, also to the same text", () => {
    const { view, shows } = setUp();
    view.appendHtml("<i>b");
    shows("<b>a", "<i>b");
    view.setHtml("<b>a<i>b");
    shows("<b>a<i>b");
    view.appendHtml("c");
    view.clear();
    view.appendHtml("d");
    shows("", "d");
  });

  it("is told once, whatever else is told between setting and adding", () => {
    const { view, shows, turn, page, W } = setUp();
    turn();
    view.setHtml("x");
    view.setFocus();
    view.appendHtml("y");
    view.setFocus();
    view.appendHtml("z");
    shows("x", "y", "z");
    const area = W.TextArea();
    turn();
    area.setText("x");
    area.setFocus();
    area.appendText("y");
    turn();
    expect(page.widgets.get(area.wid)?.state.text).toBe("xy");
  });
});
