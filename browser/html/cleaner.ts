/**
 * The cleaning of HTML as a part of its own: loaded with the first widget that shows HTML.
 */
type Part = typeof import("./clean.js");

let loading: Promise<Part> | null = null;
let loaded: Part | null = null;

/** Loads the part; after a failure the next call tries again. */
async function load(): Promise<Part> {
  loading ??= import("./clean.js").then((part) => {
    loaded = part;
    return part;
  });
  try {
    return await loading;
  } catch (error) {
    loading = null;
    throw error;
  }
}

/** Loads what `cleaner` gives. */
export const loadCleaner = async (): Promise<Part["cleanHtml"]> => (await load()).cleanHtml;

/** What turns HTML into clean nodes; null until the part is there. */
export const cleaner = (): Part["cleanHtml"] | null => loaded?.cleanHtml ?? null;

/** How such nodes look when the program does not say; null until the part is there. */
export const contentStyle = (): CSSStyleSheet | null => loaded?.contentStyle() ?? null;
