/**
 * A browser of protocol 0.4, which gives the sub-windows that it makes numbers of its own, beside one of ours.
 */
import { expect, it } from "vitest";
import { stage } from "../support/session.js";

interface Message {
  readonly type: string;
  readonly id?: number;
  readonly wid?: number;
  readonly method?: string;
  readonly args?: readonly unknown[];
  readonly class?: string;
}

/** Numbers its own widgets from 1 073 741 824 on, and answers when it is told to. */
function old(session: ReturnType<typeof stage>["session"]) {
  const got: Message[] = [];
  const unanswered: Message[] = [];
  const classes = new Map<number, string>();
  let next = 1_073_741_824;
  const connection = {
    buffered: 0,
    send: (text: string) => {
      for (const message of [JSON.parse(text)].flat() as Message[]) {
        got.push(message);
        if (message.type === "create") classes.set(message.wid as number, message.class as string);
        // It knows no widget but those that it was told to make, and those that it made.
        if (message.type === "call") expect([...classes.keys()]).toContain(message.wid);
        if (message.id !== undefined) unanswered.push(message);
      }
    },
    sendBinary: () => {},
    close: () => {},
  };
  const peer = session.join(connection, []);
  return {
    peer,
    calls: (method: string) => got.filter((each) => each.type === "call" && each.method === method),
    answer(): void {
      for (const { id, method } of unanswered.splice(0)) {
        if (method === "add_widget") {
          const wid = next++;
          classes.set(wid, "MDISubWindow");
          peer.receive({ type: "result", id, value: { __wid__: wid, __class__: "MDISubWindow" } });
        } else peer.receive({ type: "result", id, value: null });
      }
    },
  };
}

function desk() {
  const it = stage();
  const area = it.W.MDIWidget();
  const page = it.W.Page();
  page.setWidget(area);
  page.show();
  it.turn();
  const add = (title: string) => area.addWidget(it.W.Label(title), { title });
  return { ...it, area, add };
}

it("calls on a sub-window reach it under the number that the browser gave it, and callbacks come back", () => {
  const { session, area, add, turn, open } = desk();
  const browser = old(session);
  const ours = open();
  const window = add("One");
  turn();
  window.setTitle("Two");
  turn();
  // What follows waits until the number is known.
  expect(browser.calls("set_title")).toEqual([]);
  browser.answer();
  expect(browser.calls("set_title").map(({ wid }) => wid)).toEqual([1_073_741_824]);
  expect(ours.messages.filter(({ method }) => method === "set_title").map(({ wid }) => wid)).toEqual([
    window.wid,
  ]);

  const states: unknown[] = [];
  window.on("window-state", (state) => states.push(state));
  const switched: unknown[] = [];
  area.on("page-switch", (child) => switched.push(child));
  turn();
  browser.answer();
  browser.peer.receive({ type: "callback", wid: 1_073_741_824, action: "window-state", args: ["shaded"] });
  turn();
  expect(states).toEqual(["shaded"]);
  expect(window.getWindowState()).toBe("shaded");

  const other = add("Three");
  turn();
  browser.answer();
  other.setTitle("Four");
  window.setTitle("Five");
  turn();
  expect(browser.calls("set_title").map(({ wid, args }) => [wid, args])).toEqual([
    [1_073_741_824, ["Two"]],
    [1_073_741_825, ["Four"]],
    [1_073_741_824, ["Five"]],
  ]);
});

it("a browser that comes later gets numbers of its own, one answer after another", () => {
  const { session, add, turn } = desk();
  const windows = ["One", "Two", "Three"].map(add);
  turn();
  const browser = old(session);
  for (let i = 0; i < windows.length; i++) {
    expect(browser.calls("add_widget")).toHaveLength(i + 1);
    browser.answer();
  }
  for (const each of windows) each.setTitle("new");
  turn();
  const told = browser.calls("set_title").filter(({ args }) => args?.[0] === "new");
  expect(told.map(({ wid }) => wid)).toEqual([1_073_741_824, 1_073_741_825, 1_073_741_826]);
});

it("a browser that never answers is told the rest all the same", () => {
  const { session, area, add, turn, host } = desk();
  const browser = old(session);
  add("One");
  area.setTooltip("later");
  turn();
  expect(browser.calls("set_tooltip")).toEqual([]);
  host.advance(session.limits.questionDeadline);
  expect(browser.calls("set_tooltip")).toHaveLength(1);
});
