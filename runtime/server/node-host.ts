/**
 * The surroundings of sessions on Node: clock, timers, the turn of the event loop, files, the log.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { performance } from "node:perf_hooks";
import type { Logger, SessionHost } from "../session/connection.js";
import { FileArguments } from "./files.js";
import type { Limits } from "./limits.js";

/** The longest time that Node's timers can count; longer ones are counted in pieces. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** One for all hosts: Node carries every store along with every promise, and never lets go of one that was used. */
const keys = new AsyncLocalStorage<object>();

export class NodeHost implements SessionHost {
  readonly logger: Logger;
  readonly #files: FileArguments;

  constructor(logger: Logger, limits: Pick<Limits, "fileBytes">) {
    this.logger = logger;
    this.#files = new FileArguments(limits.fileBytes);
  }

  now(): number {
    return performance.now();
  }

  setTimer(ms: number, task: () => void): () => void {
    let timer: NodeJS.Timeout;
    const wait = (left: number): void => {
      const piece = Math.min(left, LONGEST_TIMER);
      timer = setTimeout(() => (left > piece ? wait(left - piece) : task()), piece);
      timer.unref();
    };
    wait(Math.max(0, ms));
    return () => clearTimeout(timer);
  }

  defer(task: () => void): void {
    setImmediate(task);
  }

  utf8(text: string): Uint8Array {
    return Buffer.from(text);
  }

  loadable(text: string): string {
    return this.#files.loadable(text);
  }

  within<T>(key: object, task: () => T): T {
    return keys.run(key, task);
  }

  current(): object | undefined {
    return keys.getStore();
  }
}
