/**
 * Small things that many samples are made of.
 */
import type { Label, Widget, Widgets } from "pgwidgets-ts/sync";

/** Soft colours that text can be read on, in light and in dark. */
const tints = {
  blue: "light-dark(#dbe7fb, #253a5c)",
  green: "light-dark(#d9f2e3, #1f4433)",
  amber: "light-dark(#fbeccb, #4a3a17)",
  violet: "light-dark(#e9e0fb, #3b2f5c)",
  rose: "light-dark(#fbe0e4, #4f2a32)",
} as const;
export type Tint = keyof typeof tints;

/** A coloured box with a word in it, for layouts to arrange. */
export function block(W: Widgets, text: string, tint: Tint): Label {
  return W.Label(text, {
    halign: "center",
    valign: "center",
    padding: [12, 8, 12, 8],
    color: [tints[tint], ""],
  });
}

/** Widgets beside each other, at their natural sizes. */
export function row(W: Widgets, ...widgets: readonly Widget[]): Widget {
  const box = W.HBox({ spacing: 12, align: "center" });
  for (const each of widgets) box.addWidget(each, 0);
  return box;
}

/** Text that is less important than the rest. */
export function hint(W: Widgets, text: string): Label {
  return W.Label(text, { color: ["", "var(--pgw-text-muted)"] });
}
