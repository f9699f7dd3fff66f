/**
 * When handlers run: one after another in a session, one after another over all sessions, or at once.
 */
import type { SessionHost } from "./connection.js";

/**
 * - `per_session`: handlers of one session run one after another, sessions beside each other.
 * - `serialized`: one after another over all sessions.
 * - `concurrent`: each starts at once.
 */
export type ConcurrencyHandling = "per_session" | "serialized" | "concurrent";

type Task = () => unknown;

export class Dispatcher {
  readonly #mode: ConcurrencyHandling;
  readonly #host: SessionHost;
  readonly #queues = new WeakMap<object, Task[]>();
  readonly #shared = {};
  /** Tasks under way by session, where nothing waits for its turn. */
  readonly #running = new WeakMap<object, number>();

  constructor(mode: ConcurrencyHandling, host: SessionHost) {
    this.#mode = mode;
    this.#host = host;
  }

  /** Runs a task of a session in its turn. A task that throws is logged. */
  post(session: object, task: Task): void {
    if (this.#mode === "concurrent") {
      const result = this.#start(session, task);
      if (isPromise(result)) {
        this.#count(session, 1);
        void result.then(() => this.#count(session, -1));
      }
      return;
    }
    const key = this.#keyOf(session);
    const queue = this.#queues.get(key);
    const guarded = () => this.#start(session, task);
    if (queue !== undefined) {
      queue.push(guarded);
      return;
    }
    const own = [guarded];
    this.#queues.set(key, own);
    this.#drain(key, own);
  }

  /**
   * Runs a task of a session in its turn and gives its result or its error.
   * Inside a handler of the same session it runs at once: its turn is now.
   */
  run<T>(session: object, task: () => T | Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const settling = async () => {
        try {
          resolve(await task());
        } catch (error) {
          reject(error);
        }
      };
      if (this.isInside(session)) void settling();
      else this.post(session, settling);
    });
  }

  /** Whether tasks of a session run or wait; where all sessions share one queue, tasks of any. */
  isBusy(session: object): boolean {
    return this.#queues.has(this.#keyOf(session)) || (this.#running.get(session) ?? 0) > 0;
  }

  /** How many tasks of a session wait or run; where all sessions share one queue, those of all. */
  waiting(session: object): number {
    return (this.#queues.get(this.#keyOf(session))?.length ?? 0) + (this.#running.get(session) ?? 0);
  }

  #keyOf(session: object): object {
    return this.#mode === "serialized" ? this.#shared : session;
  }

  #count(session: object, by: number): void {
    this.#running.set(session, (this.#running.get(session) ?? 0) + by);
  }

  /** Whether the present code belongs to a handler of this session. */
  isInside(session: object): boolean {
    const turn = this.#host.current();
    return turn instanceof Turn && turn.session === session && turn.open;
  }

  /** Works a queue off; tasks that end at once are not put off to another turn. */
  #drain(key: object, queue: Task[]): void {
    for (;;) {
      const task = queue.shift();
      if (task === undefined) {
        this.#queues.delete(key);
        return;
      }
      const result = task();
      if (isPromise(result)) {
        void result.then(() => this.#drain(key, queue));
        return;
      }
    }
  }

  #start(session: object, task: Task): unknown {
    const failed = (error: unknown) => this.#host.logger.error("A task of a session failed.", error);
    const turn = new Turn(session);
    try {
      const result = this.#host.within(turn, task);
      if (isPromise(result)) return result.then(undefined, failed).then(() => turn.end());
    } catch (error) {
      failed(error);
    }
    turn.end();
    return undefined;
  }
}

/** One task's turn. What it left running behind must not be taken for a part of it. */
class Turn {
  readonly session: object;
  open = true;
  constructor(session: object) {
    this.session = session;
  }
  end(): void {
    this.open = false;
  }
}

export function isPromise(value: unknown): value is Promise<unknown> {
  return (
    typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function"
  );
}
