/**
 * Sessions of the async face.
 */
import { AppSession } from "../server/app-session.js";
import type { FaceClass } from "../session/session.js";
import type { AsyncApplication } from "./application.js";
import { bindWidgets } from "./bind.js";

export class AsyncSession<W = unknown> extends AppSession<W> {
  /** The application that it belongs to. */
  get app(): AsyncApplication {
    return this.appObject as AsyncApplication;
  }

  protected override bind(classes: Readonly<Record<string, FaceClass>>): object {
    return bindWidgets<object>(this, classes);
  }
}
