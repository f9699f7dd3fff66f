/**
 * The cleaning of HTML as a part of its own: loaded with the first widget that shows HTML.
 */
type Clean = typeof import("./clean.js").cleanHtml;

let loading: Promise<Clean> | null = null;
let loaded: Clean | null = null;

/** Loads the part; after a failure the next call tries again. */
export async function loadCleaner(): Promise<Clean> {
  loading ??= import("./clean.js").then(({ cleanHtml }) => {
    loaded = cleanHtml;
    return cleanHtml;
  });
  try {
    return await loading;
  } catch (error) {
    loading = null;
    throw error;
  }
}

/** What turns HTML into clean nodes; null until the part is there. */
export function cleaner(): Clean | null {
  return loaded;
}
