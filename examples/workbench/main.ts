/**
 * A text workbench. `npm start -- workbench` opens texts from the user's computer and gives them back as downloads,
 * `npm start -- workbench FOLDER` works on the files of a folder of this machine.
 */
import { Application } from "pgwidgets-ts/sync";
import { Folder } from "./folder.js";
import { build } from "./workbench.js";

const [path] = process.argv.slice(2);
const folder = path === undefined ? null : await Folder.open(path);

const app = new Application({ maxSessions: null, sessionTimeout: 3600 });
app.onConnect((session) => void build(session, folder));

await app.start();
console.log(`The workbench is at ${app.url} - Ctrl-C ends it.`);
await app.run();
