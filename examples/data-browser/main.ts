/**
 * A file and data browser: folders, a table, a filter, details.
 * `npm start -- data-browser` shows an archive of 100,000 observations, `npm start -- data-browser FOLDER` the files
 * below a folder.
 */
import { Application } from "pgwidgets-ts/sync";
import { build } from "./browser.js";
import { files } from "./files.js";
import { observations } from "./observations.js";

const [folder] = process.argv.slice(2);
const collection = folder === undefined ? observations() : await files(folder);

const app = new Application({ maxSessions: null, sessionTimeout: 600 });
app.onConnect((session) => build(session, collection));

await app.start();
console.log(`${collection.title}, ${collection.entries.length} entries, at ${app.url} - Ctrl-C ends it.`);
await app.run();
