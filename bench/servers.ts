/**
 * The two servers that are compared: ours, and a bare one that does the same with `ws` and `JSON.stringify`.
 */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { Application, type Session } from "pgwidgets-ts/sync";
import { WebSocket, WebSocketServer } from "ws";

export interface BenchServer {
  readonly url: string;
  /** Builds a box with labels; the browser gets two messages for each, and one for the box. */
  build(labels: number): void;
  /** Takes everything away, and says how many messages that are. */
  clear(): void;
  /** Makes a button that counts its clicks in a label; gives the number of the button. */
  counter(): number;
  close(): Promise<void>;
}

export async function ours(): Promise<BenchServer> {
  const app = new Application({ wsPort: 0, httpPort: 0, maxSessions: null, httpServer: false, logger: null });
  let session: Session | undefined;
  app.onConnect((each) => {
    session = each;
  });
  await app.start();
  const widgets = () => {
    if (session === undefined) throw new Error("No browser has come.");
    return session.getWidgets();
  };
  return {
    url: app.wsUrl,
    build(labels) {
      const W = widgets();
      const box = W.VBox();
      for (let i = 0; i < labels; i++) box.addWidget(W.Label(`label ${i}`), 0);
    },
    clear() {
      for (const node of [...(session?.roots ?? [])]) (node.face as unknown as { destroy(): void }).destroy();
    },
    counter() {
      const W = widgets();
      const label = W.Label("0");
      const button = W.Button("count");
      let count = 0;
      button.on("activated", () => label.setText(String(++count)));
      return button.wid;
    },
    close: () => app.close(),
  };
}

export async function bare(): Promise<BenchServer> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  let tree: object[] = [];
  let clicked: () => void = () => {};
  const send = (message: object) => {
    for (const client of server.clients) {
      if (client.readyState === WebSocket.OPEN) client.send(JSON.stringify(message));
    }
  };
  server.on("connection", (socket) => {
    for (const message of tree) socket.send(JSON.stringify(message));
    socket.on("message", (data) => {
      const message = JSON.parse(String(data)) as { type: string };
      if (message.type === "callback") clicked();
    });
  });
  const say = (message: object) => {
    tree.push(message);
    send(message);
  };
  return {
    url: `ws://127.0.0.1:${port}`,
    build(labels) {
      say({ type: "create", wid: 1, class: "VBox", args: [] });
      for (let i = 0; i < labels; i++) {
        say({ type: "create", wid: i + 2, class: "Label", args: [`label ${i}`] });
        say({ type: "call", wid: 1, method: "add_widget", args: [{ __wid__: i + 2 }, 0] });
      }
    },
    clear() {
      tree = [];
    },
    counter() {
      let count = 0;
      clicked = () => send({ type: "call", wid: 2, method: "set_text", args: [String(++count)] });
      return 1;
    },
    async close() {
      for (const client of server.clients) client.terminate();
      server.close();
      await once(server, "close");
    },
  };
}
