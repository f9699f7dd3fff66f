/**
 * Starts the page: takes in the styles that all share, and takes over the connection.
 * It does so once all scripts of the page have run, those with a program's own classes among them.
 */
import "./styles/index.css";
import { Connection } from "./connection.js";
import { loadAhead } from "./lazy.js";

/** Milliseconds after which what the page was opened for is most likely there. */
const FIRST = 1000;

/** Shows the program's interface in this page. */
function start(): void {
  document.removeEventListener("DOMContentLoaded", start);
  window.removeEventListener("load", start);
  new Connection().open();
  setTimeout(loadAhead, FIRST);
}

if (document.readyState === "complete") {
  setTimeout(start);
} else {
  document.addEventListener("DOMContentLoaded", start);
  // A script that waits for nothing may come after the former.
  window.addEventListener("load", start);
}
