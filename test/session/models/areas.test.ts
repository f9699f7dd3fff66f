import { describe, expect, it } from "vitest";
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
  const state = (widget: { readonly wid: number }) => page.widgets.get(widget.wid)?.state ?? {};
  return { ...on, page, settled, state };
}

describe("an expander", () => {
  it("starts folded when its user may fold it, and open when not", () => {
    const { W } = setUp();
    expect(W.Expander().getCollapsed()).toBe(true);
    expect(W.Expander({ collapsible: false }).getCollapsed()).toBe(false);
    expect(W.Expander({ collapsed: false }).getCollapsed()).toBe(false);
    expect(W.Expander({ collapsible: false, collapsed: true }).getCollapsed()).toBe(true);
  });

  it("is folded and unfolded by the program, which hears of it once each time", () => {
    const { W, settled, state } = setUp();
    const expander = W.Expander({ title: "t" });
    const seen: boolean[] = [];
    expander.on("toggled", (collapsed) => seen.push(collapsed));
    expander.setCollapsed(true);
    expander.toggleContent();
    settled();
    expect(state(expander).collapsed).toBe(false);
    expander.setCollapsed(false);
    expander.setCollapsed(true);
    expect(seen).toEqual([false, true]);
    settled();
    const fixed = W.Expander({ collapsible: false });
    fixed.toggleContent();
    expect(fixed.getCollapsed()).toBe(true);
    settled();
  });

  it("is folded by a user, for all browsers and replays", () => {
    const { W, open, turn, settled } = setUp();
    const expander = W.Expander();
    const [mine, other] = [open(), open()];
    const seen: boolean[] = [];
    expander.on("toggled", (collapsed) => seen.push(collapsed, expander.getCollapsed()));
    mine.fire(expander.wid, "toggled", false);
    turn();
    expect(seen).toEqual([false, false]);
    expect(other.widgets.get(expander.wid)?.state.collapsed).toBe(false);
    settled();
  });

  it("holds one child; the one before lives on", () => {
    const { W, settled } = setUp();
    const expander = W.Expander();
    const fired: string[] = [];
    expander.on("child-added", (child) => fired.push(`added ${child}`));
    expander.on("child-removed", (child) => fired.push(`removed ${child}`));
    const [a, b] = [W.Label("a"), W.Label("b")];
    expander.setWidget(a);
    expander.setWidget(b);
    expander.setWidget(b);
    expect(expander.getChildren()).toEqual([b]);
    expect(fired).toEqual([`added ${a}`, `removed ${a}`, `added ${b}`]);
    expect(a.isDestroyed).toBe(false);
    settled();
    b.destroy();
    expander.setWidget(a);
    settled();
  });
});

describe("a scroll area", () => {
  it("keeps where it was scrolled to, by the program and by a user", () => {
    const { W, open, turn, settled, state } = setUp();
    const area = W.ScrollArea();
    area.setWidget(W.Label("x"));
    area.setScrollPosition(2, -1);
    expect(area.getScrollPosition()).toEqual([1, 0]);
    const mine = open();
    mine.fire(area.wid, "scrolled", 0.25, 0.5);
    turn();
    expect([area.getScrollPosition(), area.getScrollPercent()]).toEqual([
      [0.25, 0.5],
      [0.25, 0.5],
    ]);
    expect(state(area).scroll_position).toEqual([0.25, 0.5]);
    settled();
    const fresh = open();
    const calls = fresh.messages
      .filter((message) => message.type === "call")
      .map((message) => message.method);
    expect(calls).toEqual(["set_widget", "set_scroll_position"]);
  });

  it("keeps a policy for each bar", () => {
    const { W, settled, state, page } = setUp();
    const area = W.ScrollArea({ vscrollbar: "off", thickness: 9 });
    area.setScrollBarVisibility("on");
    settled();
    expect(state(area).scroll_bar_visibility).toEqual(["on", "off"]);
    area.setScrollBarVisibility(null, "auto");
    settled();
    expect(state(area).scroll_bar_visibility).toEqual(["on", "auto"]);
    area.setThumbPercent(0.1, 0.2);
    settled();
    expect(page.actions).toMatchObject([{ method: "set_thumb_percent" }]);
  });
});

describe("an image", () => {
  it("shows the picture that was given last", () => {
    const { W, settled, state } = setUp();
    const image = W.Image({ url: "a.png" });
    settled();
    expect(state(image).image).toBe("a.png");
    image.setImage("/files/b.png");
    settled();
    expect(state(image).image).toMatch(/^data:image/);
    image.setImage(null);
    settled();
    expect(state(image).image).toBeNull();
    expect(() => image.setImage("/missing/c.png")).toThrow(`${image}.setImage: url: the file`);
  });

  it("has contents or an address, never both, and says nothing wrong of the other", () => {
    const { W, settled, state, page, turn } = setUp();
    const image = W.Image({ url: "a.png" });
    turn();
    page.messages.length = 0;
    image.setBinaryImage(new Uint8Array([1, 2, 3]), "png");
    turn();
    expect(page.messages.map((message) => message.method)).toEqual(["set_binary_image"]);
    settled();
    expect(state(image)).not.toHaveProperty("image");
    page.messages.length = 0;
    image.setImage("b.png");
    settled();
    expect(page.messages.filter((message) => message.type === "call")).toMatchObject([
      { method: "set_image", args: ["b.png"] },
    ]);
    const loose = image as unknown as { setBinaryImage(...args: unknown[]): void };
    expect(() => loose.setBinaryImage("abc")).toThrow(
      `${image}.setBinaryImage: data: Invalid input: expected bytes or object.`,
    );
  });
});

describe("a video", () => {
  it("keeps where it is without making the other browsers jump there", () => {
    const { W, open, turn, page, settled } = setUp();
    const video = W.VideoWidget({ url: "a.mp4" });
    const mine = open();
    const other = open();
    const seen: number[] = [];
    video.on("timeupdate", (time) => seen.push(time));
    turn();
    for (const each of [page, mine, other]) each.messages.length = 0;
    for (let i = 1; i <= 8; i++) {
      mine.fire(video.wid, "timeupdate", i / 4, 60);
      turn();
    }
    expect([video.getCurrentTime(), seen.length]).toEqual([2, 8]);
    for (const each of [page, mine, other]) expect(each.messages).toEqual([]);
    expect(open().widgets.get(video.wid)?.state.current_time).toBe(2);
    settled();
  });

  it("jumps where the program says, in all browsers, also when one reports at the same time", () => {
    const { W, open, turn, page } = setUp();
    const video = W.VideoWidget({ url: "a.mp4" });
    const mine = open();
    turn();
    video.setCurrentTime(30);
    mine.fire(video.wid, "timeupdate", 4.25, 60);
    turn();
    expect(video.getCurrentTime()).toBe(30);
    expect(page.widgets.get(video.wid)?.state.current_time).toBe(30);
    mine.fire(video.wid, "timeupdate", 30.25, 60);
    expect(video.getCurrentTime()).toBe(30.25);
  });

  it("begins again with another address", () => {
    const { W, open, turn, page } = setUp();
    const video = W.VideoWidget({ url: "a.mp4" });
    open().fire(video.wid, "timeupdate", 12, null);
    turn();
    page.messages.length = 0;
    video.setUrl("b.mp4");
    turn();
    expect(page.messages.map((message) => [message.method, message.args])).toEqual([
      ["set_url", ["b.mp4"]],
      ["set_current_time", [0]],
    ]);
    expect(open().widgets.get(video.wid)?.state).toMatchObject({ url: "b.mp4" });
  });

  it("has the sound that a user chose, everywhere", () => {
    const { W, open, turn, settled, state } = setUp();
    const video = W.VideoWidget({ muted: true });
    expect([video.getMuted(), video.getVolume(), video.getLoop(), video.getControls()]).toEqual([
      true,
      1,
      false,
      false,
    ]);
    open().fire(video.wid, "volumechange", 0.5, false);
    turn();
    expect([video.getVolume(), video.getMuted()]).toEqual([0.5, false]);
    expect(state(video)).toMatchObject({ volume: 0.5, muted: false });
    video.setVolume(7);
    expect(video.getVolume()).toBe(1);
    settled();
  });
});
