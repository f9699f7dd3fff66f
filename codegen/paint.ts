/**
 * Colours of a terminal, for text that a person reads there.
 */

const styles = { red: 31, green: 32, yellow: 33, cyan: 36, grey: 90, bold: 1 } as const;

/** The text in a colour, or as it is. */
export const paint = (text: string, style: keyof typeof styles, colour: boolean): string =>
  colour ? `\u001b[${styles[style]}m${text}\u001b[0m` : text;
