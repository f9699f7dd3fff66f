/**
 * Starts the page: takes in the styles that all share, and connects.
 * The bundle imports every widget class before it.
 */
import "./styles/index.css";
import { Connection } from "./connection.js";

/** Shows the program's interface in this page. */
export function start(): void {
  new Connection().open();
}
