/**
 * Puts an endpoint on a server of the program's own, beside whatever that server answers already.
 */
import { createServer, Server as HttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Server as HttpsServer } from "node:https";
import type { Server as NetServer, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { Server as TlsServer } from "node:tls";
import { type Endpoint, refuse } from "./endpoint.js";

/** Milliseconds after which a silent connection that is no WebSocket is ended. */
const IDLE_TIME = 30_000;

/** An HTTP or HTTPS server, or a bare listening socket. */
export type AttachableServer = HttpServer | HttpsServer | NetServer;

export function speaksTls(server: AttachableServer): boolean {
  return server instanceof TlsServer;
}

/** Puts the endpoint on the server; the result takes it off again. The server itself is never closed. */
export function attach(server: AttachableServer, endpoint: Endpoint): () => void {
  return server instanceof HttpServer || server instanceof HttpsServer
    ? attachToHttp(server, endpoint)
    : attachToSocket(server, endpoint);
}

type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

function attachToHttp(server: HttpServer | HttpsServer, endpoint: Endpoint): () => void {
  const others = server.listeners("request") as RequestListener[];
  const onRequest: RequestListener = (request, response) => {
    if (endpoint.takesRequest(request) || (others.length === 0 && server.listenerCount("request") === 1)) {
      endpoint.request(request, response);
    } else for (const other of others) other.call(server, request, response);
  };
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (endpoint.takesUpgrade(request)) endpoint.upgrade(request, socket, head);
    else if (server.listenerCount("upgrade") === 1)
      refuse(socket, 404, "There is no WebSocket at this address.");
  };
  // Two answers to one request are an error, so the listeners that were there are called from ours.
  server.removeAllListeners("request");
  server.on("request", onRequest);
  server.on("upgrade", onUpgrade);
  return () => {
    server.off("request", onRequest);
    server.off("upgrade", onUpgrade);
    for (const other of others) server.on("request", other);
  };
}

function attachToSocket(server: NetServer, endpoint: Endpoint): () => void {
  const inner = createServer((request, response) => endpoint.request(request, response));
  inner.on("upgrade", (request, socket, head) => endpoint.upgrade(request, socket, head));
  // A server that does not listen itself does not watch over slow requests either.
  inner.timeout = IDLE_TIME;
  const event = speaksTls(server) ? "secureConnection" : "connection";
  const sockets = new Set<Socket>();
  const onConnection = (socket: Socket): void => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    inner.emit("connection", socket);
  };
  server.on(event, onConnection);
  return () => {
    server.off(event, onConnection);
    for (const socket of sockets) socket.destroy();
  };
}
