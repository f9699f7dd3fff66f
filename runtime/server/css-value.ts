/**
 * Plain CSS values: numbers, names, colours, and the few functions that make such values out of others.
 * Whatever else a style sheet can hold - an address, a variable, the end of a declaration - is refused.
 */

const COLOR_FUNCTIONS = new Set(
  "rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark".split(" "),
);
const MATH = new Set("calc min max clamp round".split(" "));
const EASINGS = new Set(["cubic-bezier", "linear", "steps"]);

const HEX = /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])/;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:%|[a-z]+)?(?![\w%-])/;
const NAME = /-?[a-z_][\w-]*/;
const TOKEN = new RegExp(
  `\\s+|[,/()*+-]|(?<hex>${HEX.source})|(?<number>${NUMBER.source})|(?<call>${NAME.source})\\(|(?<name>${NAME.source})` +
    `|"[^"\\\\\\n]*"|'[^'\\\\\\n]*'`,
  "iy",
);

/** Lengths in which a token may be given; percentages have nothing that they could be of. */
const LENGTH =
  /^(?:0|[+]?(?:\d+\.?\d*|\.\d+)(?:px|em|rem|ex|rex|ch|rch|cap|rcap|lh|rlh|vw|vh|vi|vb|vmin|vmax|pt|pc|cm|mm|in|q))$/i;
const TIME = /^[+]?(?:\d+\.?\d*|\.\d+)(?:s|ms)$/i;

/** By property: whether a value of one token may be this, and what was expected instead. */
const RULES: Readonly<
  Record<string, { readonly fits: (text: string) => boolean; readonly expected: string }>
> = {
  color: { fits: isColor, expected: 'a CSS colour such as "#2464d1" or "light-dark(white, #202020)"' },
  "padding-top": { fits: isLength, expected: 'a CSS length such as "4px"' },
  "border-top-left-radius": { fits: isLength, expected: 'a CSS length such as "4px"' },
  "font-size": { fits: isLength, expected: 'a CSS length such as "14px"' },
  "font-family": { fits: isFamily, expected: 'font families such as "Inter, sans-serif"' },
  "font-weight": {
    fits: (text) => /^(?:normal|bold|[1-9]\d{0,2}|1000)$/i.test(text),
    expected: "a weight from 1 to 1000",
  },
  "font-style": {
    fits: (text) => /^(?:normal|italic|oblique(?: -?\d+(?:\.\d+)?deg)?)$/i.test(text),
    expected: '"normal", "italic" or "oblique"',
  },
  "line-height": {
    fits: (text) => /^(?:\d+\.?\d*|\.\d+)$/.test(text) && Number(text) > 0,
    expected: 'a multiple of the size of the text such as "1.4"',
  },
  "box-shadow": {
    fits: isShadow,
    expected: 'a CSS shadow such as "0 1px 2px rgb(0 0 0 / 20%)", or "none"',
  },
  "transition-duration": { fits: (text) => TIME.test(text), expected: 'a CSS time such as "160ms"' },
  "transition-timing-function": {
    fits: isEasing,
    expected: 'a CSS easing such as "ease-out" or "cubic-bezier(0.2, 0, 0, 1)"',
  },
};

/**
 * What is wrong with a value for a property; null when it is a plain CSS value of it. Names of colours and fonts
 * are not looked up: only a browser knows them all.
 */
export function valueFault(property: string, text: string): string | null {
  const rule = RULES[property];
  if (rule === undefined) throw new Error(`There is no rule for values of ${property}.`);
  return isPlain(text) && rule.fits(text.trim()) ? null : `expected ${rule.expected}`;
}

/** Whether a text has nothing in it but what plain values are made of, and all its brackets are closed. */
function isPlain(text: string): boolean {
  if (text.trim() === "" || text.length > 2000 || text.includes("/*")) return false;
  let depth = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (found === null) return false;
    const call = found.groups?.call?.toLowerCase();
    if (call !== undefined && !COLOR_FUNCTIONS.has(call) && !MATH.has(call) && !EASINGS.has(call))
      return false;
    if (call !== undefined || found[0] === "(") depth++;
    else if (found[0] === ")" && --depth < 0) return false;
  }
  return depth === 0;
}

/** The name of the function that the whole text is a call of; null when it is none. */
function calledIn(text: string): string | null {
  const name = /^([\w-]+)\((.*)\)$/s.exec(text)?.[1] ?? null;
  return name !== null && parts(text, /\s/).length === 1 && parts(text, /,/).length === 1
    ? name.toLowerCase()
    : null;
}

function isColor(text: string): boolean {
  if (text.startsWith("#")) return new RegExp(`^${HEX.source}$`, "i").test(text);
  const called = calledIn(text);
  if (called !== null) return COLOR_FUNCTIONS.has(called);
  return /^[a-z]+$/i.test(text) && !/^(?:inherit|initial|unset|revert)$/i.test(text);
}

function isLength(text: string): boolean {
  const called = calledIn(text);
  return called === null ? LENGTH.test(text) : MATH.has(called);
}

function isFamily(text: string): boolean {
  return parts(text, /,/).every((family) => /^(?:"[^"]+"|'[^']+'|[a-z_-][\w -]*)$/i.test(family));
}

/** Shadows are lengths, a colour and perhaps `inset`, in any order. */
function isShadow(text: string): boolean {
  if (/^none$/i.test(text)) return true;
  return parts(text, /,/).every((shadow) => {
    const words = parts(shadow, /\s/).filter((word) => !/^inset$/i.test(word));
    const lengths = words.filter((word) => isLength(word.replace(/^-/, "")));
    const colors = words.filter((word) => !lengths.includes(word));
    return lengths.length >= 2 && lengths.length <= 4 && colors.length <= 1 && colors.every(isColor);
  });
}

function isEasing(text: string): boolean {
  const called = calledIn(text);
  if (called !== null) return EASINGS.has(called);
  return /^(?:linear|ease|ease-in|ease-out|ease-in-out|step-start|step-end)$/i.test(text);
}

/** Splits at what stands outside all brackets and quotes. */
function parts(text: string, at: RegExp): string[] {
  const found: string[] = [];
  let depth = 0;
  let quote = "";
  let part = "";
  for (const character of text) {
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (depth === 0 && at.test(character)) {
      found.push(part.trim());
      part = "";
      continue;
    }
    part += character;
  }
  found.push(part.trim());
  return at.source === "," ? found : found.filter((each) => each !== "");
}
