/**
 * Why a connection was closed: the WebSocket close codes that both sides know.
 * Made by hand; the server closes with them, the page decides by them whether to try again.
 */

export const CloseCode = {
  /** The server stops or restarts. The page tries again. */
  goingAway: 1001,
  /** The answer to `init` did not come in time. The page tries again. */
  tooLate: 1008,
  /** A message was larger than `messageBytes`. */
  tooBig: 1009,
  /** The server failed on its own account. The page tries again and is replayed. */
  serverFailed: 1011,
  /** The session was destroyed by the program. */
  sessionEnded: 4000,
  /** The session is known, but the token is not its own. */
  wrongToken: 4001,
  /** The browser said what the protocol does not allow, or did so too often. */
  protocolViolated: 4002,
  /** The program's `authenticate` turned the connection away. */
  notAdmitted: 4003,
  /** All seats are taken, and all places of the waiting room too. */
  waitingRoomFull: 4004,
} as const;

export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];

/** True for codes after which a page does not try again by itself (4000 to 4999). */
export function isFinal(code: number): boolean {
  return code >= 4000 && code <= 4999;
}
