/**
 * Turns HTML of a program into nodes for the page, without scripts, event handlers and what else acts by itself.
 * Made by copying: the text is parsed where nothing runs or loads, and only what is allowed is made anew. The copy
 * goes into the page as it is; it is never written out and parsed again, so its meaning cannot change on the way.
 */
import { fate, isLink, isWithin, keepsAttribute, opensInTab } from "./allowed.js";

/** Deeper nesting than this is not shown. */
const DEEPEST = 400;

export interface CleanOptions {
  /** What becomes of the text of a style element. Default: it stays. */
  readonly style?: (css: string) => string;
}

/** The content that `html` describes, ready to be put into the page. A tag left open is closed at the end. */
export function cleanHtml(html: string, options: CleanOptions = {}): DocumentFragment {
  const inert = document.implementation.createHTMLDocument("");
  const template = inert.createElement("template");
  template.innerHTML = html;
  const into = document.createDocumentFragment();
  // A walker reaches every node, whatever properties the content has given other names.
  const walker = inert.createTreeWalker(template.content);
  copyChildren(walker, into, options, 0);
  return into;
}

/** Copies what is below the walker's present node, and brings the walker back to it. */
function copyChildren(walker: TreeWalker, into: Node, options: CleanOptions, depth: number): void {
  if (depth > DEEPEST || walker.firstChild() === null) return;
  do {
    const node = walker.currentNode;
    if (node instanceof Text) into.appendChild(document.createTextNode(node.data));
    else if (node instanceof Element) copyElement(node, walker, into, options, depth);
  } while (walker.nextSibling() !== null);
  walker.parentNode();
}

function copyElement(
  element: Element,
  walker: TreeWalker,
  into: Node,
  options: CleanOptions,
  depth: number,
): void {
  const what = fate(element);
  if (what === "unwrap") copyChildren(walker, into, options, depth + 1);
  if (what !== "keep") return;
  const copy = document.createElementNS(element.namespaceURI, element.localName);
  for (const attribute of element.attributes) {
    if (!keepsAttribute(element, attribute)) continue;
    const { namespaceURI, name, value } = attribute;
    if (namespaceURI === null) copy.setAttribute(name, value);
    else copy.setAttributeNS(namespaceURI, name, value);
  }
  if (element.localName === "style") {
    const css = element.textContent ?? "";
    copy.textContent = options.style?.(css) ?? css;
  } else {
    if (isLink(element)) openOutside(copy);
    copyChildren(walker, copy, options, depth + 1);
  }
  into.appendChild(copy);
}

/** A link must neither replace the page nor hand it to what it opens. */
function openOutside(link: Element): void {
  const address = link.getAttribute("href") ?? link.getAttributeNS("http://www.w3.org/1999/xlink", "href");
  if (address === null || isWithin(address) || !opensInTab(address)) return;
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener noreferrer");
}
