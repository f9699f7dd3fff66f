/** Types of build-browser.mjs. */
export interface BuildOptions {
  /** Folder to write to; it is emptied first. Default: dist/browser. */
  readonly outDir?: string;
  /** Folders whose .ts files define further widget classes. */
  readonly extraWidgets?: readonly string[];
}

export interface BuiltPage {
  readonly outDir: string;
  /** Name of the script in it. */
  readonly script: string;
  /** Name of the style sheet in it. */
  readonly style: string;
}

/** Bundles the page. */
export function buildBrowser(options?: BuildOptions): Promise<BuiltPage>;
