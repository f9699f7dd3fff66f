/**
 * What comes and goes over the page's WebSockets: stands in for the class before the page's own script runs.
 * Its listener is the first of each socket, so a message is noted before the page sees it.
 */
export class Wire {
  /** When the first message since `reset` came; null: none yet. */
  arrival: number | null = null;
  /** Text frames since `reset`, kept only where somebody wants them. */
  texts: string[] = [];
  keepsTexts = false;
  /** Messages that the page has sent since `reset`; a list counts as many as it holds. */
  sent: unknown[] = [];

  constructor() {
    const wire = this;
    class WatchedSocket extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        this.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
          wire.arrival ??= performance.now();
          if (wire.keepsTexts && typeof data === "string") wire.texts.push(data);
        });
      }

      override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
        if (typeof data === "string") wire.sent.push(...([JSON.parse(data)] as unknown[]).flat());
        super.send(data as string);
      }
    }
    globalThis.WebSocket = WatchedSocket;
  }

  reset(): void {
    this.arrival = null;
    this.texts = [];
    this.sent = [];
  }
}
