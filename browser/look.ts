/**
 * How the page looks and speaks as a whole: theme, direction, language, own words.
 * Made from one message that always says all of it; the style sheet does the rest by tokens.
 */
import { TOKEN_PROPERTIES } from "../runtime/protocol/theme-tokens.js";
import { resetWords } from "./strings.js";
import type { ServerMessage } from "./wire.js";

/** What the user has asked for goes before a theme: its own colours, and rest. */
const YIELDS: Readonly<Record<string, string>> = {
  color: "not (forced-colors: active)",
  "box-shadow": "not (forced-colors: active)",
  "transition-duration": "not (prefers-reduced-motion: reduce)",
};

/** Own values of tokens. It stands after the page's style sheet and outside its layers, so it wins. */
const sheet = new CSSStyleSheet();
/** What the document said by itself, for the time when the program says nothing. */
let own: { readonly direction: string; readonly language: string } | null = null;

/** Takes on a look. Throws an error that names the values that CSS does not know; the rest holds. */
export function setLook(message: ServerMessage): void {
  const root = document.documentElement;
  own ??= { direction: root.dir, language: root.lang };
  const { base, density, tokens } = record(message.theme);
  mark(root, "theme", base === "light" || base === "dark" ? base : null);
  mark(root, "density", density === "compact" ? density : null);
  root.dir = message.direction === "rtl" || message.direction === "ltr" ? message.direction : own.direction;
  root.lang = typeof message.language === "string" ? message.language : own.language;
  resetWords(texts(message.strings));
  setTokens(texts(tokens));
}

function setTokens(tokens: Readonly<Record<string, string>>): void {
  if (!document.adoptedStyleSheets.includes(sheet)) {
    if (Object.keys(tokens).length === 0) return;
    document.adoptedStyleSheets.push(sheet);
  }
  while (sheet.cssRules.length > 0) sheet.deleteRule(0);
  const refused: string[] = [];
  const styles = new Map<string, CSSStyleDeclaration>();
  for (const [name, value] of Object.entries(tokens)) {
    const property = (TOKEN_PROPERTIES as Readonly<Record<string, string>>)[name];
    if (property === undefined || !CSS.supports(property, value)) {
      refused.push(`${name}: ${value}`);
      continue;
    }
    const condition = YIELDS[property] ?? "all";
    const style = styles.get(condition) ?? ruleWhen(condition);
    styles.set(condition, style);
    style.setProperty(`--pgw-${name}`, value);
  }
  if (refused.length > 0)
    throw new Error(`This browser knows no such values of tokens: ${refused.join("; ")}`);
}

/** A rule for the root element that holds under a condition. */
function ruleWhen(condition: string): CSSStyleDeclaration {
  const at = sheet.insertRule(`@media ${condition} { :root {} }`, sheet.cssRules.length);
  const rule = (sheet.cssRules[at] as CSSMediaRule).cssRules[0] as CSSStyleRule;
  return rule.style;
}

function mark(root: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete root.dataset[name];
  else root.dataset[name] = value;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function texts(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(record(value)).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
