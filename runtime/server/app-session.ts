/**
 * A session of an application, with the widget classes of one face.
 */
import { differenceText } from "../protocol/definitions.js";
import { DEFINITIONS, featureOf } from "../protocol/digest.js";
import type { Look as Message } from "../protocol/messages.js";
import type { Words } from "../protocol/words.js";
import type { Peer } from "../session/peer.js";
import { type FaceClass, SessionCore, type SessionInit } from "../session/session.js";
import type { ClassTable } from "../session/table.js";
import { definitionsOf } from "./definitions.js";
import { type Direction, Look } from "./look.js";
import type { Theme } from "./theme.js";

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
  /** The look of all its pages. */
  readonly look: Look;
}

/** Browsers that know what a look is. */
const knowsLook = (peer: Peer): boolean => peer.features.has("look");

export abstract class AppSession<W = unknown> extends SessionCore {
  readonly #parts: FaceParts<W>;
  readonly #look: Look;
  #widgets: W | null = null;

  constructor(init: SessionInit, parts: FaceParts<W>) {
    super(init);
    this.#parts = parts;
    this.#look = new Look((init.app as Owner | null)?.look ?? null, (isText) => this.lookChanged(isText));
  }

  /** The widget classes, bound to this session: `const W = session.getWidgets(); W.Button("OK")`. */
  getWidgets(): W {
    this.#widgets ??= this.#bound();
    return this.#widgets;
  }

  /** With a page that was made from other definitions it finds out where they differ, and tells both sides. */
  #compareDefinitions(peer: Peer): readonly object[] {
    const theirs = [...peer.features].find((name) => name.startsWith(DEFINITIONS));
    const own = definitionsOf(this.#parts.classes);
    if (theirs === undefined || theirs === featureOf(own.digest)) return [];
    const id = this.questions.ask("compare-definitions", [peer], (outcome) => {
      const found = outcome.kind === "answer" ? own.differences(outcome.value) : null;
      if (outcome.kind === "error") {
        this.host.logger.warn(
          `Session ${this.id}: the page was made from other definitions, and does not say where. ${outcome.error.message}`,
        );
      }
      if (found === null || found.length === 0) return;
      const lines = found.map(differenceText);
      this.host.logger.warn(
        `Session ${this.id}: the page was made from other definitions; build it again. ${lines.join("; ")}`,
      );
      peer.send(JSON.stringify({ type: "definitions-differ", differences: lines }));
    });
    return [own.question(id)];
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

  /**
   * Sets the look of its pages: "light", "dark", "system" (what the user's system asks for), or own values, such as
   * `{ base: "dark", density: "compact", tokens: { accent: "#d9a441" } }`. It goes before the application's theme and
   * holds also for browsers that come later. Throws UsageError for a name that is no token and for what is no plain
   * CSS value of its kind.
   * @param theme - null: the application's again
   */
  setTheme(theme: Theme | null): void {
    this.requireOpen("setTheme");
    this.#look.setTheme(theme);
  }

  /**
   * Sets which way lines are written in its pages, and with it the side on which things begin.
   * @param direction - null: the application's again
   */
  setDirection(direction: Direction | null): void {
    this.requireOpen("setDirection");
    this.#look.setDirection(direction);
  }

  /**
   * Says in which language its pages are, for screen readers, hyphens and numbers.
   * What is shown already is shown anew.
   * @param language - BCP 47 tag, such as "de" or "pt-BR"; null: the application's again
   */
  setLanguage(language: string | null): void {
    this.requireOpen("setLanguage");
    this.#look.setLanguage(language);
  }

  /**
   * Gives texts in place of those that the page brings itself ("Close", "OK", "Connection lost." ...), for example in
   * another language; docs/styling.md lists them. What is shown already is shown anew.
   * @param strings - By name; those left out are the application's. null: all are. Each call replaces the one before.
   */
  setStrings(strings: Words | null): void {
    this.requireOpen("setStrings");
    this.#look.setStrings(strings);
  }

  /** @internal What its pages are told of their look. */
  get look(): Message {
    return this.#look.message;
  }

  /** @internal Its look, or that of its application, is another one now. */
  override lookChanged(isText: boolean): void {
    this.outbox.raw(this.look, knowsLook);
    if (isText && this.isConnected && this.roots.size > 0) this.reconstruct();
  }

  override greetings(peer: Peer): readonly object[] {
    const look = knowsLook(peer) ? [this.look] : [];
    return [...super.greetings(peer), ...look, ...this.#compareDefinitions(peer)];
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
