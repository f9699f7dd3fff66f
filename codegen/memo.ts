/**
 * Remembers what was worked out for an object, for as long as the object is there.
 */

/** The function, asked once for each object. What it gives must follow from the object alone. */
export function perKey<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    const value = work(key);
    known.set(key, { value });
    return value;
  };
}
