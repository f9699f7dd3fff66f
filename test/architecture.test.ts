/**
 * The rules of the house: who may import whom, no circles, and a runtime that knows no widget by name.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { definitions } from "./support/definitions.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Rooms from the bottom up: which rooms each may use, and which packages. */
const rooms: Readonly<
  Record<string, { readonly uses: readonly string[]; readonly packages: readonly string[] }>
> = {
  "runtime/protocol": { uses: [], packages: ["zod"] },
  "runtime/session": { uses: ["runtime/protocol"], packages: ["zod"] },
  "runtime/server": { uses: ["runtime/protocol", "runtime/session"], packages: ["zod", "ws", "node:"] },
  "runtime/sync": { uses: ["runtime/protocol", "runtime/session", "runtime/server"], packages: [] },
  "runtime/async": { uses: ["runtime/protocol", "runtime/session", "runtime/server"], packages: [] },
  "runtime/testing": { uses: ["runtime/protocol", "runtime/session", "runtime/server"], packages: [] },
  "generated/browser": { uses: [], packages: [] },
  generated: {
    uses: ["runtime/protocol", "runtime/session", "runtime/server", "runtime/sync", "runtime/async"],
    packages: ["zod"],
  },
  codegen: { uses: ["runtime/protocol"], packages: ["zod", "ts-morph", "jsonc-parser", "node:"] },
  browser: { uses: ["generated/browser", "runtime/protocol"], packages: [] },
};
const roomNames = Object.keys(rooms).sort((a, b) => b.length - a.length);
const roomOf = (path: string) => roomNames.find((name) => path.startsWith(`${name}/`));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

const files = ["runtime", "generated", "codegen", "browser"].flatMap(sources);
const text = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
const imports: readonly Import[] = files.flatMap((from) => {
  const found = (text.get(from) ?? "").matchAll(
    /^(?:import|export)\s+(type\s)?([^"';]*?\sfrom\s+)?"([^"]+)"/gm,
  );
  return [...found].map(([, type, names = "", to = ""]) => {
    const named = /^\{([^}]*)\}/
      .exec(names.trim())?.[1]
      ?.split(",")
      .filter((each) => each.trim() !== "");
    const typeOnly = type !== undefined || (named?.every((each) => each.trim().startsWith("type ")) ?? false);
    return {
      from,
      to: to.startsWith(".") ? posix.join(posix.dirname(from), to).replace(/\.js$/, ".ts") : to,
      typeOnly,
    };
  });
});

describe("the rules of the house", () => {
  it("finds what it is to judge", () => {
    expect(files.length).toBeGreaterThan(200);
    expect(imports.length).toBeGreaterThan(500);
  });

  it("no room imports one above it", () => {
    const wrong = imports.filter(({ from, to }) => {
      const room = roomOf(from);
      const target = roomOf(to);
      if (room === undefined || target === undefined || room === target) return false;
      return !rooms[room]?.uses.includes(target);
    });
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it("packages are used where they belong", () => {
    const wrong = imports.filter(({ from, to }) => {
      const room = roomOf(from);
      if (room === undefined || roomOf(to) !== undefined || /\.(css|svg|json)$/.test(to)) return false;
      if (room === "browser") return false; // bundled; docs/dependencies.md says what may be in it
      return !rooms[room]?.packages.some(
        (each) => to === each || (each.endsWith(":") && to.startsWith(each)),
      );
    });
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
    const printers = imports.filter(({ to }) => to === "ts-morph").map(({ from }) => from);
    expect(new Set(printers).size).toBe(1);
  });

  it("imports make no circles", () => {
    const values = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports) {
      if (!typeOnly && text.has(to)) values.set(from, [...(values.get(from) ?? []), to]);
    }
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
        return;
      }
      if (done.has(file)) return;
      for (const next of values.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of values.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });

  it("a CSS class is described by one style sheet, since the order of two is chance", () => {
    const owners = new Map<string, Set<string>>();
    for (const sheet of readdirSync(join(root, "browser"), { recursive: true, encoding: "utf8" })) {
      if (!sheet.endsWith(".css")) continue;
      const alone = readFileSync(join(root, "browser", sheet), "utf8").matchAll(
        /^ {2}(\.pgw-[\w-]+)(?: \{|,)$/gm,
      );
      for (const [, name = ""] of alone) owners.set(name, (owners.get(name) ?? new Set()).add(sheet));
    }
    expect(owners.size).toBeGreaterThan(100);
    const shared = [...owners].filter(([, sheets]) => sheets.size > 1);
    expect(shared.map(([name, sheets]) => `${name}: ${[...sheets].join(", ")}`)).toEqual([]);
  });

  it("the runtime knows no widget by name", () => {
    const names = [...definitions.keys()];
    const wrong = files
      // Words that people read may well be those that a class is called by.
      .filter((file) => file.startsWith("runtime/") && !file.startsWith("runtime/protocol/words/"))
      .flatMap((file) => {
        const code = (text.get(file) ?? "").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
        return names
          .filter((name) => new RegExp(`["'\`]${name}["'\`]`).test(code))
          .map((name) => `${file}: ${name}`);
      });
    expect(wrong).toEqual([]);
  });

  it("no public type is any", () => {
    const wrong = files
      .filter((file) => file.startsWith("generated/") || file.startsWith("runtime/"))
      .filter((file) => {
        const code = (text.get(file) ?? "").replace(
          /\/\*[\s\S]*?\*\/|\/\/.*|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g,
          "",
        );
        return /(:|<|\bas|\||&|,|=>)\s*any\b/.test(code);
      });
    expect(wrong).toEqual([]);
  });
});
