/**
 * A session of an application, with the widget classes of one face.
 */
import { type FaceClass, SessionCore, type SessionInit } from "../session/session.js";

/** The widget classes of a face, and how they are bound to a session. */
export interface FaceParts<W> {
  /** By name. */
  readonly classes: Readonly<Record<string, FaceClass>>;
  readonly createWidgets: (session: never) => W;
}

export class AppSession<W = unknown> extends SessionCore {
  readonly #parts: FaceParts<W>;
  #widgets: W | null = null;

  constructor(init: SessionInit, parts: FaceParts<W>) {
    super(init);
    this.#parts = parts;
  }

  /** The widget classes, bound to this session: `const W = session.getWidgets(); W.Button("OK")`. */
  getWidgets(): W {
    this.#widgets ??= this.#parts.createWidgets(this as never);
    return this.#widgets;
  }

  protected override faceClass(className: string): FaceClass {
    const found = this.#parts.classes[className];
    if (found === undefined) throw new Error(`There is no class ${className}.`);
    return found;
  }
}
