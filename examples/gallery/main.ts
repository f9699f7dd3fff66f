/**
 * The gallery: every widget, live, with its options, its callbacks and its source. Run it with `npm start`.
 */
import { Application } from "pgwidgets-ts/sync";
import { build } from "./build.js";
import { loadCollection } from "./collection.js";

const collection = await loadCollection();
const app = new Application({ maxSessions: null });
app.onConnect((session) => void build(session, collection));

await app.start();
console.log(`The gallery is at ${app.url} - Ctrl-C ends it.`);
await app.run();
