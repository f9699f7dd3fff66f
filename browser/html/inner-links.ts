/**
 * Links to a place in the same content: they scroll there.
 * Made as one listener; the browser's own way would change the address of the page, which may name its session.
 */
import { isLink } from "./link.js";

/** Follows such links in `content` from now on. `root`: what their places are looked for in. */
export function followInnerLinks(content: EventTarget, root: ParentNode): void {
  content.addEventListener("click", (event) => {
    const link = event.composedPath().find((each) => each instanceof Element && isLink(each));
    if (!(link instanceof Element)) return;
    const address = link.getAttribute("href") ?? link.getAttribute("xlink:href");
    const name = address?.trim();
    if (name?.startsWith("#") !== true) return;
    event.preventDefault();
    placeOf(root, decoded(name.slice(1)))?.scrollIntoView({ block: "start", inline: "nearest" });
  });
}

function placeOf(root: ParentNode, name: string): Element | null {
  if (name === "" || name === "top") return root.firstElementChild;
  return root.querySelector(`#${CSS.escape(name)}, a[name="${CSS.escape(name)}"]`);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
