/**
 * Puts the keys at the top of a definition into the order of the format.
 * Each property keeps its own text; what stands between the properties stays in its place.
 */
import { parseTree } from "jsonc-parser";
import { typeDefinition, widgetDefinition } from "../format.js";
import type { Folder } from "../load.js";

/** The text in order; the same text when it is, or when it is no object. Unknown keys go last. */
export function inOrder(text: string, folder: Folder): string {
  const root = parseTree(text);
  if (root?.type !== "object") return text;
  const order = Object.keys((folder === "types" ? typeDefinition : widgetDefinition).shape);
  const properties = (root.children ?? []).map((node) => {
    const place = order.indexOf(String(node.children?.[0]?.value));
    return { node, place: place < 0 ? order.length : place };
  });
  const sorted = [...properties].sort((a, b) => a.place - b.place);
  let made = "";
  let end = 0;
  for (const [index, { node: slot }] of properties.entries()) {
    const { offset, length } = (sorted[index] as (typeof sorted)[number]).node;
    made += text.slice(end, slot.offset) + text.slice(offset, offset + length);
    end = slot.offset + slot.length;
  }
  return made + text.slice(end);
}
