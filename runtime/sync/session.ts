/**
 * Sessions of the sync face.
 */
import { AppSession } from "../server/app-session.js";
import type { SyncApplication } from "./application.js";

export class SyncSession<W = unknown> extends AppSession<W> {
  /** The application that it belongs to. */
  get app(): SyncApplication {
    return this.appObject as SyncApplication;
  }
}
