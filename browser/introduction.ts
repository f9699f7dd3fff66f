/**
 * How a page makes itself known: the answer to the server's `init`.
 */
import { featureOf } from "../runtime/protocol/digest.js";
import { readCredentials } from "./credentials.js";

/** What this page understands beyond the protocol of its oldest servers. */
const FEATURES = ["input", "tracking", "text", "look"];

/** Fields of the answer; `digest` is that of all definitions that the page knows. */
export function introduction(digest: number): object {
  const credentials = readCredentials();
  const known = credentials === null ? {} : { session_id: credentials.id, token: credentials.token };
  return { ...known, features: [...FEATURES, featureOf(digest)] };
}
