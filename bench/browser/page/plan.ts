/**
 * A part of a document as plain data, and the bare DOM calls that make it again:
 * the same elements, attributes and texts, so that both sides cost the browser the same.
 */

export type Plan =
  | string
  | {
      readonly tag: string;
      readonly namespace: string | null;
      readonly attributes: readonly (readonly [name: string, value: string])[];
      /** What an input holds, which is no attribute. */
      readonly value: string | null;
      readonly children: readonly Plan[];
    };

const HTML = "http://www.w3.org/1999/xhtml";

export function planOf(node: Node): Plan {
  if (!(node instanceof Element)) return node.textContent ?? "";
  return {
    tag: node.localName,
    namespace: node.namespaceURI === HTML ? null : node.namespaceURI,
    attributes: [...node.attributes].map(({ name, value }) => [name, value] as const),
    value: node instanceof HTMLInputElement && node.value !== node.defaultValue ? node.value : null,
    children: [...node.childNodes].map(planOf),
  };
}

export function build(plan: Plan): Node {
  if (typeof plan === "string") return document.createTextNode(plan);
  const { tag, namespace, attributes, value, children } = plan;
  const element = namespace === null ? document.createElement(tag) : document.createElementNS(namespace, tag);
  for (const [name, text] of attributes) element.setAttribute(name, text);
  if (value !== null) (element as HTMLInputElement).value = value;
  for (const child of children) element.appendChild(build(child));
  return element;
}
