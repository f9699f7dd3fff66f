/**
 * Ids and tokens of sessions: made from the system's random source, compared in constant time.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A fresh session id: 16 random bytes as base64url, 22 characters. */
export function randomId(): string {
  return randomBytes(16).toString("base64url");
}

/** A fresh token: 32 random bytes as base64url, 43 characters. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** True when both are the same. The time it takes tells nothing about where they differ, or how long they are. */
export function sameToken(given: string, right: string): boolean {
  return timingSafeEqual(digest(given), digest(right));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
