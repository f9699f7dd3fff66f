/**
 * What shows HTML of the program, with what cleans it, as one part of the page.
 */
export { ExternalWidget } from "./external-widget.js";
export { HtmlView } from "./html-view.js";
