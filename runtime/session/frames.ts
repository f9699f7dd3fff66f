/**
 * The frames in which messages travel.
 */
import type { Item } from "./binary.js";

/** About how many characters one frame may hold, so that a big interface paints early. */
const FRAME = 64 * 1024;

/** Texts as array frames of about the right size, with the bytes between them where they belong. */
export function* frames(items: readonly Item[]): Generator<Item> {
  let texts: string[] = [];
  let size = 0;
  for (const item of items) {
    if (typeof item === "string") {
      texts.push(item);
      size += item.length + 1;
      if (size < FRAME) continue;
    }
    if (texts.length > 0) yield `[${texts.join(",")}]`;
    texts = [];
    size = 0;
    if (typeof item !== "string") yield item;
  }
  if (texts.length > 0) yield `[${texts.join(",")}]`;
}
