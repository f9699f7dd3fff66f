/**
 * What a session needs from the world around it: a way to a browser, and a host.
 * A WebSocket server makes them real; a test makes them in memory.
 */

/** One browser, as a session sees it. */
export interface Connection {
  /** Queues one text frame. Never throws; on a closed connection it does nothing. */
  send(text: string): void;
  /** Queues one binary frame. Never throws; on a closed connection it does nothing. */
  sendBinary(data: Uint8Array): void;
  /** Bytes that are queued and not yet taken by the network. */
  readonly buffered: number;
  /** Closes it with a WebSocket close code and a reason of at most 123 bytes. */
  close(code: number, reason: string): void;
}

export interface Logger {
  debug(message: string, details?: unknown): void;
  info(message: string, details?: unknown): void;
  warn(message: string, details?: unknown): void;
  error(message: string, details?: unknown): void;
}

/** The surroundings of a session: time, files, the log. */
export interface SessionHost {
  readonly logger: Logger;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Runs `task` once after `ms` milliseconds; the result cancels it. It does not keep the process alive. */
  setTimer(ms: number, task: () => void): () => void;
  /** Runs `task` when the present turn of the event loop has ended. */
  defer(task: () => void): void;
  /** A text in UTF-8. */
  utf8(text: string): Uint8Array;
  /**
   * The text that a browser can load for a file argument: a `data:` URI when `text` names a readable
   * file of this machine, `text` itself when it is a URL. Throws when it names a file that cannot be read.
   */
  loadable(text: string): string;
  /** Runs `task` so that `current()` inside it, and in all it awaits, answers `key`. */
  within<T>(key: object, task: () => T): T;
  /** The key of the innermost `within` around the present code. */
  current(): object | undefined;
}
