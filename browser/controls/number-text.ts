/**
 * Numbers as text in the language of the page, and back.
 * Made from Intl; the language is that of the root element.
 */

/** How the page's language writes a number. */
interface Writing {
  readonly point: string;
  readonly formats: Map<number, Intl.NumberFormat>;
}

const writings = new Map<string, Writing>();

function format(language: string, count: number): Intl.NumberFormat {
  return new Intl.NumberFormat(language, {
    numberingSystem: "latn",
    useGrouping: false,
    signDisplay: "negative",
    minimumFractionDigits: count,
    maximumFractionDigits: count,
  });
}

function writing(): Writing {
  const language = document.documentElement.lang || "en";
  let found = writings.get(language);
  if (found === undefined) {
    const parts = format(language, 1).formatToParts(0.5);
    found = { point: parts.find((part) => part.type === "decimal")?.value ?? ".", formats: new Map() };
    writings.set(language, found);
  }
  return found;
}

/** A number as text in the page's language, with this many digits after the point (0 to 100). */
export function numberText(value: number, count: number): string {
  const { formats } = writing();
  let found = formats.get(count);
  if (found === undefined) {
    found = format(document.documentElement.lang || "en", count);
    formats.set(count, found);
  }
  return found.format(value);
}

/** The number that a text begins with; null when there is none. Point and comma are both understood. */
export function readNumber(text: string): number | null {
  const lead = /^\s*([+\-\u2212]?)([\d.,'\u2019\u00a0\u202f]*\d[.,]?|[.,]\d+)(e[+-]?\d+)?/i.exec(text);
  if (lead === null) return null;
  const [, sign = "", body = "", exponent = ""] = lead;
  const { point } = writing();
  const other = point === "," ? "." : ",";
  let plain = body.replace(/['\u2019\u00a0\u202f]/g, "");
  if (plain.includes(point) || new RegExp(`^\\d{1,3}(\\${other}\\d{3})+$`).test(plain)) {
    // The other mark can only part groups of digits then.
    plain = plain.replaceAll(other, "").replace(point, ".");
  } else {
    plain = plain.replace(other, ".");
  }
  const value = Number.parseFloat(`${sign === "" || sign === "+" ? "" : "-"}${plain}${exponent}`);
  return Number.isFinite(value) ? value : null;
}
