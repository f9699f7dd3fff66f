/** A program that runs an application until it is closed, and says what happens. Its argument says how it ends. */

import { ApplicationBase } from "../../../runtime/server/application.js";
import { SessionCore, type SessionInit } from "../../../runtime/session/session.js";

class Application extends ApplicationBase<SessionCore> {
  protected makeSession(init: SessionInit): SessionCore {
    return new SessionCore(init);
  }
}

const [ending = "wait", staticPath = ""] = process.argv.slice(2);
const app = new Application({ wsPort: 0, httpPort: 0, staticPath, sessionTimeout: 60 });
app.onConnect(() => {
  if (ending === "close") void app.close();
});
app.onDisconnect(async () => {
  if (ending === "hang") await new Promise(() => {});
  console.log("left");
});
const running = app.run();
await app.start();
console.log(JSON.stringify({ url: app.url, wsUrl: app.wsUrl }));
await running;
console.log(
  `closed with ${app.sessions.size} sessions, ${process.listenerCount("SIGINT")} handlers of SIGINT`,
);
