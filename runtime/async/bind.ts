/**
 * The namespace of the async face: `await W.Button("OK")` makes one and waits until a browser shows it.
 */
import { boundClasses } from "../session/bind.js";
import type { FaceClass } from "../session/session.js";
import type { AsyncSession } from "./session.js";

export function bindWidgets<W>(session: AsyncSession, classes: Readonly<Record<string, FaceClass>>): W {
  return boundClasses<W>(session, classes, (Bound, args) =>
    (Bound as unknown as { create(...args: unknown[]): Promise<unknown> }).create(...args),
  );
}
