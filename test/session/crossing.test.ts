/**
 * What a user does while something about the same widget is on its way to the browser: in the end the browser, the
 * model and the other browsers agree, and nothing is said twice where nothing crossed.
 */

import type { TextEntry } from "pgwidgets-ts/sync";
import { describe, expect, it } from "vitest";
import { stage } from "../support/session.js";

interface Call {
  readonly type: string;
  readonly wid: number;
  readonly method: string;
  readonly args: readonly unknown[];
  readonly seen?: number;
}

/** A browser that keeps what it is sent, and says with each callback how many frames it has worked off. */
function joined(session: ReturnType<typeof stage>["session"]) {
  const frames: string[] = [];
  const connection = {
    buffered: 0,
    send: (text: string) => void frames.push(text),
    sendBinary: () => {},
    close: () => {},
  };
  const peer = session.join(connection, ["input", "tracking"]);
  let inputs = 0;
  return {
    get worked() {
      return frames.length;
    },
    /** The calls in the frames since `from`. */
    since: (from: number): [string, readonly unknown[], number?][] =>
      frames.slice(from).flatMap((text) => {
        const calls = (JSON.parse(text) as Call[]).filter(({ type }) => type === "call");
        return calls.map(({ method, args, seen }): [string, readonly unknown[], number?] =>
          seen === undefined ? [method, args] : [method, args, seen],
        );
      }),
    act: (widget: { readonly wid: number }, action: string, args: readonly unknown[], m?: number) =>
      peer.receive({ type: "callback", wid: widget.wid, action, args, n: ++inputs, m }),
  };
}

function table() {
  const it = stage();
  const view = it.W.TableView({ columns: [{ key: "a", editable: true }] });
  view.setData([{ a: "old" }]);
  it.turn();
  const path = ["0"];
  const [row] = Object.keys(view.getSubtree("all"));
  path[0] = row as string;
  return { ...it, view, path, cell: () => Object.values(view.getSubtree("all"))[0] };
}

describe("an edit of a user that crosses one of the program", () => {
  it("is told to that user's browser as well, which shows the program's by then", () => {
    const { session, view, path, turn, cell } = table();
    const [mine, other] = [joined(session), joined(session)];
    const [m, from] = [mine.worked, other.worked];
    view.setCell(0, "a", "program");
    turn();
    mine.act(view, "cell_edited", [path, "a", "old", "user"], m);
    turn();
    expect(cell()).toMatchObject({ a: "user" });
    const expected = [
      ["set_cell", [path, "a", "program"]],
      ["set_cell", [path, "a", "user"]],
    ];
    expect(mine.since(m)).toEqual(expected);
    expect(other.since(from)).toEqual(expected);
  });

  it("also when the program's has not left yet", () => {
    const { session, view, path, turn } = table();
    const mine = joined(session);
    const m = mine.worked;
    view.setCell(0, "a", "program");
    mine.act(view, "cell_edited", [path, "a", "old", "user"], m);
    turn();
    expect(mine.since(m).at(-1)).toEqual(["set_cell", [path, "a", "user"]]);
  });

  it("is not told back where nothing crossed it, also several in one turn", () => {
    const { session, view, path, turn } = table();
    const [mine, other] = [joined(session), joined(session)];
    view.setCell(0, "a", "program");
    turn();
    const [m, from] = [mine.worked, other.worked];
    mine.act(view, "cell_edited", [path, "a", "program", "one"], m);
    mine.act(view, "cell_edited", [path, "a", "one", "two"], m);
    turn();
    mine.act(view, "cell_edited", [path, "a", "two", "three"], m);
    turn();
    expect(mine.since(m)).toEqual([]);
    expect(other.since(from).at(-1)).toEqual(["set_cell", [path, "a", "three"]]);
  });

  it("goes to nobody twice when the program answers it", () => {
    const { session, view, path, turn, cell } = table();
    const mine = joined(session);
    const m = mine.worked;
    mine.act(view, "cell_edited", [path, "a", "old", "user"], m);
    view.setCell(0, "a", "program");
    turn();
    expect(cell()).toMatchObject({ a: "program" });
    expect(mine.since(m)).toEqual([["set_cell", [path, "a", "program"]]]);
  });

  it("is left to a browser that does not say what it has worked off", () => {
    const { session, view, path, turn } = table();
    const mine = joined(session);
    view.setCell(0, "a", "program");
    turn();
    const from = mine.worked;
    mine.act(view, "cell_edited", [path, "a", "old", "user"]);
    turn();
    expect(mine.since(from)).toEqual([]);
  });
});

describe("a value of the program that a page drops because its user has gone on", () => {
  it("is told again when what the user did was about something else", () => {
    const { session, W, turn } = stage();
    const top = W.TopLevel({ title: "T" });
    top.show();
    turn();
    const mine = joined(session);
    const m = mine.worked;
    top.setPosition(40, 30);
    turn();
    mine.act(top, "resize", [{ width: 300, height: 200, user: true }], m);
    turn();
    expect(mine.since(m).filter(([method]) => method === "set_position")).toEqual([
      ["set_position", [40, 30], 0],
      ["set_position", [40, 30], 1],
    ]);
    const now = mine.worked;
    mine.act(top, "resize", [{ width: 310, height: 200, user: true }], now);
    turn();
    expect(mine.since(now)).toEqual([]);
  });

  it("is not when the user changed that very value", () => {
    const { session, W, turn } = stage();
    const entry = W.TextEntry("");
    turn();
    const mine = joined(session);
    const m = mine.worked;
    entry.setText("program");
    turn();
    mine.act(entry, "modified", ["user"], m);
    turn();
    expect(entry.getText()).toBe("user");
    expect(mine.since(m)).toEqual([["set_text", ["program"], 0]]);
  });
});

describe("what the program makes of an input, while the next one of its user is there already", () => {
  const cleared = (clear: (entry: TextEntry) => unknown) => {
    const { session, W, turn } = stage();
    const entry = W.TextEntry("");
    entry.on("activated", () => clear(entry));
    turn();
    const mine = joined(session);
    const m = mine.worked;
    mine.act(entry, "modified", ["hello"], m);
    mine.act(entry, "activated", ["hello"], m);
    mine.act(entry, "modified", ["hellow"], m);
    return { entry, mine, m, turn };
  };

  it("is told as an answer to the first", () => {
    const { mine, m, turn } = cleared((entry) => entry.clear());
    turn();
    expect(mine.since(m)).toEqual([["set_text", [""], 2]]);
  });

  it("also when a batch would keep it back", async () => {
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const { entry, mine, m, turn } = cleared((entry) =>
      entry.session.batch(() => {
        entry.clear();
        return ended;
      }),
    );
    turn();
    expect(mine.since(m)).toEqual([["set_text", [""], 2]]);
    expect(entry.getText()).toBe("hellow");
    end();
    await ended;
  });

  it("waits for the end of the turn when the next one is about something else", () => {
    const { session, W, turn } = stage();
    const [entry, other] = [W.TextEntry(""), W.TextEntry("")];
    entry.on("activated", () => entry.clear());
    turn();
    const mine = joined(session);
    const m = mine.worked;
    mine.act(entry, "modified", ["hello"], m);
    mine.act(entry, "activated", ["hello"], m);
    mine.act(other, "modified", ["w"], m);
    expect(mine.worked).toBe(m);
    turn();
    expect(mine.since(m)).toEqual([["set_text", [""], 3]]);
  });

  it("leaves the change of one user to the next one's page to take in", () => {
    const { session, W, turn } = stage();
    const entry = W.TextEntry("");
    turn();
    const [mine, other] = [joined(session), joined(session)];
    const [m, from] = [mine.worked, other.worked];
    mine.act(entry, "modified", ["a"], m);
    other.act(entry, "modified", ["b"], from);
    turn();
    expect(other.since(from)).toEqual([["set_text", ["a"], 0]]);
    expect(mine.since(m)).toEqual([["set_text", ["b"], 1]]);
  });
});

it("a text that joins the list of a combo box while the list changes stands where the model has it", () => {
  const { session, W, turn } = stage();
  const combo = W.ComboBox({ editable: true });
  for (const text of ["one", "two"]) combo.appendText(text);
  turn();
  const mine = joined(session);
  const m = mine.worked;
  combo.appendText("three");
  turn();
  mine.act(combo, "activated", [2, "own"], m);
  turn();
  const calls = mine.since(m);
  const whole = calls.slice(calls.findIndex(([method]) => method === "clear"));
  expect(whole).toEqual([
    ["clear", []],
    ...["one", "two", "three", "own"].map((text) => ["append_text", [text]]),
    ["set_text", ["own"], 1],
  ]);
});
