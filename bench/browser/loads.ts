/**
 * The first load: how much it is, how many requests, and when the gallery is first painted.
 */
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { tsImport } from "tsx/esm/api";
import type * as GalleryModule from "../../examples/gallery/build.js";
import type * as CollectionModule from "../../examples/gallery/collection.js";
import { type Row, timed } from "./report.js";
import { AT_REST, quiet, type Stage } from "./stage.js";

/** Bytes with gzip of what a page loads before it knows what it shows: the page, its script, what that imports, its styles. */
function firstLoad(folder: string): number {
  const wanted = ["index.html"];
  for (const name of wanted) {
    const text = readFileSync(join(folder, name), "utf8");
    const found = name.endsWith(".html")
      ? [...text.matchAll(/(?:href|src)="\.\/([^"]+\.(?:css|js))"/g)]
      : name.endsWith(".js")
        ? [...text.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)]
        : [];
    for (const [, other] of found) if (other !== undefined && !wanted.includes(other)) wanted.push(other);
  }
  const sizes = wanted.map((name) => {
    const path = join(folder, name);
    // Very small files are not worth compressing.
    return statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The gallery reads its samples from its own folder, and so is run from there and not bundled. */
async function gallery() {
  const load = (name: string): Promise<unknown> =>
    tsImport(pathToFileURL(join(process.cwd(), "examples", "gallery", name)).href, import.meta.url);
  const { build } = (await load("build.ts")) as typeof GalleryModule;
  const { loadCollection } = (await load("collection.ts")) as typeof CollectionModule;
  const collection = await loadCollection();
  return (session: Parameters<typeof build>[0]) => void build(session, collection);
}

const visible = ".pgw-page:not([hidden]) [data-wid]";

export async function loadRows(stage: Stage, repetitions: number): Promise<Row[]> {
  const build = await gallery();
  const ours = [];
  const bare = [];
  let requests = 0;
  stage.meet(build);
  const still = await firstPainted(stage);
  for (let i = 0; i < repetitions; i++) {
    const page = await stage.blank();
    await page.addInitScript(
      (visible) => bench.watchLoad(() => document.querySelector(visible) !== null),
      visible,
    );
    await page.waitForTimeout(AT_REST);
    await page.goto(stage.app.url);
    ours.push((await page.evaluate(() => bench.result())).time);
    await quiet(page);
    // The page itself is one of them.
    requests = await page.evaluate(() => performance.getEntriesByType("resource").length + 1);
    await page.context().close();
    bare.push(await stillPainted(stage, still));
  }
  const painted = timed("first paint of the gallery on loopback", [300, 150], ours, bare);
  return [
    {
      work: "first load, gzip, all but editor and tables",
      unit: "KB",
      measured: firstLoad(stage.app.staticPath) / 1000,
      must: 80,
      aim: 56,
      bare: null,
    },
    {
      work: "requests of the gallery, beside its WebSocket",
      unit: "",
      measured: requests,
      must: 6,
      aim: 3,
      bare: 1,
    },
    painted,
  ];
}

/** The elements of the first painting, in a load of its own: writing them down takes time. What follows is no part of it. */
async function firstPainted(stage: Stage): Promise<string> {
  const page = await stage.blank();
  await page.addInitScript((visible) => {
    bench.watchLoad(() => {
      const isThere = document.querySelector(visible) !== null;
      if (isThere) document.body.dataset.painted ??= document.body.innerHTML;
      return isThere;
    });
  }, visible);
  await page.goto(stage.app.url);
  await page.evaluate(() => bench.result());
  const painted = await page.evaluate(() => document.body.dataset.painted);
  await page.context().close();
  if (painted === undefined) throw new Error("The gallery was not painted.");
  // The bare page has nothing to wait for.
  return painted.replaceAll(' aria-busy="true"', "");
}

/** The same elements as a page that needs no script: what a browser takes to show them at all. */
async function stillPainted(stage: Stage, body: string): Promise<number> {
  const html = gzipSync(
    `<!doctype html><html><head><style>${stage.styles}</style></head><body>${body}</body></html>`,
  );
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" });
    response.end(html);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const page = await stage.blank();
  await page.addInitScript(
    (visible) => bench.watchLoad(() => document.querySelector(visible) !== null),
    visible,
  );
  await page.waitForTimeout(AT_REST);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const { time } = await page.evaluate(() => bench.result());
  await page.context().close();
  server.close();
  return time;
}
