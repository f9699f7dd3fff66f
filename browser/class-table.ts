/**
 * What a generated table of a class says of its methods.
 */
import type { BrowserTable } from "../generated/browser/tables.js";
import { camelCase } from "../runtime/protocol/names.js";

/** Its own methods: wire name and method of the browser class. */
export const methodsOf = ({ methods = [], aliases }: BrowserTable): readonly (readonly [string, string])[] =>
  methods.map((name) => [name, camelCase(aliases?.[name] ?? name)]);
