/**
 * How names of the wire are spelled on the TypeScript surface.
 */

/** `set_show_grid` is `setShowGrid`, `raise_` is `raise`. */
export function camelCase(name: string): string {
  return name
    .replace(/_+$/, "")
    .replace(/(?<=.)_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
