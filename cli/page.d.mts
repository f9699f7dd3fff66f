/** Types of page.mjs. */
export interface PageOptions {
  /** Folder whose .ts and .js files define browser classes. */
  readonly widgets: string;
  /** Folder to write to. */
  readonly out: string;
  /** Folder of the page to add to. Default: the one that the package brings. */
  readonly base?: string;
}

export interface BuiltOwnPage {
  readonly out: string;
  /** How many files were found in the folder. */
  readonly classes: number;
  /** Size of what was made of them. */
  readonly bytes: number;
}

/** Makes a page that shows a program's own widgets beside those of the package. */
export function buildPage(options: PageOptions): Promise<BuiltOwnPage>;

/** As `buildPage`, again after each change. */
export function watchPage(
  options: PageOptions,
  onBuilt: (built: BuiltOwnPage) => void,
  onFailed: (error: Error) => void,
): Promise<void>;
