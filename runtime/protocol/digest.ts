/**
 * The one number that server and page compare first: see `definitions.ts`, which the page loads only where they differ.
 */

/** The feature carries the digest of the page: `definitions:1k3x9...`. */
export const DEFINITIONS = "definitions:";

const SIZE = 2 ** 52;

/** The digest of several sets of classes that share none, in any order. */
export const joinDigests = (digests: Iterable<number>): number =>
  [...digests].reduce((sum, each) => (sum + (each % SIZE)) % SIZE, 0);

/** The feature that says a digest. */
export const featureOf = (digest: number): string => DEFINITIONS + digest.toString(36);
