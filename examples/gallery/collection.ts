/**
 * What all visitors of the gallery share: the definitions and the samples, read once.
 */
import { type Catalogue, readCatalogue } from "./catalogue.js";
import { loadSamples, type Sample } from "./sample.js";

export interface Collection {
  readonly catalogue: Catalogue;
  /** By class. */
  readonly samples: ReadonlyMap<string, Sample>;
}

/** Throws when the definitions have faults, or a class has no sample. */
export async function loadCollection(): Promise<Collection> {
  const catalogue = readCatalogue();
  const samples = await loadSamples();
  const missing = catalogue.entries.map(({ name }) => name).filter((name) => !samples.has(name));
  if (missing.length > 0) {
    throw new Error(`There is no sample of ${missing.join(", ")} in examples/gallery/samples/.`);
  }
  return { catalogue, samples };
}

/** The sample of a class. */
export function sampleOf({ samples }: Collection, name: string): Sample {
  const sample = samples.get(name);
  if (sample === undefined) throw new Error(`There is no sample of ${name} in examples/gallery/samples/.`);
  return sample;
}
