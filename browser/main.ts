/**
 * Starts the page: takes in the styles that all share, and connects.
 * The bundle imports every widget class before it.
 */
import "./styles/index.css";
import { Connection } from "./connection.js";
import { loadAhead } from "./lazy.js";

/** Milliseconds after which what the page was opened for is most likely there. */
const FIRST = 1000;

/** Shows the program's interface in this page. */
export function start(): void {
  new Connection().open();
  setTimeout(loadAhead, FIRST);
}
