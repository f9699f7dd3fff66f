/**
 * Which elements of HTML and its neighbours are links.
 */
const HTML = "http://www.w3.org/1999/xhtml";
const MATHML = "http://www.w3.org/1998/Math/MathML";

/** Whether an element is one that is followed. */
export function isLink(element: Element): boolean {
  const { localName, namespaceURI } = element;
  return (localName === "a" && namespaceURI !== MATHML) || (localName === "area" && namespaceURI === HTML);
}
