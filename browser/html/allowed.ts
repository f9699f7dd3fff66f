/**
 * Which parts of HTML a program may show: elements by namespace, attributes, addresses.
 * Made as lists of what is let through; an element that nobody has thought of here does not come in.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const HTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";
const MATHML = "http://www.w3.org/1998/Math/MathML";

const ELEMENTS: ReadonlyMap<string | null, ReadonlySet<string>> = new Map([
  [
    HTML,
    words(`
      a abbr address area article aside audio b bdi bdo big blockquote br button canvas caption center cite code col
      colgroup data datalist dd del details dfn dialog div dl dt em fieldset figcaption figure font footer h1 h2 h3
      h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map mark menu meter nav ol optgroup option
      output p picture pre progress q rp rt ruby s samp search section select small source span strike strong style
      sub summary sup table tbody td textarea tfoot th thead time tr track tt u ul var video wbr
    `),
  ],
  [
    SVG,
    words(`
      a animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer
      feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA
      feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
      feSpecularLighting feSpotLight feTile feTurbulence filter foreignObject g image line linearGradient marker
      mask metadata path pattern polygon polyline radialGradient rect stop style svg switch symbol text textPath
      title tspan use view
    `),
  ],
  [
    MATHML,
    words(`
      math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle
      msub msubsup msup mtable mtd mtext mtr munder munderover none semantics
    `),
  ],
]);

/** What goes with everything in it. Of any other element that is not let in, its content stays. */
const DROPPED_WHOLE = words(`
  annotation annotation-xml applet base basefont embed frame frameset head iframe link meta noembed noframes noscript
  object param portal script set template title xmp animate handler listener
`);

/**
 * Attributes that act: they navigate, send, open or take the focus, or name things in the page's own scripts.
 * Besides these, all that begin with "on".
 */
const REFUSED_ATTRIBUTES = words(`
  action attributionsrc autofocus browsingtopics command commandfor data-wid form formaction formenctype formmethod
  formnovalidate formtarget http-equiv interestfor is manifest method nonce ping popover popovertarget
  popovertargetaction rel shadowrootmode srcdoc target xml:base
`);

/** Attributes with the address of something to show. It never runs scripts. */
const SOURCES = words("src poster background");

const SHOWN_SCHEMES = words("http: https: data: blob:");
const LINK_SCHEMES = words("http: https: mailto: tel: sms:");

/** What becomes of an element: it comes in, only its content does, or nothing of it. */
export function fate(element: Element): "keep" | "unwrap" | "drop" {
  // A form gives its own properties the names of the fields in it, so nothing more is asked of it.
  if (element instanceof HTMLFormElement) return "unwrap";
  const { namespaceURI, localName } = element;
  if (ELEMENTS.get(namespaceURI)?.has(localName) === true) return "keep";
  return DROPPED_WHOLE.has(localName.toLowerCase()) ? "drop" : "unwrap";
}

/** Whether an attribute of an element that comes in may come too. */
export function keepsAttribute(element: Element, { name, localName, value }: Attr): boolean {
  const lower = name.toLowerCase();
  if (!/^[a-z_][\w.:-]*$/.test(lower) || lower.startsWith("on") || lower.startsWith("xmlns")) return false;
  if (REFUSED_ATTRIBUTES.has(lower)) return false;
  // Named pictures would stand in for the functions of the document.
  if (lower === "name") return element.localName !== "img";
  if (localName.toLowerCase() === "href") return keepsHref(element, value);
  if (SOURCES.has(lower)) return SHOWN_SCHEMES.has(scheme(value));
  // Such an address has no business in any attribute.
  return scheme(value) !== "javascript:";
}

function keepsHref(element: Element, value: string): boolean {
  if (isLink(element)) return isWithin(value) || LINK_SCHEMES.has(scheme(value));
  if (element.namespaceURI !== SVG) return false;
  if (element.localName === "image") return SHOWN_SCHEMES.has(scheme(value));
  return isWithin(value);
}

/** Whether an element is one that is followed. */
export function isLink(element: Element): boolean {
  const { localName, namespaceURI } = element;
  return (localName === "a" && namespaceURI !== MATHML) || (localName === "area" && namespaceURI === HTML);
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
