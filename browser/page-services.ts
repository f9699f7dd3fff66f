/**
 * What a program asks of the page as a whole: fonts, and opening other pages.
 * Made from the messages that belong to no widget.
 */
import { showNotice } from "./notices.js";
import { say } from "./strings.js";

export interface FontFaceSpec {
  readonly family: string;
  readonly weight: string;
  readonly style: string;
  readonly url: string;
}

/** Weights by the names under which fonts are sold. */
const weights: Readonly<Record<string, string>> = {
  thin: "100",
  extralight: "200",
  light: "300",
  regular: "400",
  medium: "500",
  semibold: "600",
  extrabold: "800",
  black: "900",
};

/** Loads a font face. A face that cannot be loaded is told to `failed`; text then keeps its present font. */
export function registerFont(font: FontFaceSpec, failed: (error: unknown) => void): void {
  const weight = weights[font.weight.toLowerCase()] ?? font.weight;
  const face = new FontFace(font.family, `url(${JSON.stringify(font.url)})`, { weight, style: font.style });
  document.fonts.add(face);
  face.load().catch((error: unknown) => {
    document.fonts.delete(face);
    failed(new Error(`The font ${font.family} could not be loaded: ${String(error)}`));
  });
}

/** Sets the font that everything without one of its own has; its size is in CSS pixels. null: the style sheet's. */
export function setDefaultFont(font: unknown): void {
  const { style } = document.documentElement;
  const given = (typeof font === "object" && font !== null ? font : {}) as Record<string, unknown>;
  const set = (property: string, value: unknown, unit = "") => {
    if (value === undefined || value === null) style.removeProperty(property);
    else style.setProperty(property, `${String(value)}${unit}`);
  };
  set("--pgw-font", given.family);
  set("--pgw-font-size", given.size, typeof given.size === "number" ? "px" : "");
  set("--pgw-font-weight", given.weight);
  set("--pgw-font-style", given.style);
}

/** Opens an address in a new tab that cannot reach back. Only web addresses; others are refused. */
export function openUrl(address: string): void {
  const url = new URL(address, location.href);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new Error(`Only http and https addresses can be opened, not ${url.protocol}`);
  }
  // Without a recent click or key the browser would block it; then the user is asked.
  if (navigator.userActivation?.isActive !== false) {
    window.open(url.href, "_blank", "noopener,noreferrer");
    return;
  }
  const link = document.createElement("a");
  link.href = url.href;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.textContent = say("open");
  showNotice(say("openLink", { address: url.host + url.pathname }), link);
}
