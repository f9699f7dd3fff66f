/**
 * Pages that tell no developer tools what they send and get. Playwright asks every page to, and for it a page copies
 * each frame of a WebSocket, escapes it and hands it on before it goes on with its own work: for a frame of 6 MB that
 * took longer than all that was to be measured. Playwright has no public way to leave it out.
 */
import type { Page } from "playwright-core";

/** What Playwright stands on in the same process. */
interface Inner {
  readonly _connection: {
    toImpl?(page: Page): {
      readonly delegate?: {
        readonly _mainFrameSession?: {
          readonly _client?: { send(method: "Network.disable"): Promise<unknown> };
        };
      };
    };
  };
}

/** Requests of the page are not reported any more, neither to Playwright. Its navigations are. */
export async function leaveUndisturbed(page: Page): Promise<void> {
  const { _connection: connection } = page as unknown as Inner;
  const client = connection.toImpl?.(page).delegate?._mainFrameSession?._client;
  if (client === undefined) {
    throw new Error(
      "This version of playwright-core keeps its session elsewhere: mend bench/browser/undisturbed.ts.",
    );
  }
  await client.send("Network.disable");
}
