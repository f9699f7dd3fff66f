/**
 * Ports of the application's own: an HTTP server on each, with errors that say which option to change.
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { messageOf, UsageError } from "../session/errors.js";

export interface Listener {
  readonly server: Server;
  /** The real port, also where 0 was asked for. */
  readonly port: number;
  /** Stops listening and drops every connection that is still open. */
  close(): Promise<void>;
}

export type PortOption = "wsPort" | "httpPort";

/** Opens a port. Rejects with UsageError when it cannot be had. */
export async function listen(host: string, port: number, option: PortOption): Promise<Listener> {
  const server = createServer();
  // The server itself loses sight of connections that are being upgraded.
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explained(error, host, port, option)));
    server.listen(port, host, resolve);
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function explained(error: NodeJS.ErrnoException, host: string, port: number, option: PortOption): UsageError {
  const where = `port ${port} of ${host}`;
  switch (error.code) {
    case "EADDRINUSE":
      return new UsageError(
        `start: ${where} is in use. End the program that listens there, or give another \`${option}\` (0 picks a free one).`,
        { cause: error },
      );
    case "EACCES":
      return new UsageError(
        `start: this user may not listen on ${where}. Give a \`${option}\` of 1024 or above (0 picks a free one).`,
        { cause: error },
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new UsageError(
        `start: "${host}" is no address of this machine. Give another \`host\` (127.0.0.1: this machine only, 0.0.0.0: every network).`,
        { cause: error },
      );
    default:
      return new UsageError(`start: cannot listen on ${where}: ${messageOf(error)}`, { cause: error });
  }
}
