/** The page over HTTP: headers, caching, compression, the icon, and what is not there. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ask, builtPage, makeApplication, SCRIPT, startApplication, temporaryFolder } from "./support.js";

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

describe("index.html", () => {
  test("says where the WebSocket is, and forbids all that the page does not need", async () => {
    const { app } = await startApplication();
    const { status, headers, body } = await ask(app.url);
    const wsPort = new URL(app.wsUrl).port;
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["cache-control"]).toBe("no-cache");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${wsPort} wss://127.0.0.1:${wsPort};`);
    expect(policy).toContain("frame-ancestors 'self'; base-uri 'none'; form-action 'none'");
    const html = body.toString();
    // A script that waits for nothing may look for it before the rest of the page is there.
    expect(html.indexOf("pgwidgets-ws")).toBeLessThan(html.indexOf("<script"));
    expect(html.match(/<meta name="pgwidgets-ws"[^>]*>/g)).toEqual([
      `<meta name="pgwidgets-ws" content="${wsPort}">`,
    ]);
    expect(html).toContain('<link rel="icon" href="favicon.ico">');
    expect(html).not.toMatch(/<script(?![^>]*src)/);
  });

  test("lets its own first script run, and no other that stands in it", async () => {
    const staticPath = builtPage();
    const first = "console.log(1 < 2);";
    writeFileSync(
      join(staticPath, "index.html"),
      `<head><script data-own>${first}</script><script src="./app-0123abcd.js"></script></head>`,
    );
    const { app } = await startApplication({ staticPath });
    const { headers, body } = await ask(app.url);
    const hash = createHash("sha256").update(first).digest("base64");
    expect(headers["content-security-policy"]).toContain(`script-src 'self' 'sha256-${hash}'; style-src`);
    expect(body.toString()).toContain(`<script data-own>${first}</script>`);
  });

  test("comes compressed to who takes that", async () => {
    const { app } = await startApplication();
    const plain = await ask(app.url);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    const small = await ask(app.url, { headers: { "Accept-Encoding": "br, gzip" } });
    expect(small.headers["content-encoding"]).toBe("gzip");
    expect(small.headers.vary).toContain("Accept-Encoding");
    expect(gunzipSync(small.body)).toEqual(plain.body);
  });

  test("gives a foreign page that opens it no hold of its window", async () => {
    const { app } = await startApplication();
    const policy = async (site?: string) => {
      const { headers } = await ask(
        app.url,
        site === undefined ? {} : { headers: { "Sec-Fetch-Site": site } },
      );
      expect(headers.vary).toContain("Sec-Fetch-Site");
      return headers["cross-origin-opener-policy"];
    };
    for (const site of [undefined, "cross-site", "same-site"]) expect(await policy(site)).toBe("same-origin");
    // The user's own doing, and the program's.
    for (const site of ["none", "same-origin"]) expect(await policy(site)).toBeUndefined();
  });

  test("with one port, or behind a proxy, the WebSocket is beside the page", async () => {
    const two = await startApplication({ allowedOrigins: ["https://portal.test"] });
    const beside = '<meta name="pgwidgets-ws" content="">';
    expect((await ask(two.app.url, { headers: { Host: "portal.test" } })).body.toString()).toContain(beside);
    expect(
      (await ask(two.app.url, { headers: { "X-Forwarded-For": "10.1.2.3" } })).body.toString(),
    ).toContain(beside);
    const one = await startApplication({ wsPort: null });
    expect((await ask(one.app.url)).body.toString()).toContain(beside);
    expect(one.app.wsUrl).toBe(`${one.app.url.replace("http", "ws")}ws`);
  });

  test("a query, which older links carry, is no matter", async () => {
    const { app } = await startApplication();
    expect((await ask(app.url, { path: "/?session=a&token=b" })).status).toBe(200);
    expect((await ask(app.url, { path: "/index.html" })).status).toBe(200);
  });
});

describe("files", () => {
  test("a hashed name may be cached for ever, others are asked for again", async () => {
    const { app } = await startApplication();
    const script = await ask(app.url, { path: "/app-0123abcd.js" });
    expect(script.body.toString()).toBe(SCRIPT);
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const text = await ask(app.url, { path: "/LICENSES.txt" });
    expect(text.headers["cache-control"]).toBe("no-cache");
    const again = await ask(app.url, {
      path: "/LICENSES.txt",
      headers: { "If-None-Match": String(text.headers.etag) },
    });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await ask(app.url, { path: "/icons/x.svg" })).headers["content-type"]).toBe("image/svg+xml");
  });

  test("the compressed forms of the build are sent to who takes them", async () => {
    const { app } = await startApplication();
    const get = (accept: string) =>
      ask(app.url, { path: "/app-0123abcd.js", headers: { "Accept-Encoding": accept } });
    const br = await get("gzip, deflate, br");
    expect([br.headers["content-encoding"], br.headers.vary]).toEqual(["br", "Accept-Encoding"]);
    expect(brotliDecompressSync(br.body).toString()).toBe(SCRIPT);
    const gzip = await get("gzip;q=0.8, br;q=0");
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT);
    expect((await get("identity")).headers["content-encoding"]).toBeUndefined();
    expect((await ask(app.url, { path: "/app-0123abcd.js.br" })).status).toBe(404);
  });

  test("HEAD says the same without a body; other methods are refused", async () => {
    const { app } = await startApplication();
    for (const path of ["/", "/app-0123abcd.js", "/favicon.ico"]) {
      const [head, get] = [await ask(app.url, { path, method: "HEAD" }), await ask(app.url, { path })];
      expect([head.status, head.body.length]).toEqual([200, 0]);
      expect(head.headers["content-length"]).toBe(String(get.body.length));
    }
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      const { status, headers } = await ask(app.url, { method });
      expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
    }
  });

  test.each([
    "/nothing",
    "/icons",
    "/icons/",
    "/../package.json",
    "/..%2fpackage.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "//etc/passwd",
    "/icons/../../secret.txt",
    "/%00",
    "/%zz",
    "/constructor",
    "/__proto__",
    "http://evil.test/",
  ])("%s is not there", async (path) => {
    const folder = builtPage();
    writeFileSync(join(folder, "..", "secret.txt"), "secret");
    const { app } = await startApplication({ staticPath: folder });
    const { status, headers, body } = await ask(app.url, { path });
    expect(status).toBe(404);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(body.toString()).toContain("The page of the application is at its root");
  });

  test("a request that is no HTTP harms nothing", async () => {
    const { app } = await startApplication();
    const socket = connect(Number(new URL(app.url).port), "127.0.0.1");
    socket.end("\x16\x03\x01 nonsense\r\n\r\n");
    await new Promise((resolve) => socket.on("close", resolve).resume());
    expect((await ask(app.url)).status).toBe(200);
  });

  test("the port of the WebSocket has no page", async () => {
    const { app } = await startApplication();
    expect((await ask(app.wsUrl.replace("ws:", "http:"))).status).toBe(426);
    expect((await ask(app.url, { path: "/ws" })).status).toBe(426);
  });

  test("a page that is not built is an error that says what to run", async () => {
    const { app } = makeApplication({ staticPath: temporaryFolder() });
    await expect(app.start()).rejects.toThrow("Run `npm run build`");
  });
});

describe("below a path", () => {
  test("page and WebSocket are there and nowhere else", async () => {
    const { app } = await startApplication({ path: "/plan/", wsPort: null });
    expect(app.url).toMatch(/:\d+\/plan\/$/);
    expect((await ask(app.url)).status).toBe(200);
    expect((await ask(app.url, { path: "/plan/app-0123abcd.js" })).status).toBe(200);
    const { status, headers } = await ask(app.url, { path: "/plan" });
    expect([status, headers.location]).toEqual([308, "plan/"]);
    expect((await ask(app.url, { path: "/" })).status).toBe(404);
  });
});

describe("the icon", () => {
  test("is drawn, or the application's own: bytes, a file, a URL", async () => {
    const { app } = await startApplication();
    const icon = () => ask(app.url, { path: "/favicon.ico" });
    expect((await icon()).headers["content-type"]).toBe("image/svg+xml");
    app.setFavicon(PNG);
    expect((await icon()).headers["content-type"]).toBe("image/png");
    expect((await icon()).body).toEqual(PNG);
    const file = join(temporaryFolder(), "own.gif");
    writeFileSync(file, "GIF89a");
    app.setFavicon(file);
    expect((await icon()).headers["content-type"]).toBe("image/gif");
    app.setFavicon("https://example.com/icon.png?a=1&b=2");
    expect((await ask(app.url)).body.toString()).toContain(
      '<link rel="icon" href="https://example.com/icon.png?a=1&amp;b=2">',
    );
  });

  test("what is no icon is an error", () => {
    const { app } = makeApplication();
    expect(() => app.setFavicon(Buffer.from("hello"))).toThrow("setFavicon: the bytes are no PNG");
    expect(() => app.setFavicon("./missing.png")).toThrow('There is no file "./missing.png"');
    expect(() => app.setFavicon("icon")).toThrow("neither a file nor");
  });
});

describe("for a foreign web server", () => {
  test("remoteHtml finds the WebSocket and the files", async () => {
    const { app } = await startApplication({ httpServer: false });
    expect(() => app.url).toThrow("httpServer is false");
    const port = new URL(app.wsUrl).port;
    expect(app.remoteHtml()).toContain(`<meta name="pgwidgets-ws" content="${port}">`);
    expect(app.remoteHtml()).toContain('href="data:image/svg+xml;base64,');
    const html = app.remoteHtml("wss://example.com/app/ws", "/static/pg");
    expect(html).toContain('<meta name="pgwidgets-ws" content="wss://example.com/app/ws">');
    expect(html).toContain('src="/static/pg/app-0123abcd.js"');
    expect(html).toContain('href="/static/pg/app-0123abcd.css"');
    expect(() => app.remoteHtml("http://example.com")).toThrow("is no ws: or wss: URL");
  });
});
