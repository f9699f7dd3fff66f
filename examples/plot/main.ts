/**
 * A stream of 10,000 points a second in every browser of a session, with a widget of its own: `npm start -- plot`.
 * This folder is a project as anybody may have it: definitions in schema/, browser classes in widgets/; what is in
 * generated/ and page/ is made of them.
 */
import { fileURLToPath } from "node:url";
import { build } from "./build.js";
import { Application } from "./generated/sync/index.js";

const app = new Application({
  maxSessions: 4,
  staticPath: fileURLToPath(new URL("page", import.meta.url)),
});
app.onConnect((session) => build(session));
await app.start();
console.log(`Open ${app.url}`);
await app.run();
