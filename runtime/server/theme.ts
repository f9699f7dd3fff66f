/**
 * Themes as a program gives them, checked and in the form in which pages are told.
 */
import { type ThemeTokens, TOKEN_PROPERTIES, type TokenName } from "../protocol/theme-tokens.js";
import { UsageError } from "../session/errors.js";
import { didYouMean } from "../session/names.js";
import { valueFault } from "./css-value.js";

/** Light, dark, or whichever of the two the user's system asks for. */
export type ThemeBase = "light" | "dark" | "system";

/** How much room there is around things. */
export type Density = "comfortable" | "compact";

export interface ThemeOptions {
  /** What is kept where no token says otherwise. Default: "system". */
  readonly base?: ThemeBase;
  /** Default: "comfortable". */
  readonly density?: Density;
  /** Own values of tokens, by name; docs/styling.md lists them. Default: those of the base. */
  readonly tokens?: ThemeTokens;
}

/** The look of a page: a base, or a base with own density and values of tokens. */
export type Theme = ThemeBase | ThemeOptions;

/** A theme as pages are told. */
export interface CheckedTheme {
  readonly base: ThemeBase;
  readonly density: Density;
  readonly tokens: Readonly<Record<string, string>>;
}

const BASES: readonly ThemeBase[] = ["light", "dark", "system"];
const DENSITIES: readonly Density[] = ["comfortable", "compact"];
const FIELDS = ["base", "density", "tokens"];

/** Throws UsageError that names what is wrong and what was expected. */
export function checkedTheme(theme: unknown): CheckedTheme {
  if (typeof theme === "string")
    return { base: oneOf("theme", theme, BASES), density: "comfortable", tokens: {} };
  if (!isRecord(theme)) {
    throw new UsageError(
      `setTheme: theme: expected "light", "dark", "system", an object with base, density and tokens, or null, not ${shown(theme)}.`,
    );
  }
  const unknown = Object.keys(theme).find((name) => !FIELDS.includes(name));
  if (unknown !== undefined) {
    const inTokens = Object.hasOwn(TOKEN_PROPERTIES, unknown)
      ? ` It is a token: give it as { tokens: { ${JSON.stringify(unknown)}: ... } }.`
      : didYouMean(unknown, FIELDS);
    throw new UsageError(`setTheme: theme.${unknown}: a theme has base, density and tokens.${inTokens}`);
  }
  return {
    base: oneOf("theme.base", theme.base ?? "system", BASES),
    density: oneOf("theme.density", theme.density ?? "comfortable", DENSITIES),
    tokens: checkedTokens(theme.tokens ?? {}),
  };
}

function checkedTokens(tokens: unknown): Readonly<Record<string, string>> {
  if (!isRecord(tokens)) {
    throw new UsageError(
      `setTheme: theme.tokens: expected an object of values by name of token, not ${shown(tokens)}.`,
    );
  }
  const checked: Record<string, string> = {};
  for (const [name, value] of Object.entries(tokens)) {
    if (value === undefined) continue;
    const place = `setTheme: theme.tokens[${JSON.stringify(name)}]`;
    if (!Object.hasOwn(TOKEN_PROPERTIES, name)) {
      const hint = didYouMean(name.replace(/^--pgw-/, ""), Object.keys(TOKEN_PROPERTIES));
      throw new UsageError(`${place}: there is no such token; docs/styling.md lists them.${hint}`);
    }
    const fault =
      typeof value === "string"
        ? valueFault(TOKEN_PROPERTIES[name as TokenName], value)
        : "expected a text with a CSS value";
    if (fault !== null) throw new UsageError(`${place}: ${fault}, not ${shown(value)}.`);
    checked[name] = (value as string).trim();
  }
  return checked;
}

function oneOf<T extends string>(place: string, value: unknown, known: readonly T[]): T {
  const found = known.find((each) => each === value);
  if (found !== undefined) return found;
  const hint = typeof value === "string" ? didYouMean(value, known) : "";
  const list = known.map((each) => JSON.stringify(each)).join(", ");
  throw new UsageError(`setTheme: ${place}: expected one of ${list}, not ${shown(value)}.${hint}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = typeof value === "object" || typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
