/**
 * Numbers as text in the language of the page, and back.
 * Made from Intl; the language is that of the root element.
 */

/**
 * Languages that write a number as programs do. Nothing is asked of Intl there where it would make no difference: its
 * first object in a page takes as long as all else that the script does at the start.
 */
const PLAIN = /^en(-(US|GB))?$/i;

/** Whether the page's language writes a number, short of grouping and rounding, as programs do. */
export const writesPlainly = (): boolean => PLAIN.test(pageLanguage());

const pageLanguage = (): string => document.documentElement.lang || "en";

/** How the page's language writes numbers. */
interface Writing {
  readonly language: string;
  readonly point: string;
  readonly formats: Map<number | "percent", Intl.NumberFormat>;
}

const writings = new Map<string, Writing>();

/** A format with this many digits after the point. */
function format(language: string, digits: number | "percent"): Intl.NumberFormat {
  if (digits === "percent") {
    return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  }
  return new Intl.NumberFormat(language, {
    numberingSystem: "latn",
    useGrouping: false,
    signDisplay: "negative",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function pointOf(language: string): string {
  const parts = format(language, 1).formatToParts(0.5);
  return parts.find((part) => part.type === "decimal")?.value ?? ".";
}

function writing(): Writing {
  const language = pageLanguage();
  let found = writings.get(language);
  if (found === undefined) {
    const point = writesPlainly() ? "." : pointOf(language);
    found = { language, point, formats: new Map() };
    writings.set(language, found);
  }
  return found;
}

function written(value: number, digits: number | "percent"): string {
  const { language, formats } = writing();
  let found = formats.get(digits);
  if (found === undefined) {
    found = format(language, digits);
    formats.set(digits, found);
  }
  return found.format(value);
}

/** With this many digits after the point; null when that takes rounding, or more than digits. */
function plainly(value: number, count: number): string | null {
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  if (whole === "" || fraction.length > count) return null;
  return `${sign}${whole}${count === 0 ? "" : `.${fraction.padEnd(count, "0")}`}`;
}

/** A number as text in the page's language, with this many digits after the point (0 to 100). */
export const numberText = (value: number, count: number): string =>
  (writesPlainly() ? plainly(value, count) : null) ?? written(value, count);

/** A share as text in the page's language, in whole percent: "42%" for 0.42. */
export const percentText = (share: number): string => written(share, "percent");

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
