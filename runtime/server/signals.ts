/**
 * Ctrl-C for a running application: the first one closes it in order, the second one ends the process.
 */

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

type Signal = keyof typeof EXIT_CODES;

/** Calls `close` at the first SIGINT or SIGTERM. The result takes the handlers off again. */
export function onInterrupt(close: () => void): () => void {
  let closing = false;
  const handler = (signal: Signal): void => {
    if (closing) process.exit(EXIT_CODES[signal]);
    closing = true;
    close();
  };
  const signals = Object.keys(EXIT_CODES) as Signal[];
  for (const signal of signals) process.on(signal, handler);
  return () => {
    for (const signal of signals) process.off(signal, handler);
  };
}
