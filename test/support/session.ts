/**
 * A session of the sync face in memory, and browsers to join it.
 */
import { Session } from "../../generated/sync/session.js";
import type { Widgets } from "../../generated/sync/widgets.js";
import { type ConcurrencyHandling, Dispatcher } from "../../runtime/session/dispatcher.js";
import { Mirror } from "../../runtime/testing/mirror.js";
import { TestHost, testLimits } from "./host.js";

export interface Stage {
  readonly host: TestHost;
  readonly session: Session;
  readonly W: Widgets;
  /** Joins a browser. */
  open(features?: readonly string[]): Mirror;
  /** Ends the present turn of the event loop. */
  turn(): void;
}

export function stage(mode: ConcurrencyHandling = "per_session", id = "s1"): Stage {
  const host = new TestHost();
  const session = new Session({
    id,
    token: "secret",
    host,
    app: null,
    dispatcher: new Dispatcher(mode, host),
    limits: testLimits,
  });
  return {
    host,
    session,
    W: session.getWidgets(),
    open(features = ["input", "tracking"]) {
      const mirror = new Mirror((name) => session.tableOf(name));
      mirror.peer = session.join(mirror, features);
      return mirror;
    },
    turn: () => host.endTurn(),
  };
}

/** Browsers of protocol 0.4 are told the rest only when they have said what number they gave to what they made. */
export function answered(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
