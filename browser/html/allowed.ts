/**
 * What HTML of a program may not bring, beyond what the sanitiser refuses by itself: addresses, names, and attributes
 * that act on the page around it.
 * Made of rules about one attribute, and of two lists.
 */
import { isLink } from "./link.js";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const SVG = "http://www.w3.org/2000/svg";

/** Elements that the sanitiser would let in. Their content stays, but for that of templates. */
export const REFUSED_ELEMENTS: readonly string[] = ["form", "template", "slot"];

/** Attributes that the sanitiser would let in: they send, open, take the focus, or belong to the page's own elements. */
export const REFUSED_ATTRIBUTES: readonly string[] = [
  ...[
    "action",
    "autofocus",
    "command",
    "commandfor",
    "data-wid",
    "form",
    "formaction",
    "is",
    "method",
    "nonce",
  ],
  ...["part", "popover", "popovertarget", "popovertargetaction", "rel", "slot", "target"],
];

/** Attributes with the address of something to show. It never runs scripts. */
const SOURCES = words("src poster background");

const SHOWN_SCHEMES = words("http: https: data: blob:");
const LINK_SCHEMES = words("http: https: mailto: tel: sms:");

/** Whether an attribute that the sanitiser lets in may come. */
export function keepsAttribute(element: Element, name: string, value: string): boolean {
  // Named pictures would stand in for the functions of the document.
  if (name === "name") return element.localName !== "img";
  if (name === "href" || name === "xlink:href") return keepsHref(element, value);
  if (SOURCES.has(name)) return SHOWN_SCHEMES.has(scheme(value));
  // Such an address has no business in any attribute.
  return scheme(value) !== "javascript:";
}

function keepsHref(element: Element, value: string): boolean {
  if (isLink(element)) return isWithin(value) || LINK_SCHEMES.has(scheme(value));
  if (element.namespaceURI !== SVG) return false;
  if (element.localName === "image") return SHOWN_SCHEMES.has(scheme(value));
  return isWithin(value);
}

/** Whether an address leads to a place in the same content. */
export function isWithin(address: string): boolean {
  return address.trim().startsWith("#");
}

/** Whether an address opens in a tab, and not in some other program. */
export function opensInTab(address: string): boolean {
  return scheme(address).startsWith("http");
}

/** The scheme of an address with its colon, as the browser reads it: relative ones count as the page's. */
function scheme(address: string): string {
  try {
    return new URL(address, document.baseURI).protocol;
  } catch {
    return "";
  }
}
