/**
 * Sessions of the async face.
 */
import { AppSession } from "../server/app-session.js";
import type { AsyncApplication } from "./application.js";

export class AsyncSession<W = unknown> extends AppSession<W> {
  /** The application that it belongs to. */
  get app(): AsyncApplication {
    return this.appObject as AsyncApplication;
  }
}
