/**
 * Waiting for the page to have less in it.
 */
import type { Locator, Page } from "playwright-core";

/** Waits until nothing matches; several may match before. */
export function gone(locator: Locator): Promise<void> {
  return locator.first().waitFor({ state: "detached" });
}

/** Waits until each widget whose code comes with its first one has it. */
export function drawn(page: Page): Promise<void> {
  return gone(page.locator("[aria-busy]"));
}
