/**
 * Samples: one module per class in samples/, named as the class, whose default export makes one live.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Callback, Widget, Widgets } from "pgwidgets-ts/sync";

/** A sample on its stage. */
export interface Live {
  /** The widget whose options and callbacks the gallery shows. */
  readonly widget: Callback;
  /** What stands on the stage. Default: the widget. */
  readonly stage?: Widget;
  /** Further widgets whose callbacks are logged. They go with the sample. */
  readonly also?: readonly Callback[];
  /** It is as wide as the stage, and not as wide as it likes. Default: false. */
  readonly fills?: boolean;
}

/**
 * Makes a sample.
 * @param options - What the user has changed so far; to be given to the widget last
 */
export type MakeSample = (W: Widgets, options: object) => Live;

export interface Sample {
  readonly make: MakeSample;
  /** The text of the module, as it is on the disk. */
  readonly source: string;
}

/** All samples, by class. Throws when a module has no default export to call. */
export async function loadSamples(): Promise<ReadonlyMap<string, Sample>> {
  const folder = new URL("./samples/", import.meta.url);
  const files = readdirSync(fileURLToPath(folder)).filter((file) => file.endsWith(".ts"));
  const loaded = files.sort().map(async (file): Promise<[string, Sample]> => {
    const url = new URL(file, folder);
    const module = (await import(url.href)) as { readonly default?: unknown };
    if (typeof module.default !== "function") throw new Error(`${file} has no function as default export.`);
    return [
      file.slice(0, -".ts".length),
      { make: module.default as MakeSample, source: readFileSync(fileURLToPath(url), "utf8") },
    ];
  });
  return new Map(await Promise.all(loaded));
}
