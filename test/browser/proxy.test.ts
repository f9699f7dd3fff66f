/**
 * The page behind a reverse proxy that ends TLS and keeps the application below a path of its own.
 * The certificate in fixtures/ names localhost and is trusted by nobody; the browser is told not to mind.
 */
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer, type Server } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { Application } from "pgwidgets-ts/sync";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { launch } from "./chromium.js";

const PREFIX = "/apps/tool";
let browser: Browser;
const cleanups: (() => unknown)[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});
afterAll(() => browser.close());

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const inside = (path: string | undefined) => path?.slice(PREFIX.length) ?? "/";

/** Passes on what is below the prefix, without it; anything else is not found. */
async function proxy(target: () => number): Promise<Server> {
  const server = createServer({ key: fixture("localhost.key"), cert: fixture("localhost.crt") });
  const sockets = new Set<Socket>();
  server.on("request", ({ url, method, headers }, response) => {
    if (url?.startsWith(`${PREFIX}/`) !== true) {
      response.writeHead(404).end();
      return;
    }
    const passed = request(
      { port: target(), host: "127.0.0.1", path: inside(url), method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    passed.on("error", () => response.destroy());
    passed.end();
  });
  server.on("upgrade", ({ url, headers }, socket: Socket, head) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
    const behind = connect(target(), "127.0.0.1", () => {
      behind.write(`GET ${inside(url)} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
      behind.write(head);
      behind.pipe(socket).pipe(behind);
    });
    for (const each of [socket, behind]) {
      sockets.add(each);
      each.on("error", () => each.destroy());
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  cleanups.push(() => {
    for (const each of sockets) each.destroy();
    server.close();
  });
  return server;
}

test("the page finds its parts and its WebSocket by itself, is used, and is replayed", async () => {
  const server = await proxy(() => Number(new URL(app.url).port));
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const app = new Application({
    wsPort: null,
    httpPort: 0,
    staticPath: inject("pageFolder"),
    logger: null,
    allowedOrigins: [origin],
  });
  cleanups.push(() => app.close());
  app.onConnect((session) => {
    const W = session.getWidgets();
    const page = W.Page();
    const button = W.Button("Press me");
    button.on("activated", () => button.setText("Thank you"));
    page.setWidget(button);
    page.show();
  });
  await app.start();
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  cleanups.push(() => context.close());
  const page = await context.newPage();
  const addresses: string[] = [];
  page.on("websocket", (socket) => addresses.push(socket.url()));
  page.on("response", (response) => {
    if (response.status() >= 400) addresses.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${origin}${PREFIX}/`);
  await page.getByRole("button", { name: "Press me" }).click();
  await page.getByRole("button", { name: "Thank you" }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Thank you" }).waitFor();
  const socket = `${origin.replace("https", "wss")}${PREFIX}/ws`;
  expect(addresses).toEqual([expect.stringMatching(`^${socket}\\?features=[^&]+$`), socket]);
});

test("a proxy whose name the application was not told is told so, and shows nothing", async () => {
  const server = await proxy(() => Number(new URL(app.url).port));
  const app = new Application({ wsPort: null, httpPort: 0, staticPath: inject("pageFolder"), logger: null });
  cleanups.push(() => app.close());
  await app.start();
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  cleanups.push(() => context.close());
  const page = await context.newPage();
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const response = await page.goto(`${origin}${PREFIX}/`);
  expect(response?.status()).toBe(421);
});
