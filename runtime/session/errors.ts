/**
 * What goes wrong, by who has to act: the program, a browser, or nobody.
 */

/** The program asked for something that cannot be: the message names the call, the widget and the path. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** A browser answered that a call failed there. */
export class BrowserError extends Error {
  override name = "BrowserError";
}

/** A browser did not answer in time, or left before it answered. */
export class NoAnswerError extends Error {
  override name = "NoAnswerError";
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
