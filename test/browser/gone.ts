/**
 * Waiting for the page to have less in it.
 */
import type { Locator } from "playwright-core";

/** Waits until nothing matches; several elements may match before. */
export function gone(locator: Locator): Promise<void> {
  return locator.first().waitFor({ state: "detached" });
}
