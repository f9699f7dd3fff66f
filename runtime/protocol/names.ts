/**
 * How names of the wire are spelled on the TypeScript surface.
 */

/** Names of definitions, of which there are not many, and which are asked for again and again. */
const known = new Map<string, string>();

/** `set_show_grid` is `setShowGrid`, `raise_` is `raise`. For names of definitions only: it keeps them. */
export function camelCase(name: string): string {
  let found = known.get(name);
  if (found === undefined) {
    found = spelled(name);
    known.set(name, found);
  }
  return found;
}

function spelled(name: string): string {
  return name
    .replace(/_+$/, "")
    .replace(/(?<=.)_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
