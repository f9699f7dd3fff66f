/**
 * HTML of the program, shown without scripts.
 */
import type { HtmlViewNamed, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: HtmlViewNamed): Live {
  const view = W.HtmlView({
    html: `<h3>Release notes</h3>
  <p>The <em>renderer</em> draws only the rows that are in view.</p>
  <ul><li>Trees of 100,000 nodes</li><li>Tables of any length</li></ul>`,
    size: [null, 150],
    ...options,
  });
  return { widget: view, fills: true };
}
