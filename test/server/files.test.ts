/** File arguments, text frames, options and limits: the pure parts of the server. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { FileArguments } from "../../runtime/server/files.js";
import { readFrame } from "../../runtime/server/frames.js";
import { LIMIT_NAMES, LIMITS, limitsWith } from "../../runtime/server/limits.js";
import { mimeOfImage, mimeOfName } from "../../runtime/server/mime.js";
import { type ApplicationOptions, readOptions } from "../../runtime/server/options.js";
import { temporaryFolder } from "./support.js";

describe("file arguments", () => {
  const files = new FileArguments(100);

  test("a file becomes a data: URI, by path or file: URL, and follows the file", () => {
    const path = join(temporaryFolder(), "a b.PNG");
    writeFileSync(path, "abc");
    expect(files.loadable(path)).toBe("data:image/png;base64,YWJj");
    expect(files.loadable(pathToFileURL(path).href)).toBe("data:image/png;base64,YWJj");
    writeFileSync(path, "abcdef");
    expect(files.loadable(path)).toBe("data:image/png;base64,YWJjZGVm");
  });

  test.each([
    "",
    "https://example.com/x.png",
    "data:image/png;base64,AAAA",
    "blob:null/1",
    "//example.com/x.png",
    "/icons/x.png",
    "icons-of-nobody/x.png",
    "nobody.png",
    "/",
    "#mark",
  ])("%j is a URL and stays as it is", (text) => {
    expect(files.loadable(text)).toBe(text);
  });

  test("what can only be a file and is none is an error that names it", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "inner"));
    for (const text of [
      "./nobody.png",
      "../nobody.png",
      "~/nobody.png",
      "C:\\x.png",
      join(folder, "nobody.png"),
    ]) {
      expect(() => files.loadable(text)).toThrow(`There is no file "${text}".`);
    }
    expect(() => files.loadable("file:///nobody/x.png")).toThrow('There is no file "file:///nobody/x.png".');
    expect(() => files.loadable(pathToFileURL(folder).href)).toThrow("is a folder");
    expect(() => files.loadable("file://other-machine/x.png")).toThrow("is no URL of a file of this machine");
    const large = join(folder, "large.png");
    writeFileSync(large, "x".repeat(101));
    expect(() => files.loadable(large)).toThrow("has 101 bytes; the limit fileBytes allows 100");
  });

  test("types come from the extension, or from a picture's first bytes", () => {
    expect(mimeOfName("x.tar.SVG")).toBe("image/svg+xml");
    expect(mimeOfName("x")).toBe("application/octet-stream");
    expect(mimeOfImage(Buffer.from('<?xml version="1.0"?>\n<svg xmlns="">'))).toBe("image/svg+xml");
    expect(mimeOfImage(Buffer.from("RIFF1234WEBPVP8 "))).toBe("image/webp");
    expect(mimeOfImage(new Uint8Array(0))).toBe("application/octet-stream");
  });
});

describe("text frames", () => {
  const limits = { jsonDepth: 3, jsonElements: 10 };

  test.each([
    "1",
    '"a"',
    '[1,2,"]"]',
    '{"a":{"b":[1]}}',
    '["\\\\","[[[[[[[[\\"{{{{",1]',
    `"${",".repeat(50)}"`,
  ])("%s is read", (text) => {
    expect(readFrame(text, limits)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  test.each([
    ["[[[[1]]]]", "deeper than 3 levels"],
    ['{"a":{"b":{"c":{}}}}', "deeper than 3 levels"],
    ["[1,2,3,4,5,6,7,8,9,10,11]", "more than 10 values"],
    ["{", "not JSON"],
    ['"open [[[[[[[[', "not JSON"],
    ["", "not JSON"],
  ])("%s is a fault", (text, fault) => {
    const frame = readFrame(text, limits);
    expect(frame.ok ? "" : frame.fault).toContain(fault);
  });

  test("a million levels cost nothing", () => {
    expect(readFrame("[".repeat(1_000_000), limitsWith()).ok).toBe(false);
  });
});

describe("limits", () => {
  test("every one is described, and can be replaced", () => {
    for (const name of LIMIT_NAMES) expect(LIMITS[name].description).toMatch(/\.$/);
    expect(limitsWith({ jsonDepth: 7 })).toEqual({ ...limitsWith(), jsonDepth: 7 });
  });
});

describe("options", () => {
  const read = (options: object) => readOptions(options as ApplicationOptions);

  test("defaults", () => {
    expect(readOptions({})).toMatchObject({
      wsPort: 9500,
      httpPort: 9501,
      host: "127.0.0.1",
      httpServer: true,
      concurrencyHandling: "per_session",
      maxSessions: 1,
      sessionTimeout: null,
    });
  });

  test("the same port twice is one server, two zeros are two", () => {
    expect(readOptions({ wsPort: 8000, httpPort: 8000 }).wsPort).toBeNull();
    expect(readOptions({ wsPort: 0, httpPort: 0 }).wsPort).toBe(0);
  });

  test.each([
    [{ wsPrt: 1 }, 'There is no option "wsPrt". Did you mean "wsPort"?'],
    [{ limits: { jsonDeph: 1 } }, 'There is no limit "jsonDeph". Did you mean "jsonDepth"?'],
    [{ wsPort: 70_000 }, "The option wsPort"],
    [{ httpPort: 1.5 }, "The option httpPort"],
    [{ maxSessions: 0 }, "The option maxSessions"],
    [{ concurrencyHandling: "parallel" }, "The option concurrencyHandling"],
    [{ logger: console.log }, "The option logger must be a logger"],
    [{ authenticate: "yes" }, "The option authenticate must be a function"],
    [{ path: "app" }, 'The option path must be a path such as "/" or "/app/"'],
    [{ limits: { handshakeTime: Number.POSITIVE_INFINITY } }, "The option limits.handshakeTime"],
    [{ httpServer: false, wsPort: null }, "needs a wsPort of its own"],
    [{ allowedOrigins: ["example.com"] }, '"example.com" is not an origin'],
  ])("%j is refused by name", (options, message) => {
    expect(() => read(options)).toThrow(message);
  });

  test("all faults are named at once", () => {
    expect(() => read({ wsPrt: 1, host: 5 })).toThrow(/host.*wsPrt|wsPrt.*host/);
  });
});
