/**
 * Sessions of the sync face.
 */
import { AppSession } from "../server/app-session.js";
import type { FaceClass } from "../session/session.js";
import type { SyncApplication } from "./application.js";
import { bindWidgets } from "./bind.js";

export class SyncSession<W = unknown> extends AppSession<W> {
  /** The application that it belongs to. */
  get app(): SyncApplication {
    return this.appObject as SyncApplication;
  }

  protected override bind(classes: Readonly<Record<string, FaceClass>>): object {
    return bindWidgets<object>(this, classes);
  }
}
