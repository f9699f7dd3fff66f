/**
 * What a generated table of a class says of its methods.
 */
import type { BrowserTable } from "../generated/browser/tables.js";
import { camelCase } from "../runtime/protocol/names.js";

/** The method of the browser class for one of its own methods, by its wire name. */
export const browserName = (name: string, aliases: BrowserTable["aliases"] | undefined): string =>
  camelCase(aliases?.[name] ?? name);

/** The methods of the browser class for all of its own. */
export const methodsOf = ({ methods = [], aliases }: BrowserTable): readonly string[] =>
  methods.map((name) => browserName(name, aliases));
