/**
 * The benchmarks' stand-in for a browser: a WebSocket client in another thread.
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";

export type Order =
  /** Waits for so many `create` and `call` messages since the last order. */
  | { readonly kind: "messages"; readonly count: number }
  /** Clicks a widget, each time after the answer to the click before. */
  | { readonly kind: "clicks"; readonly count: number; readonly wid: number }
  /** Clicks a widget at once; over when the text that counts the clicks has come. */
  | { readonly kind: "pipeline"; readonly count: number; readonly wid: number }
  /** Milliseconds from the opening of the connection until so many messages have come. */
  | { readonly kind: "replay"; readonly count: number }
  | { readonly kind: "close" };

export class SocketClient {
  readonly #worker: Worker;

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** @param credentials - Of a session to join, as the answer to `init` carries them. */
  static async open(url: string, credentials: object = {}): Promise<SocketClient> {
    const worker = new Worker(new URL("./socket-client-thread.js", import.meta.url), {
      workerData: { url, credentials },
    });
    await once(worker, "message");
    return new SocketClient(worker);
  }

  /** Gives an order; resolves with the number of messages when it is carried out. */
  async order(order: Order): Promise<number> {
    this.#worker.postMessage(order);
    const [{ seen }] = (await once(this.#worker, "message")) as [{ seen: number }];
    return seen;
  }

  async replayTime(count: number): Promise<number> {
    this.#worker.postMessage({ kind: "replay", count } satisfies Order);
    const [{ time }] = (await once(this.#worker, "message")) as [{ time: number }];
    return time;
  }

  async close(): Promise<void> {
    await this.order({ kind: "close" });
    await this.#worker.terminate();
  }
}
