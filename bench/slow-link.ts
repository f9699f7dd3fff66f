/**
 * A link with a round trip time of its own: a TCP proxy that delivers everything late, in order.
 */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface SlowLink {
  readonly url: string;
  close(): void;
}

/** @param delay - Milliseconds in each direction. */
export async function slowLink(target: string, delay: number): Promise<SlowLink> {
  const { hostname, port: targetPort } = new URL(target);
  const sockets = new Set<Socket>();
  const late = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.on("data", (data) => setTimeout(() => to.writable && to.write(data), delay));
    // What was sent before the end still arrives.
    from.on("close", () => setTimeout(() => to.end(), delay));
    from.on("error", () => to.destroy());
  };
  const server = createServer((client) => {
    const upstream = connect(Number(targetPort), hostname);
    late(client, upstream);
    late(upstream, client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}`,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
