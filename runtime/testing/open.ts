/**
 * Opens pages: a connection in memory goes through the application's own reception, as any other does.
 */
import type { AppSession } from "../server/app-session.js";
import type { ApplicationBase } from "../server/application.js";
import type { PageCredentials } from "./connected-page.js";
import { TestPage } from "./page.js";

export interface PageOptions {
  /** The session to join. Default: none, and the application makes a fresh one. */
  readonly credentials?: PageCredentials;
  /** Inner size of the page in CSS pixels. Default: 1024 by 768. */
  readonly size?: readonly [width: number, height: number];
  /** How long to wait for handlers, in milliseconds. Default: 1000. */
  readonly patience?: number;
}

/**
 * Opens a page of an application without ports; it need not be started. Seats, tokens, `onConnect` and `onDisconnect`
 * are those of real browsers; only what concerns HTTP requests (origins, `authenticate`) has no part in it.
 * @returns the page, once the handlers of `onConnect` have run. Of an application that is full it is a page that
 *   waits; of wrong credentials one that was closed.
 */
export async function openPage<S extends AppSession>(
  app: ApplicationBase<S>,
  { credentials, size = [1024, 768], patience = 1000 }: PageOptions = {},
): Promise<TestPage<S>> {
  const page = new TestPage<S>(app, { credentials: credentials ?? null, size, patience });
  await page.connect();
  return page;
}
