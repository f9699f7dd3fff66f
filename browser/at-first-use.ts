/**
 * Values that are made when they are first asked for. The first object of `Intl` in a page takes as long as all else
 * that its script does at the start: a browser has to get the data of languages then.
 */

/** Gives what `make` gives, which is called once. */
export function atFirstUse<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
