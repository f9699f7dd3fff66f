/** The words of the colour choosers, which come with their code. */
export const COLOR_WORDS = {
  colorPlane: "Saturation and brightness",
  colorPlaneValue: "Saturation {s} %, brightness {v} %",
  hue: "Hue",
  hueValue: "{h}°",
  saturation: "Saturation",
  brightness: "Brightness",
  red: "Red",
  green: "Green",
  blue: "Blue",
  hexDigits: "Hexadecimal digits",
  newColor: "New",
  oldColor: "Old",
  takeOldColor: "Take the old colour again",
} as const;
