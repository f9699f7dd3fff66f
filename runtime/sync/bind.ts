/**
 * The namespace of the sync face: `W.Button("OK")` and `new W.Button("OK")` are the same.
 */
import { boundClasses } from "../session/bind.js";
import type { FaceClass } from "../session/session.js";
import type { SyncSession } from "./session.js";

export function bindWidgets<W>(session: SyncSession, classes: Readonly<Record<string, FaceClass>>): W {
  return boundClasses<W>(session, classes, (Bound, args) =>
    Reflect.construct(Bound as new (...args: unknown[]) => object, args),
  );
}
