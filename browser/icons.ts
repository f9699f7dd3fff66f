/**
 * The few pictures of the page itself, taken in from lucide at build time.
 * Parsed once each, then copied.
 */
import appWindow from "lucide-static/icons/app-window.svg";
import arrowDownToLine from "lucide-static/icons/arrow-down-to-line.svg";
import check from "lucide-static/icons/check.svg";
import chevronDown from "lucide-static/icons/chevron-down.svg";
import chevronRight from "lucide-static/icons/chevron-right.svg";
import chevronUp from "lucide-static/icons/chevron-up.svg";
import circleAlert from "lucide-static/icons/circle-alert.svg";
import copy from "lucide-static/icons/copy.svg";
import dot from "lucide-static/icons/dot.svg";
import hourglass from "lucide-static/icons/hourglass.svg";
import minus from "lucide-static/icons/minus.svg";
import square from "lucide-static/icons/square.svg";
import unplug from "lucide-static/icons/unplug.svg";
import x from "lucide-static/icons/x.svg";

const sources = {
  alert: circleAlert,
  check,
  close: x,
  dot,
  down: chevronDown,
  hourglass,
  lower: arrowDownToLine,
  maximize: square,
  minimize: minus,
  restore: copy,
  right: chevronRight,
  unplug,
  up: chevronUp,
  window: appWindow,
};

export type IconName = keyof typeof sources;

const parsed = new Map<IconName, SVGElement>();
/** Reads them as the page itself is read; another document, or a parser of XML, would have to be started. */
const reader = document.createElement("div");

/** A fresh picture, drawn in the current text colour. It says nothing to screen readers. */
export function icon(name: IconName, size = 16): SVGElement {
  let original = parsed.get(name);
  if (original === undefined) {
    reader.innerHTML = sources[name];
    original = reader.firstElementChild as SVGElement;
    original.setAttribute("class", "pgw-icon");
    original.setAttribute("aria-hidden", "true");
    parsed.set(name, original);
  }
  const picture = original.cloneNode(true) as SVGElement;
  picture.setAttribute("width", String(size));
  picture.setAttribute("height", String(size));
  return picture;
}
