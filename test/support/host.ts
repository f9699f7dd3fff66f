/**
 * Surroundings of a session for tests: a clock that the test moves, a log that it reads, turns that it ends.
 */
import type { Logger, SessionHost } from "../../runtime/session/connection.js";
import type { SessionLimits } from "../../runtime/session/session.js";

/** Small, so that tests reach them soon. */
export const testLimits: SessionLimits = {
  questionDeadline: 30_000,
  unsentBytes: 1_000_000,
  protocolErrors: 100,
  pendingEvents: 10_000,
  uploads: 3,
  uploadFiles: 5,
  uploadFileBytes: 2_000_000,
  uploadBytes: 3_000_000,
  uploadTime: 30_000,
};

export interface LogLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly message: string;
  readonly details: unknown;
}

export class TestHost implements SessionHost {
  readonly log: LogLine[] = [];
  readonly logger: Logger = {
    debug: (message, details) => this.log.push({ level: "debug", message, details }),
    info: (message, details) => this.log.push({ level: "info", message, details }),
    warn: (message, details) => this.log.push({ level: "warn", message, details }),
    error: (message, details) => this.log.push({ level: "error", message, details }),
  };
  #now = 0;
  #deferred: (() => void)[] = [];
  #timers: { at: number; task: () => void }[] = [];
  #keys: object[] = [];

  now(): number {
    return this.#now;
  }

  setTimer(ms: number, task: () => void): () => void {
    const timer = { at: this.#now + ms, task };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }

  /** How many timers run. */
  get timers(): number {
    return this.#timers.length;
  }

  defer(task: () => void): void {
    this.#deferred.push(task);
  }

  utf8(text: string): Uint8Array {
    return Buffer.from(text);
  }

  loadable(text: string): string {
    if (text.startsWith("/missing/")) throw new Error(`the file ${text} cannot be read.`);
    return text.startsWith("/files/") ? `data:image/png;base64,${btoa(text)}` : text;
  }

  within<T>(key: object, task: () => T): T {
    this.#keys.push(key);
    try {
      return task();
    } finally {
      this.#keys.pop();
    }
  }

  current(): object | undefined {
    return this.#keys.at(-1);
  }

  /** Ends the present turn: what was put off to its end runs. */
  endTurn(): void {
    for (let tasks = this.#deferred; tasks.length > 0; tasks = this.#deferred) {
      this.#deferred = [];
      for (const task of tasks) task();
    }
  }

  /** Moves the clock; timers that are due run in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.#now = Math.max(this.#now, due.at);
      due.task();
      this.endTurn();
    }
    this.#now = end;
  }
}
