/**
 * An instrument panel: a heated water tank that is simulated, operated and watched.
 * Run it with `npm start -- instrument`. Every visitor has a tank; whoever gets the link shares it.
 */
import { Application } from "pgwidgets-ts/sync";
import { build } from "./panel.js";

const app = new Application({ maxSessions: null, sessionTimeout: 600 });
app.onConnect((session) => void build(session));

await app.start();
console.log(`The instrument panel is at ${app.url} - Ctrl-C ends it.`);
await app.run();
