/**
 * `npm run bench`: what work costs here, as a ratio to a bare server that does the same in the same run.
 * Prints a table, and writes it as JSON to .cache/bench.json. Figures of a busy machine say little; ratios say more.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { Application } from "pgwidgets-ts/sync";
import { openPage } from "pgwidgets-ts/testing";
import { type BenchServer, bare, ours } from "./servers.js";
import { slowLink } from "./slow-link.js";
import { SocketClient } from "./socket-client.js";

interface Row {
  readonly work: string;
  readonly measured: string;
  readonly must: string;
  readonly aim: string;
}
const rows: Row[] = [];

const LABELS = 1000;
const MESSAGES = 2 * LABELS + 1;
const ROUNDS = 15;

/** The middle of some numbers. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function timed(task: () => unknown): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

/** The same work on both servers, in turn, so that a busy machine slows both. */
async function compare(
  work: string,
  must: number,
  aim: number,
  measure: (server: BenchServer) => Promise<number>,
) {
  const servers = [await ours(), await bare()] as const;
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, server] of servers.entries()) times[i as 0 | 1].push(await measure(server));
  }
  for (const server of servers) await server.close();
  const [own, other] = [median(times[0].slice(3)), median(times[1].slice(3))];
  rows.push({
    work,
    measured: `${(own / other).toFixed(2)}x (${own.toFixed(1)} ms to ${other.toFixed(1)} ms)`,
    must: `${must}x`,
    aim: `${aim}x`,
  });
}

await compare("build 1,000 labels in a box, connected", 3, 1.5, async (server) => {
  const browser = await SocketClient.open(server.url);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const time = await timed(() => {
    server.build(LABELS);
    return browser.order({ kind: "messages", count: MESSAGES });
  });
  await browser.close();
  server.clear();
  return time;
});

await replays();

for (const [work, kind, count, must, aim] of [
  ["click answered with one setText, one at a time (500)", "clicks", 500, 1.5, 1.15],
  ["20,000 clicks pipelined, each answered with a setText", "pipeline", 20_000, 2, 1.3],
] as const) {
  await compare(work, must, aim, async (server) => {
    const browser = await SocketClient.open(server.url);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const wid = server.counter();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const time = await timed(() => browser.order({ kind, count, wid }));
    await browser.close();
    server.clear();
    return time;
  });
}

await roundTrips();
await pagesInMemory();
memory();
coalescing();
print();

/** A browser that comes to what stands already. */
async function replays(): Promise<void> {
  const app = new Application({ wsPort: 0, httpPort: 0, maxSessions: null, httpServer: false, logger: null });
  await app.start();
  const session = app.createSession("bench", "a token for the benchmark");
  const W = session.getWidgets();
  const box = W.VBox();
  for (let i = 0; i < LABELS; i++) box.addWidget(W.Label(`label ${i}`), 0);
  const other = await bare();
  other.build(LABELS);
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    times[0].push(await replayed(app.wsUrl, { session: "bench", token: "a token for the benchmark" }));
    times[1].push(await replayed(other.url, {}));
  }
  await app.close();
  await other.close();
  const [own, plain] = [median(times[0].slice(3)), median(times[1].slice(3))];
  const measured = `${(own / plain).toFixed(2)}x (${own.toFixed(1)} ms to ${plain.toFixed(1)} ms)`;
  rows.push({ work: "replay the same", measured, must: "3x", aim: "1.5x" });
}

async function replayed(url: string, credentials: object): Promise<number> {
  const browser = await SocketClient.open(url, credentials);
  const time = await browser.replayTime(MESSAGES);
  await browser.close();
  return time;
}

/** A form of 50 rows, each a box with a label and an entry, over a link with a round trip of 50 ms. */
async function roundTrips(): Promise<void> {
  const trip = 50;
  const app = new Application({ wsPort: 0, httpPort: 0, maxSessions: null, httpServer: false, logger: null });
  await app.start();
  const session = app.createSession("form", "a token for the benchmark");
  const link = await slowLink(app.wsUrl, trip / 2);
  const host = new URL(app.wsUrl).host;
  const credentials = { session: "form", token: "a token for the benchmark", host };
  const browser = await SocketClient.open(link.url, credentials);
  while (!session.isConnected) await new Promise((resolve) => setTimeout(resolve, 5));

  const widgets = 152;
  const messages = 2 * widgets - 1;
  const start = performance.now();
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Form" });
  const column = W.VBox();
  for (let i = 0; i < 50; i++) {
    const line = W.HBox();
    line.addWidget(W.Label(`field ${i}`), 0);
    line.addWidget(W.TextEntry(""), 1);
    column.addWidget(line, 0);
  }
  top.setWidget(column);
  await browser.order({ kind: "messages", count: messages });
  const build = performance.now() - start;
  await browser.close();

  const second = await SocketClient.open(link.url, credentials);
  const replay = await second.replayTime(messages);
  await second.close();
  link.close();
  await app.close();
  const said = (ms: number) => `${Math.max(1, Math.round(ms / trip))} (${ms.toFixed(0)} ms)`;
  rows.push({
    work: "form of 50 rows (152 widgets), 50 ms round trip: round trips to build, to replay",
    measured: `${said(build)}, ${said(replay)}`,
    must: "1, 1",
    aim: "same",
  });
}

/** A thousand tests of a program in memory: each with an application, a page, a click and a reconnect. */
async function pagesInMemory(): Promise<void> {
  const start = performance.now();
  for (let i = 0; i < 1000; i++) {
    const app = new Application({ wsPort: 0, httpPort: 0, logger: null });
    app.onConnect((session) => {
      const W = session.getWidgets();
      const button = W.Button("Add");
      button.on("activated", () => button.setText("Added"));
      const top = W.Page();
      top.setWidget(button);
      top.show();
    });
    const page = await openPage(app);
    await page.click(page.findByRole("button", { name: "Add" }));
    await page.reconnect();
    page.findByRole("button", { name: "Added" });
    await app.close();
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  const work = "1,000 tests with pgwidgets-ts/testing";
  rows.push({ work, measured: `${seconds} s`, must: "10 s", aim: "well under" });
}

/** Bytes on the heap for each label of a session without a browser. */
function memory(): void {
  const app = new Application({ wsPort: 0, httpPort: 0, logger: null });
  const W = app.createSession().getWidgets();
  const count = 100_000;
  const labels = new Array<unknown>(count);
  W.Label("");
  const before = used();
  for (let i = 0; i < count; i++) labels[i] = W.Label(`label ${i}`);
  const bytes = (used() - before) / count;
  if (labels.length !== count) throw new Error("The labels must live until they have been measured.");
  const work = "memory of a Label, headless, 100,000 of them";
  rows.push({ work, measured: `${bytes.toFixed(0)} B`, must: "1024 B", aim: "500 B" });
}

function used(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** A text that changes a million times in one turn. */
function coalescing(): void {
  const app = new Application({ wsPort: 0, httpPort: 0, logger: null });
  const session = app.createSession();
  let messages = 0;
  const connection = {
    buffered: 0,
    send: (frame: string) => {
      messages += frame.split('"set_text"').length - 1;
    },
    sendBinary() {},
    close() {},
  };
  session.join(connection, ["tracking"]);
  const label = session.getWidgets().Label("");
  session.outbox.flush();
  const start = performance.now();
  for (let i = 1; i <= 1_000_000; i++) label.setText(String(i));
  session.outbox.flush();
  const ms = performance.now() - start;
  const work = "1,000,000 setText on one label in one turn";
  rows.push({ work, measured: `${messages} message (${ms.toFixed(0)} ms)`, must: "1 message", aim: "same" });
}

function print(): void {
  console.table(Object.fromEntries(rows.map(({ work, ...rest }) => [work, rest])));
  mkdirSync(".cache", { recursive: true });
  writeFileSync(".cache/bench.json", `${JSON.stringify(rows, null, 2)}\n`);
}
