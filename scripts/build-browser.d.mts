/** Types of build-browser.mjs. */
export interface BuildOptions {
  /** Folder to write to; it is emptied first. Default: dist/browser. */
  readonly outDir?: string;
}

export interface BuiltPage {
  readonly outDir: string;
  /** Name of the script in it. */
  readonly script: string;
  /** Name of the style sheet in it. */
  readonly style: string;
  /** Name of the script that widget classes of programs import. */
  readonly api: string;
}

/** Bundles the page. */
export function buildBrowser(options?: BuildOptions): Promise<BuiltPage>;
