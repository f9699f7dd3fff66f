/**
 * How pages look and speak as a whole: theme, direction, language, the page's own words.
 * An application has one for all its sessions, a session one of its own; what a session has not set is the application's.
 */
import type { Look as Message } from "../protocol/messages.js";
import { WORDS, type Word, type Words } from "../protocol/words.js";
import { UsageError } from "../session/errors.js";
import { didYouMean } from "../session/names.js";
import { type CheckedTheme, checkedTheme, type Theme } from "./theme.js";

/** Which way lines are written. */
export type Direction = "ltr" | "rtl";

export class Look {
  readonly #parent: Look | null;
  readonly #changed: (isText: boolean) => void;
  #theme: CheckedTheme | null = null;
  #direction: Direction | null = null;
  #language: string | null = null;
  #words: Words = {};

  /**
   * @param parent - What holds where this one sets nothing; null: the page's own
   * @param changed - Told of each change, and whether texts that stand in the page are other ones now
   */
  constructor(parent: Look | null, changed: (isText: boolean) => void) {
    this.#parent = parent;
    this.#changed = changed;
  }

  get theme(): CheckedTheme | null {
    return this.#theme ?? this.#parent?.theme ?? null;
  }

  get direction(): Direction | null {
    return this.#direction ?? this.#parent?.direction ?? null;
  }

  get language(): string | null {
    return this.#language ?? this.#parent?.language ?? null;
  }

  get words(): Words {
    return { ...this.#parent?.words, ...this.#words };
  }

  /** What a page is told: always the whole, so that a page that was away needs no history. */
  get message(): Message {
    const { theme, direction, language, words } = this;
    return { type: "set-look", theme, direction, language, strings: words };
  }

  setTheme(theme: Theme | null): void {
    this.#theme = theme === null ? null : checkedTheme(theme);
    this.#changed(false);
  }

  setDirection(direction: Direction | null): void {
    if (direction !== null && direction !== "ltr" && direction !== "rtl") {
      throw new UsageError(
        `setDirection: direction: expected "ltr", "rtl" or null, not ${JSON.stringify(direction)}.`,
      );
    }
    this.#direction = direction;
    this.#changed(false);
  }

  setLanguage(language: string | null): void {
    this.#language = language === null ? null : checkedLanguage(language);
    this.#changed(true);
  }

  setStrings(strings: Words | null): void {
    this.#words = strings === null ? {} : checkedWords(strings);
    this.#changed(true);
  }
}

function checkedLanguage(language: unknown): string {
  try {
    const [name] = Intl.getCanonicalLocales(language as string);
    if (typeof language === "string" && name !== undefined) return name;
  } catch {
    // What is wrong with it is said below.
  }
  throw new UsageError(
    `setLanguage: language: expected a BCP 47 language tag such as "de" or "pt-BR", not ${JSON.stringify(language)}.`,
  );
}

function checkedWords(strings: unknown): Words {
  if (typeof strings !== "object" || strings === null || Array.isArray(strings)) {
    throw new UsageError("setStrings: strings: expected an object of texts by name, or null.");
  }
  const checked: Record<string, string> = {};
  for (const [name, own] of Object.entries(strings as Readonly<Record<string, unknown>>)) {
    if (own === undefined) continue;
    if (!Object.hasOwn(WORDS, name)) {
      const hint = didYouMean(name, Object.keys(WORDS));
      throw new UsageError(
        `setStrings: strings.${name}: the page has no such text; docs/styling.md lists them.${hint}`,
      );
    }
    if (typeof own !== "string" || own.trim() === "") {
      throw new UsageError(
        `setStrings: strings.${name}: expected a text in place of ${JSON.stringify(WORDS[name as Word])}.`,
      );
    }
    const places = placesIn(WORDS[name as Word]);
    const strange = placesIn(own).find((place) => !places.includes(place));
    if (strange !== undefined) {
      const known = places.length === 0 ? "none" : places.join(", ");
      throw new UsageError(
        `setStrings: strings.${name}: nothing fills in ${strange}. The values of this text: ${known}.`,
      );
    }
    checked[name] = own;
  }
  return checked;
}

/** `{name}` for each value that is filled in. */
function placesIn(text: string): readonly string[] {
  return text.match(/\{\w+\}/g) ?? [];
}
