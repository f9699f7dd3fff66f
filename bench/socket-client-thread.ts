/**
 * A browser for the benchmarks, in a thread of its own: it parses what comes, answers `init`, counts, and clicks.
 */
import { parentPort, workerData } from "node:worker_threads";
import { WebSocket } from "ws";
import type { Order } from "./socket-client.js";

const { url, credentials } = workerData as { url: string; credentials: Readonly<Record<string, string>> };
if (parentPort === null) throw new Error("This is a worker.");
const port = parentPort;

interface Received {
  readonly type: string;
  readonly id?: number;
  readonly args?: readonly unknown[];
}

// Through a slow link the server is still asked for by its own name.
const { host } = credentials;
const socket = new WebSocket(url, host === undefined ? {} : { headers: { host } });
let seen = 0;
let look: (message: Received | null) => void = () => {};

socket.on("message", (data) => {
  const parsed = JSON.parse(String(data)) as Received | Received[];
  for (const message of Array.isArray(parsed) ? parsed : [parsed]) {
    if (message.type === "init") {
      const known = { session_id: credentials.session, token: credentials.token };
      socket.send(
        JSON.stringify({ type: "result", id: message.id, ...known, features: ["input", "tracking"] }),
      );
    }
    if (message.type !== "create" && message.type !== "call") continue;
    seen++;
    total++;
    totalAt = performance.now();
    look(message);
  }
});
let opened = 0;
let total = 0;
let totalAt = 0;
socket.on("open", () => {
  opened = performance.now();
  port.postMessage("open");
});

/** Resolves when a message fits, or at once when `fits` says so of none. */
function until(fits: (message: Received | null) => boolean): Promise<void> {
  return new Promise((resolve) => {
    look = (message) => {
      if (!fits(message)) return;
      look = () => {};
      resolve();
    };
    look(null);
  });
}

async function obey(order: Order): Promise<void> {
  const click = (wid: number) =>
    socket.send(JSON.stringify({ type: "callback", wid, action: "activated", args: [] }));
  switch (order.kind) {
    case "messages":
      return until(() => seen >= order.count);
    case "clicks":
      for (let i = 0; i < order.count; i++) {
        const answer = until((message) => message !== null);
        click(order.wid);
        await answer;
      }
      return;
    case "pipeline": {
      const last = until((message) => message?.args?.[0] === String(order.count));
      for (let i = 0; i < order.count; i++) click(order.wid);
      return last;
    }
    case "replay":
      return until(() => total >= order.count);
    case "close":
      socket.close();
  }
}

port.on("message", async (order: Order) => {
  await obey(order);
  port.postMessage({ seen, time: totalAt - opened });
  seen = 0;
});
