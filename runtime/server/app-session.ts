/**
 * A session of an application, with the widget classes of one face.
 */
import { type FaceClass, SessionCore, type SessionInit } from "../session/session.js";
import type { ClassTable } from "../session/table.js";

/** The widget classes of a face, and how they are bound to a session. */
export interface FaceParts<W> {
  /** By name. */
  readonly classes: Readonly<Record<string, FaceClass>>;
  readonly createWidgets: (session: never) => W;
}

/** What a session needs of its application. */
interface Owner {
  urlFor(session: object): string;
  /** Classes of the program's own, by the names under which `getWidgets` gives them. */
  readonly registeredWidgets: ReadonlyMap<string, FaceClass>;
}

export abstract class AppSession<W = unknown> extends SessionCore {
  readonly #parts: FaceParts<W>;
  #widgets: W | null = null;

  constructor(init: SessionInit, parts: FaceParts<W>) {
    super(init);
    this.#parts = parts;
  }

  /** The widget classes, bound to this session: `const W = session.getWidgets(); W.Button("OK")`. */
  getWidgets(): W {
    this.#widgets ??= this.#bound();
    return this.#widgets;
  }

  #bound(): W {
    const widgets = this.#parts.createWidgets(this as never);
    const registered = (this.appObject as Owner | null)?.registeredWidgets ?? new Map<string, FaceClass>();
    const own = this.bind(Object.fromEntries(registered));
    return Object.defineProperties(widgets, Object.getOwnPropertyDescriptors(own)) as W;
  }

  /** Binds classes to this session, as the face does it. */
  protected abstract bind(classes: Readonly<Record<string, FaceClass>>): object;

  /** A link that joins this session, with its credentials in the fragment. */
  getUrl(): string {
    return (this.appObject as Owner).urlFor(this);
  }

  /** @internal What the runtime knows of a class; undefined when the face has none of this name. */
  tableOf(className: string): ClassTable | undefined {
    return this.#parts.classes[className]?.table;
  }

  protected override faceClass(className: string): FaceClass {
    const found = this.#parts.classes[className];
    if (found === undefined) throw new Error(`There is no class ${className}.`);
    return found;
  }
}
