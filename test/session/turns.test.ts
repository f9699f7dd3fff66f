import { describe, expect, it } from "vitest";
import { Dispatcher } from "../../runtime/session/dispatcher.js";
import { TestHost } from "../support/host.js";
import { stage } from "../support/session.js";

const tick = () => new Promise((resolve) => setImmediate(resolve));

function gate() {
  let open = () => {};
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

describe("handlers", () => {
  it("of one session run one after another, also when they wait", async () => {
    const { W, open } = stage();
    const button = W.Button("x");
    const page = open();
    const { promise, open: go } = gate();
    const log: string[] = [];
    button.on("activated", async () => {
      log.push("start");
      await promise;
      log.push("end");
    });
    button.on("activated", () => log.push("second"));
    page.fire(button.wid, "activated");
    page.fire(button.wid, "activated");
    await tick();
    expect(log).toEqual(["start"]);
    go();
    await tick();
    expect(log).toEqual(["start", "end", "second", "start", "end", "second"]);
  });

  it("that throw are reported with session, widget and action, and break nothing", async () => {
    const { W, open, host } = stage();
    const button = W.Button("x");
    const page = open();
    const log: string[] = [];
    button.on("activated", () => {
      throw new Error("first");
    });
    button.on("activated", async () => {
      await tick();
      throw new Error("second");
    });
    button.on("activated", () => log.push("third"));
    page.fire(button.wid, "activated");
    await tick();
    await tick();
    expect(log).toEqual(["third"]);
    expect(host.log.map((line) => line.message)).toEqual([
      'Session s1: a handler of Button#1 "activated" failed: first',
      'Session s1: a handler of Button#1 "activated" failed: second',
    ]);
  });

  it("that go or come during a round do not change it", () => {
    const { W, open } = stage();
    const button = W.Button("x");
    const page = open();
    const log: string[] = [];
    const off = button.on("activated", () => {
      log.push("a");
      off();
      button.on("activated", () => log.push("late"));
    });
    button.on("activated", () => log.push("b"));
    page.fire(button.wid, "activated");
    expect(log).toEqual(["a", "b"]);
    page.fire(button.wid, "activated");
    expect(log).toEqual(["a", "b", "b", "late"]);
  });

  it("do not run for a widget that was destroyed meanwhile", async () => {
    const { W, open } = stage();
    const button = W.Button("x");
    const page = open();
    const { promise, open: go } = gate();
    let count = 0;
    button.on("activated", async () => {
      count++;
      await promise;
    });
    page.fire(button.wid, "activated");
    page.fire(button.wid, "activated");
    button.destroy();
    go();
    await tick();
    expect(count).toBe(1);
  });
});

describe("the three ways of handling concurrency", () => {
  const modes = [
    ["per_session", ["a1", "b1", "a2", "b2"]],
    ["serialized", ["a1", "a2", "b1", "b2"]],
    ["concurrent", ["a1", "a1", "b1", "a2", "a2", "b2"]],
  ] as const;
  it.each(modes)("%s", async (mode, expected) => {
    const host = new TestHost();
    const dispatcher = new Dispatcher(mode, host);
    const sessions = { a: {}, b: {} };
    const log: string[] = [];
    const task = (name: string) => async () => {
      log.push(`${name}1`);
      await tick();
      log.push(`${name}2`);
    };
    dispatcher.post(sessions.a, task("a"));
    if (mode === "concurrent") dispatcher.post(sessions.a, task("a"));
    dispatcher.post(sessions.b, task("b"));
    await tick();
    await tick();
    await tick();
    expect(log).toEqual(expected);
  });

  it("a handler that never ends holds up its own session only", async () => {
    const host = new TestHost();
    const dispatcher = new Dispatcher("per_session", host);
    const stuck = {};
    let ran = 0;
    dispatcher.post(stuck, () => new Promise(() => {}));
    dispatcher.post(stuck, () => ran++);
    dispatcher.post({}, () => ran++);
    await tick();
    expect(ran).toBe(1);
  });
});

describe("guiDo and guiCall", () => {
  it("run in the session's turn, with their arguments", async () => {
    const { session } = stage();
    const { promise, open: go } = gate();
    const log: string[] = [];
    session.guiDo(async () => {
      await promise;
      log.push("first");
    });
    session.guiDo((text: string) => log.push(text), "second");
    const value = session.guiCall((a: number, b: number) => a + b, 2, 3);
    await tick();
    expect(log).toEqual([]);
    go();
    await expect(value).resolves.toBe(5);
    expect(log).toEqual(["first", "second"]);
  });

  it("give the error of a call, log that of a do", async () => {
    const { session, host } = stage();
    const failing = session.guiCall(() => {
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    session.guiDo(() => {
      throw new Error("lost");
    });
    expect(host.log.map((line) => line.details)).toEqual([new Error("lost")]);
  });

  it("are errors when the session has been destroyed", () => {
    const { session } = stage();
    session.destroy();
    expect(() => session.guiDo(() => {})).toThrow("guiDo: the session has been destroyed");
  });
});

describe("timers", () => {
  it("count on the server, and fire once, without a browser or with several", () => {
    const { session, host, open } = stage();
    open();
    open();
    const timer = session.makeTimer(2);
    const log: unknown[] = [];
    timer.on("expired", (duration) => log.push(["expired", duration]));
    timer.on("cancelled", (elapsed) => log.push(["cancelled", elapsed]));
    timer.start();
    expect(timer.isSet()).toBe(true);
    host.advance(500);
    expect([timer.elapsedTime(), timer.timeLeft()]).toEqual([0.5, 1.5]);
    timer.condSet(9);
    host.advance(1500);
    expect(log).toEqual([["expired", 2]]);
    expect([timer.isSet(), timer.timeLeft()]).toEqual([false, 0]);
    timer.start(5);
    host.advance(1000);
    timer.cancel();
    expect(log).toEqual([
      ["expired", 2],
      ["cancelled", 1],
    ]);
    expect(timer.getDuration()).toBe(5);
    timer.start();
    timer.destroy();
    expect(host.timers).toBe(0);
  });
});

describe("a browser that sends more than handlers can take", () => {
  it("is refused past the limit, and everything goes on when they have caught up", async () => {
    const { W, open, host } = stage();
    const slider = W.Slider();
    const page = open();
    const { promise, open: go } = gate();
    let handled = 0;
    slider.on("activated", async () => {
      await promise;
      handled++;
    });
    for (let i = 0; i < 10_050; i++) page.fire(slider.wid, "activated", i % 100);
    const refused = page.messages.filter((message) => message.type === "error");
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(60);
    expect(String(refused[0]?.error)).toContain("too many callbacks wait");
    go();
    await tick();
    await expect.poll(() => handled).toBe(10_050 - refused.length);
    expect(host.log.some((line) => line.level === "error")).toBe(false);
  });
});
