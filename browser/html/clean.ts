/**
 * Turns HTML of a program into nodes for the page, without scripts, event handlers and what else acts by itself.
 * Made by DOMPurify, which parses where nothing runs or loads. Its nodes go into the page as they are; they are never
 * written out and parsed again, so their meaning cannot change on the way.
 */
import createPurifier from "dompurify";
import { isWithin, keepsAttribute, opensInTab, REFUSED_ATTRIBUTES, REFUSED_ELEMENTS } from "./allowed.js";
import { isLink } from "./link.js";
import { scopedStyle } from "./scoped-style.js";

export interface CleanOptions {
  /** Rules of a style element hold only for what stands beside and below it. Default: false. */
  readonly scopesStyles?: boolean;
}

/** One of our own: its rules are nobody else's. */
const purifier = createPurifier(window);
purifier.addHook("uponSanitizeAttribute", (element, attribute) => {
  if (!keepsAttribute(element, attribute.attrName, attribute.attrValue)) attribute.keepAttr = false;
});
purifier.addHook("afterSanitizeAttributes", (element) => {
  if (isLink(element)) openOutside(element);
});

/** The content that `html` describes, ready to be put into the page. A tag left open is closed at the end. */
export function cleanHtml(html: string, { scopesStyles = false }: CleanOptions = {}): DocumentFragment {
  const cleaned: DocumentFragment | null = purifier.sanitize(html, {
    USE_PROFILES: { html: true, svg: true, svgFilters: true, mathMl: true },
    // Other than within the same content `use` gets no address.
    ADD_TAGS: ["use"],
    FORBID_TAGS: [...REFUSED_ELEMENTS],
    FORBID_ATTR: [...REFUSED_ATTRIBUTES],
    // Which schemes go where is said by `keepsAttribute`; here are all that may come anywhere.
    ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel|sms|blob):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
    // Names are looked at by `keepsAttribute`; places that inner links lead to may be called what they like.
    SANITIZE_DOM: false,
    // Otherwise a style element at the start is lost.
    FORCE_BODY: true,
    RETURN_DOM_FRAGMENT: true,
  });
  // A frameset takes the place of the body, and nothing is left of either.
  const fragment = cleaned ?? document.createDocumentFragment();
  if (scopesStyles) {
    for (const element of fragment.querySelectorAll("style"))
      element.textContent = scopedStyle(element.textContent ?? "");
  }
  return fragment;
}

/** A link must neither replace the page nor hand it to what it opens. */
function openOutside(link: Element): void {
  const address = link.getAttribute("href") ?? link.getAttribute("xlink:href");
  if (address === null || isWithin(address) || !opensInTab(address)) return;
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener noreferrer");
}
