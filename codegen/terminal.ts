/**
 * Where a command says what it did and what is wrong.
 */

export interface Terminal {
  /** Whether faults are shown to a person: with a code frame. */
  readonly frames: boolean;
  /** Whether they may be coloured. */
  readonly colour: boolean;
  /** What was done. */
  say(text: string): void;
  /** What is wrong. */
  complain(text: string): void;
}

/** The terminal of this process. Colour only on a terminal, and not where NO_COLOR asks for none. */
export function processTerminal(): Terminal {
  const isTerminal = process.stderr.isTTY === true;
  const { NO_COLOR, TERM } = process.env;
  return {
    frames: isTerminal,
    colour: isTerminal && (NO_COLOR === undefined || NO_COLOR === "") && TERM !== "dumb",
    say: (text) => console.log(text),
    complain: (text) => console.error(text),
  };
}
