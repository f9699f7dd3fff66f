/**
 * A session of the async face in memory.
 */
import { Session } from "../../generated/async/session.js";
import { Dispatcher } from "../../runtime/session/dispatcher.js";
import { Mirror } from "../../runtime/testing/mirror.js";
import { TestHost, testLimits } from "./host.js";

export function asyncStage() {
  const host = new TestHost();
  const session = new Session({
    id: "s1",
    token: "secret",
    host,
    app: null,
    dispatcher: new Dispatcher("per_session", host),
    limits: testLimits,
  });
  // Turns end by themselves, so that what is awaited goes on.
  const defer = host.defer.bind(host);
  host.defer = (task) => {
    defer(task);
    setImmediate(() => host.endTurn());
  };
  return {
    host,
    session,
    W: session.getWidgets(),
    open(features: readonly string[] = ["input", "tracking"]) {
      const mirror = new Mirror((name) => session.tableOf(name));
      mirror.peer = session.join(mirror, features);
      return mirror;
    },
  };
}
