/**
 * The tokens of the page's look, read from the style sheet that defines them: what each means, is by default, and
 * may be set to. Made for the document that lists them and for the server, which checks what a theme sets.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface Token {
  /** Without its prefix: `accent` for `--pgw-accent`. */
  readonly name: string;
  /** Colour, Space ... */
  readonly group: string;
  readonly meaning: string;
  /** As CSS; a colour or shadow says its light and its dark with light-dark(). */
  readonly value: string;
  /** In compact density, where it differs. */
  readonly compact: string | null;
  /** The CSS property whose values are the values of this token. */
  readonly property: string;
}

const path = fileURLToPath(new URL("../browser/styles/tokens.css", import.meta.url));

/** The properties of whole groups, and of the tokens of type and motion one by one. */
const PROPERTIES: Readonly<Record<string, string>> = {
  Colour: "color",
  Space: "padding-top",
  Radius: "border-top-left-radius",
  Shadow: "box-shadow",
  font: "font-family",
  "font-mono": "font-family",
  "font-size": "font-size",
  "font-weight": "font-weight",
  "font-style": "font-style",
  "line-height": "line-height",
  motion: "transition-duration",
  "motion-fast": "transition-duration",
  ease: "transition-timing-function",
};

/** All tokens in the order of the style sheet. Throws an error that names a token that lacks something. */
export function readTokens(css = readFileSync(path, "utf8")): readonly Token[] {
  const compact = new Map(declarations(block(css, ':root[data-density="compact"]')));
  let group = "";
  const tokens: Token[] = [];
  const parts = block(css, ":root").matchAll(/\/\* (# )?([^*]+?) \*\/\s*(?:--pgw-([\w-]+):\s*([^;]+);)?/g);
  for (const [, heading, comment = "", name, value] of parts) {
    if (heading !== undefined) group = comment;
    if (name === undefined || value === undefined) continue;
    const property = PROPERTIES[name] ?? PROPERTIES[group];
    if (property === undefined) throw new Error(`--pgw-${name}: scripts/tokens.ts knows no property for it.`);
    const plain = value.replaceAll(/\s+/g, " ");
    tokens.push({
      name,
      group,
      meaning: comment,
      value: plain,
      compact: compact.get(name) ?? null,
      property,
    });
  }
  const listed = new Set(tokens.map(({ name }) => name));
  const bare = declarations(block(css, ":root")).filter(([name]) => !listed.has(name));
  if (bare.length > 0)
    throw new Error(`No comment says what ${bare.map(([name]) => name).join(", ")} is for.`);
  return tokens;
}

/** The default in light, or in dark. */
export function valueIn(theme: "light" | "dark", value: string): string {
  const at = value.indexOf("light-dark(");
  if (at < 0) return value;
  const from = at + "light-dark(".length;
  let depth = 0;
  let comma = -1;
  for (let i = from; i < value.length; i++) {
    const character = value[i];
    if (character === "(") depth++;
    else if (character === "," && depth === 0) comma = i;
    else if (character === ")" && depth-- === 0) {
      const chosen = theme === "light" ? value.slice(from, comma) : value.slice(comma + 1, i);
      return valueIn(theme, value.slice(0, at) + chosen.trim() + value.slice(i + 1));
    }
  }
  throw new Error(`light-dark( without its end: ${value}`);
}

/** The module from which the server knows the tokens. */
export function tokenModule(tokens: readonly Token[]): string {
  const fields = tokens.map(({ name, meaning, value }) => {
    const [light, dark] = [valueIn("light", value), valueIn("dark", value)];
    const means = light === dark ? light : `${light}, in the dark ${dark}`;
    return `  /**\n   * ${meaning}\n   * Default: ${means}\n   */\n  readonly ${key(name)}?: string;\n`;
  });
  const properties = tokens.map(({ name, property }) => `  ${key(name)}: "${property}",\n`);
  return `/**
 * The names of the page's tokens. Written by \`npm run docs\` from browser/styles/tokens.css; do not edit.
 */

/** Values of tokens as CSS; \`light-dark(a, b)\` gives a colour for each of the two. */
export interface ThemeTokens {
${fields.join("")}}

export type TokenName = keyof ThemeTokens;

/** By token: the CSS property whose values are its values. */
export const TOKEN_PROPERTIES: Readonly<Record<TokenName, string>> = {
${properties.join("")}};
`;
}

function key(name: string): string {
  return /^\w+$/.test(name) ? name : `"${name}"`;
}

/** What stands between the braces of the first rule with this selector. */
function block(css: string, selector: string): string {
  const at = css.indexOf(`${selector} {`);
  if (at < 0) throw new Error(`browser/styles/tokens.css has no rule ${selector}.`);
  return css.slice(at + selector.length + 2, css.indexOf("}", at));
}

function declarations(css: string): (readonly [name: string, value: string])[] {
  return [...css.matchAll(/--pgw-([\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]);
}
