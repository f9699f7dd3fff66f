/**
 * Every generated file of a model, as text by path.
 * Emitters make drafts, the printer makes text of them; nothing here touches the disk.
 */
import type { Model } from "../model.js";
import { browser } from "./browser.js";
import { entries } from "./entry.js";
import { classFiles } from "./face.js";
import { homeOf } from "./home.js";
import { print } from "./print.js";
import { shared } from "./shared.js";
import { tables } from "./tables.js";

export function emit(model: Model): ReadonlyMap<string, string> {
  const drafts = [
    ...shared(model),
    ...tables(model),
    ...classFiles(model),
    ...entries(model),
    ...browser(model),
  ];
  const home = homeOf(model);
  return new Map(drafts.map((draft) => [draft.path, print(draft, home)]));
}
