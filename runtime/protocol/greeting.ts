/**
 * What a newcomer says in the address of its WebSocket instead of waiting to be asked: `ws?features=input,tracking`.
 * A server that reads it says so in its `init`, which then needs no answer; another one ignores it, and asks.
 */

/** Name in the query of the address: the features of the page, with commas between. */
export const AHEAD = "features";

/** The query of a newcomer's address. */
export const aheadOf = (features: readonly string[]): string =>
  `${AHEAD}=${encodeURIComponent(features.join())}`;
