/**
 * How a page makes itself known: in the address of its WebSocket, or by the answer to the server's `init`.
 */
import { featureOf } from "../runtime/protocol/digest.js";
import { aheadOf } from "../runtime/protocol/greeting.js";
import { readCredentials } from "./credentials.js";

/** What this page understands beyond the protocol of its oldest servers. */
const FEATURES = ["input", "tracking", "text", "look", "rows"];

const featuresOf = (digest: number) => [...FEATURES, featureOf(digest)];

/** Fields of the answer; `digest` is that of all definitions that the page knows. */
export function introduction(digest: number): object {
  const credentials = readCredentials();
  const known = credentials === null ? {} : { session_id: credentials.id, token: credentials.token };
  return { ...known, features: featuresOf(digest) };
}

/** What a newcomer adds to the address of its WebSocket to be known before it is asked; "" for who has a session. */
export function introductionAhead(digest: number): string {
  return readCredentials() === null ? `?${aheadOf(featuresOf(digest))}` : "";
}
