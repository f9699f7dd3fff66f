/**
 * A WebSocket that was opened before the page's script was there to listen, and what it has told since.
 * The first script, which stands in the page itself, leaves it here for the other one.
 */

export interface Opened {
  readonly socket: WebSocket;
  /** What it has told since, in order. */
  readonly missed: readonly Event[];
}

type Hand = () => Opened;

/** The two scripts share nothing but the window. */
const KEY = Symbol.for("pgwidgets-ts: opened");
const holder = window as Window & { [KEY]?: Hand | undefined };

/** Leaves what hands it over. */
export function leaveOpened(hand: Hand): void {
  holder[KEY] = hand;
}

/** Takes the connection over, once: null when there was none, and from the second time on. */
export function takeOpened(): Opened | null {
  const hand = holder[KEY];
  holder[KEY] = undefined;
  return hand?.() ?? null;
}
