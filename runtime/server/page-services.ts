/**
 * What an application asks of every page as a whole: font faces and the default font.
 * Pages that come later are told before they see a widget.
 */
import type { ServerMessage } from "../protocol/messages.js";
import { UsageError } from "../session/errors.js";
import { didYouMean } from "../session/names.js";
import { dataUri, mimeOfFont } from "./mime.js";

/** Weights by the names under which fonts are sold. */
const WEIGHTS: Readonly<Record<string, string>> = {
  thin: "100",
  extralight: "200",
  light: "300",
  normal: "400",
  regular: "400",
  medium: "500",
  semibold: "600",
  bold: "700",
  extrabold: "800",
  black: "900",
};

export interface FontOptions {
  /** 1 to 1000, two of them for a variable font ("100 900"), or a name such as "light". Default: normal. */
  readonly weight?: number | string;
  /** Default: normal. */
  readonly style?: "normal" | "italic" | `oblique${string}`;
}

export interface DefaultFont {
  /** CSS font family: a name, or several separated by commas. */
  readonly family: string;
  /** CSS pixels, above 0. Default: the style sheet's. */
  readonly size?: number;
  /** As for a font face. Default: normal. */
  readonly weight?: number | string;
  readonly style?: "normal" | "italic" | `oblique${string}`;
}

export class PageServices {
  readonly #loadable: (text: string) => string;
  readonly #tell: (message: ServerMessage) => void;
  /** By family, weight and style: a face that is registered again replaces the one before. */
  readonly #fonts = new Map<string, ServerMessage>();
  #defaultFont: ServerMessage | null = null;

  /**
   * @param loadable - The address under which a browser can load a file of this machine
   * @param tell - Sends a message to all pages that are open now
   */
  constructor(loadable: (text: string) => string, tell: (message: ServerMessage) => void) {
    this.#loadable = loadable;
    this.#tell = tell;
  }

  /** What a page is told before its first widget. */
  messages(): readonly ServerMessage[] {
    return [...this.#fonts.values(), ...(this.#defaultFont === null ? [] : [this.#defaultFont])];
  }

  registerFont(family: string, source: string | Uint8Array, options: FontOptions): void {
    if (typeof family !== "string" || family.trim() === "") {
      throw new UsageError("registerFont: family: expected the name of a font family.");
    }
    const weight = weightOf(options.weight ?? "normal", "registerFont");
    const style = styleOf(options.style ?? "normal", "registerFont");
    const message = { type: "register-font", family, weight, style, url: this.#address(source) } as const;
    this.#fonts.set(`${family}/${weight}/${style}`, message);
    this.#tell(message);
  }

  setDefaultFont(font: DefaultFont | null): void {
    const message = { type: "set-default-font", font: font === null ? null : checkedFont(font) } as const;
    this.#defaultFont = font === null ? null : message;
    this.#tell(message);
  }

  #address(source: string | Uint8Array): string {
    if (typeof source !== "string") {
      const type = mimeOfFont(source);
      if (type === null)
        throw new UsageError("registerFont: the bytes are no WOFF2, WOFF, TrueType or OpenType font.");
      return dataUri(type, source);
    }
    const address = this.#loadable(source);
    if (/^(data|https?):/i.test(address)) return address;
    throw new UsageError(`registerFont: "${source}" is neither a file nor an http:, https: or data: URL.`);
  }
}

function checkedFont({ family, size, weight, style }: DefaultFont) {
  if (typeof family !== "string" || family.trim() === "") {
    throw new UsageError("setDefaultFont: family: expected a CSS font family.");
  }
  if (size !== undefined && !(Number.isFinite(size) && size > 0)) {
    throw new UsageError("setDefaultFont: size: expected a number of CSS pixels above 0.");
  }
  return {
    family,
    ...(size === undefined ? {} : { size }),
    ...(weight === undefined ? {} : { weight: weightOf(weight, "setDefaultFont") }),
    ...(style === undefined ? {} : { style: styleOf(style, "setDefaultFont") }),
  };
}

function weightOf(weight: number | string, call: string): string {
  const text = String(weight).trim().toLowerCase();
  const named = WEIGHTS[text.replaceAll(/[ -]/g, "")];
  if (named !== undefined) return named;
  const numbers = text.split(/\s+/).map(Number);
  const fit = numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= 1000);
  if (fit && numbers.length <= 2) return numbers.join(" ");
  const hint = didYouMean(text, Object.keys(WEIGHTS));
  throw new UsageError(
    `${call}: weight: "${weight}" is neither a number from 1 to 1000 nor a known name.${hint}`,
  );
}

function styleOf(style: string, call: string): string {
  if (/^(normal|italic|oblique( -?[\d.]+deg){0,2})$/.test(style)) return style;
  throw new UsageError(`${call}: style: expected "normal", "italic" or "oblique", not "${style}".`);
}
