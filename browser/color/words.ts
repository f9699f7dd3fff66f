/**
 * The words of the colour chooser.
 * Made by hand, in the manner of `strings.ts`.
 */
const words = {
  plane: "Saturation and brightness",
  planeValue: "Saturation {s} %, brightness {v} %",
  hue: "Hue",
  hueValue: "{h}°",
  saturation: "Saturation",
  brightness: "Brightness",
  red: "Red",
  green: "Green",
  blue: "Blue",
  hex: "Hex",
  hexName: "Hexadecimal digits",
  now: "New",
  before: "Old",
  takeBack: "Take the old colour again",
};

/** A text with `{name}` replaced by the value of that name. */
export function word(
  name: keyof typeof words,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return words[name].replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
