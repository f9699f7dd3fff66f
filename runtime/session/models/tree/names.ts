/**
 * Which keys of rows and columns can be told to a browser: all but the few that mean something else there.
 */
import { UsageError } from "../../errors.js";

/** The entry of a node that holds its own cells. */
export const OWN_CELLS = "__values__";

/** Keys that an object on its way to a browser cannot carry as names. */
const reserved: ReadonlySet<string> = new Set([OWN_CELLS, "__wid__", "__proto__"]);

export function isName(key: string): boolean {
  return !reserved.has(key);
}

/** Refuses a key that no row, cell or column can have. */
export function requireName(key: string, call: string, path: string): void {
  if (!isName(key)) throw new UsageError(`${call}: ${path}: "${key}" cannot be a key; choose another.`);
}
