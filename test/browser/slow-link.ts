/**
 * A slow network between pages and their servers, for WebSockets alone: a proxy that keeps back what it is sent.
 * It is no part of the page, so what was on its way when a page is closed or loaded again still arrives.
 */
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";

/** Hands bytes on, in order, each piece so many milliseconds after it came, and the end like a piece. */
function carry(from: Duplex, to: Duplex, delay: number): void {
  const later = (task: () => void) => void setTimeout(task, delay);
  from.on("data", (piece) => later(() => to.writable && to.write(piece)));
  from.on("end", () => later(() => to.end()));
  from.on("close", () => later(() => to.destroy()));
  from.on("error", () => {});
}

/** @returns What a Chromium is to be started with. */
export async function slowLink(delay: number): Promise<string[]> {
  const proxy = createServer();
  proxy.on("connect", (request, page: Duplex) => {
    const { hostname, port } = new URL(`http://${request.url}`);
    const server = connect(Number(port), hostname);
    server.once("connect", () => page.write("HTTP/1.1 200 Connected\r\n\r\n"));
    carry(page, server, delay);
    carry(server, page, delay);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  proxy.unref();
  const { port } = proxy.address() as AddressInfo;
  // Chromium takes the proxy of https for WebSockets too; pages themselves come by http, and go past it.
  return [`--proxy-server=https=http://127.0.0.1:${port}`, "--proxy-bypass-list=<-loopback>"];
}
