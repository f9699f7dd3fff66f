/**
 * The gallery: every finished widget, live, with the callbacks that it fires. Run it with `npm start`.
 */
import { Application } from "pgwidgets-ts/sync";
import { build } from "./build.js";

const app = new Application({ maxSessions: null });
app.onConnect(build);

await app.start();
console.log(`The gallery is at ${app.url} - Ctrl-C ends it.`);
await app.run();
