import { describe, expect, it } from "vitest";
import { asyncStage } from "../support/async-session.js";
import { stage } from "../support/session.js";

describe("a batch", () => {
  it("leaves together, also when it takes several turns", async () => {
    const { W, session, open, turn } = stage();
    const page = open();
    const label = W.Label("a");
    turn();
    page.frames.length = 0;
    const done = session.batch(async () => {
      label.setText("b");
      turn();
      await Promise.resolve();
      label.setTooltip("t");
      turn();
      expect(page.frames).toEqual([]);
      return 7;
    });
    await expect(done).resolves.toBe(7);
    await Promise.resolve();
    turn();
    expect(page.frames).toHaveLength(1);
    expect(page.widgets.get(label.wid)?.state).toMatchObject({ text: "b", tooltip: "t" });
  });

  it("ends with its task, also when that fails", () => {
    const { W, session, open, turn } = stage();
    const page = open();
    const label = W.Label("a");
    turn();
    const failing = () =>
      session.batch(() => {
        label.setText("b");
        throw new Error("no");
      });
    expect(failing).toThrow("no");
    expect(page.widgets.get(label.wid)?.state.text).toBe("b");
  });

  it("does not hold back what somebody waits for", async () => {
    const { W, session, open } = asyncStage();
    const label = await W.Label("a");
    open().answers.set("get_position", [1, 2]);
    await session.batch(async () => {
      await label.setText("b");
      await label.getPosition();
    });
    expect(label.getText()).toBe("b");
  });
});

describe("the page of the user who acted last", () => {
  it("tells its size", () => {
    const { session, open } = stage();
    expect(session.getScreenSize()).toBeNull();
    const page = open();
    expect(session.getScreenSize()).toBeNull();
    page.peer?.receive({ type: "viewport", width: 800, height: 600 });
    expect(session.getScreenSize()).toEqual([800, 600]);
  });

  it("opens web addresses, and no others", () => {
    const { W, session, open, turn } = stage();
    const first = open();
    const second = open();
    const button = W.Button("x");
    turn();
    second.fire(button.wid, "activated");
    session.openUrl("https://example.com/a");
    const opened = (page: typeof first) => page.messages.filter((message) => message.type === "open-url");
    expect(opened(first)).toEqual([]);
    expect(opened(second)).toEqual([{ type: "open-url", url: "https://example.com/a" }]);
    for (const url of ["javascript:alert(1)", "file:///etc/passwd", "example.com", ""]) {
      expect(() => session.openUrl(url)).toThrow("expected an http: or https: address");
    }
  });
});
