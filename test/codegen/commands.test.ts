/**
 * The commands beside plain generation: what `--fix` mends and keeps, what `--watch` follows, what `--diff` says.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { diffCommand } from "../../codegen/commands/diff.js";
import { fixCommand } from "../../codegen/commands/fix.js";
import { watchCommand } from "../../codegen/commands/watch.js";
import { type Project, projectOf } from "../../codegen/project.js";
import { description, level, method, numeric, widget } from "./support.js";

const root = join(import.meta.dirname, "../..");
let folder = "";
let told = "";
function tell(text: string): void {
  told += `${text}\n`;
}
const terminal = {
  frames: false,
  colour: false,
  say: tell,
  complain: tell,
};
const own = (): Project => projectOf(root, { schema: join(folder, "schema"), out: join(folder, "out") });

function put(path: string, text: string): string {
  const where = join(folder, "schema", path);
  mkdirSync(dirname(where), { recursive: true });
  writeFileSync(where, text);
  return where;
}
const made = (path: string): string => {
  const where = join(folder, "out", path);
  return existsSync(where) ? readFileSync(where, "utf8") : "";
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "codegen-"));
  told = "";
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const setter = method(
  "set_level",
  `"kind": "setter", "state": "level", "params": [{ "name": "to", ${numeric} }]`,
);

describe("--fix", () => {
  test("mends what is clear, keeps the rest as it is written, and says what it did", () => {
    const good = widget("Gauge", `"state": { ${level} },\n${setter}`, "Widget");
    const bad = good
      .replace('"state": "level"', '"stete":   "levle"')
      .replace('"kind": "setter"', '"kind": "seter"')
      .replace('"extends": "Widget"', '"extends": "Wigdet"');
    const where = put("widgets/Gauge.json", bad);
    expect(fixCommand(own(), terminal)).toBe(0);
    expect(readFileSync(where, "utf8")).toBe(good.replace('"state": "level"', '"state":   "level"'));
    expect(told).toContain('"Wigdet" is "Widget" now');
    expect(told).toContain('"stete" is "state" now');
    expect(told).toContain('"levle" is "level" now');
    expect(told).toContain("4 mended");
    expect(made("sync/Gauge.ts")).toContain("setLevel(to: number)");

    const after = readFileSync(where, "utf8");
    told = "";
    expect(fixCommand(own(), terminal)).toBe(0);
    expect(told).toContain("nothing to mend");
    expect(readFileSync(where, "utf8")).toBe(after);
  });

  test("adds $schema as the neighbours have it, removes what JSON has not, orders the top", () => {
    put(
      "widgets/Other.json",
      widget("Other", "", "Widget").replace("../definition", "../../there/definition"),
    );
    const where = put(
      "widgets/Gauge.json",
      `\ufeff{\r\n  "name": "Gauge",\r\n  "category": "display",\r\n  "extends": "Widget",\r\n  "description": "A Gauge.",\r\n}\r\n`,
    );
    expect(fixCommand(own(), terminal)).toBe(0);
    expect(readFileSync(where, "utf8")).toBe(
      [
        "{",
        '  "$schema": "../../there/definition.schema.json",',
        '  "name": "Gauge",',
        '  "extends": "Widget",',
        '  "category": "display",',
        '  "description": "A Gauge."',
        "}",
        "",
      ].join("\r\n"),
    );
    expect(told).toContain("removed a byte order mark at the start");
    expect(told).toContain("removed a comma before a closing bracket");
    expect(told).toContain("Gauge.json has its keys in order now");
  });

  test("leaves what has two answers or none, and tells it", () => {
    const state = (name: string) => `"${name}": { ${numeric}, "default": 0 }`;
    const text = widget(
      "Gauge",
      `"state": { ${state("level_a")}, ${state("level_b")} },\n${setter.replace('"state": "level"', '"state": "level_c"')}`,
      "Widget",
    );
    const where = put("widgets/Gauge.json", text);
    expect(fixCommand(own(), terminal)).toBe(1);
    expect(readFileSync(where, "utf8")).toBe(text);
    expect(told).toContain("nothing to mend");
    expect(told).toContain("unknown-state");
    expect(told).toContain("1 fault");
  });
});

describe("--watch", () => {
  test("follows saves and renames, survives a broken state, takes up what is new, and ends", async () => {
    const where = put("widgets/Gauge.json", widget("Gauge", `"state": { ${level} },\n${setter}`, "Widget"));
    const ended = new AbortController();
    const done = watchCommand(own(), terminal, ended.signal);
    expect(made("sync/Gauge.ts")).toContain("setLevel(");
    const patience = { timeout: 60_000, interval: 20 };

    const renamed = readFileSync(where, "utf8").replaceAll("set_level", "set_height");
    writeFileSync(where, renamed);
    await expect.poll(() => made("sync/Gauge.ts"), patience).toContain("setHeight(");

    writeFileSync(where, renamed.slice(0, 100));
    await expect.poll(() => told, patience).toContain("json-syntax");
    expect(made("sync/Gauge.ts")).toContain("setHeight(");

    const temporary = put("widgets/Gauge.json.tmp", renamed.replaceAll("set_height", "set_depth"));
    renameSync(temporary, where);
    await expect.poll(() => made("sync/Gauge.ts"), patience).toContain("setDepth(");

    put("bases/Base.json", widget("Base", `"abstract": true`, "Widget"));
    await expect.poll(() => made("sync/Base.ts"), patience).toContain("abstract class Base");
    put("bases/Second.json", widget("Second", `"abstract": true`, "Base"));
    await expect.poll(() => made("sync/Second.ts"), patience).toContain("abstract class Second");
    rmSync(join(folder, "schema/bases"), { recursive: true });
    await expect.poll(() => made("sync/Second.ts"), patience).toBe("");

    ended.abort();
    expect(await done).toBe(0);
  });
});

describe("--diff", () => {
  const git = (...args: string[]): string =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@b", ...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  const commit = (): void => {
    git("add", "-A");
    git("commit", "-qm", "A state");
  };
  const members = (says: string) => widget("Gauge", says, "Widget");
  const colours = `"tone": { "schema": { "enum": ["soft", "loud"] }, "default": "soft", ${description} }`;

  beforeEach(() => {
    git("init", "-q", "-b", "trunk");
    put("widgets/Gauge.json", members(`"options": { ${colours} },\n"state": { ${level} },\n${setter}`));
    put("widgets/Old.json", widget("Old", "", "Widget"));
    commit();
  });

  test("says that nothing changed", () => {
    expect(diffCommand(own(), "HEAD", false, terminal)).toBe(0);
    expect(told).toMatch(/^nothing changed since [0-9a-f]+\n$/);
  });

  test("says what was added, removed and changed, and what that means", () => {
    rmSync(join(folder, "schema/widgets/Old.json"));
    put("widgets/New.json", widget("New", "", "Widget"));
    const wider = colours.replace('"loud"]', '"loud", "shrill"]');
    const getter = `"get_level": { "kind": "getter", "state": "level", "returns": { "type": "number" }, ${description} }`;
    const more = setter
      .replace("It is so.", "It is to be so.")
      .replace('"methods": { ', `"methods": { ${getter}, `);
    put("widgets/Gauge.json", members(`"options": { ${wider} },\n"state": { ${level} },\n${more}`));
    expect(diffCommand(own(), "HEAD", true, terminal)).toBe(0);
    const { verdict, changes } = JSON.parse(told) as { verdict: string; changes: Record<string, string>[] };
    expect(verdict).toBe("major");
    expect(changes.map(({ level: size, what, part, name, says }) => [size, what, part, name, says])).toEqual([
      ["minor", "added", "method", "Gauge.get_level", ""],
      ["patch", "changed", "method", "Gauge.set_level", "to: the description"],
      ["minor", "changed", "option", "Gauge.tone", "takes more values"],
      ["minor", "added", "class", "New", ""],
      ["major", "removed", "class", "Old", ""],
    ]);
    told = "";
    diffCommand(own(), "trunk", false, terminal);
    expect(told).toMatch(/^changes since [0-9a-f]+\n\nmajor {2}removed {2}class {5}Old\n/);
    expect(told).toContain("major: 1 major, 3 minor, 1 patch\n");
  });

  const changesOf = (says: string): string[] => {
    told = "";
    put("widgets/Gauge.json", members(says));
    diffCommand(own(), "HEAD", true, terminal);
    const { changes } = JSON.parse(told) as { changes: Record<string, string>[] };
    return changes.map(({ level: size, name, says: what }) => `${size} ${name}: ${what}`);
  };
  const rest = `"options": { ${colours} },\n"state": { ${level} },\n`;

  test.each([
    [
      "a new optional parameter",
      setter.replace(
        " }], ",
        ` }, { "name": "fast", "schema": { "type": "boolean" }, "default": true, ${description} }], `,
      ),
      ["minor Gauge.set_level: a new parameter fast"],
    ],
    [
      "a parameter that takes less",
      setter.replace('"type": "number"', '"type": "integer"'),
      ["major Gauge.set_level: to: takes fewer values"],
    ],
    [
      "a method that is gone",
      '"methods": {}',
      ["major Gauge.set_level: ", "major Gauge.level: cannot be given as an option"],
    ],
    [
      "a kind",
      method("set_level", `"kind": "action", "params": [{ "name": "to", ${numeric} }]`),
      ["major Gauge.set_level: a setter became a action"],
    ],
  ])("%s", (_, methods, expected) => {
    expect(changesOf(rest + methods)).toEqual(expect.arrayContaining(expected));
  });

  test("needs a revision that is there, definitions in it, and git", () => {
    expect(diffCommand(own(), "v99", false, terminal)).toBe(2);
    expect(told).toBe('git knows no revision "v99"; give a commit, branch or tag\n');
    told = "";
    expect(diffCommand({ ...own(), schema: join(folder, "other") }, "HEAD", false, terminal)).toBe(2);
    expect(told).toContain("there are no definitions");
    told = "";
    rmSync(join(folder, ".git"), { recursive: true });
    expect(diffCommand(own(), "HEAD", false, terminal)).toBe(2);
    expect(told).toContain("not a git repository");
    told = "";
    const { PATH } = process.env;
    process.env.PATH = folder;
    expect(diffCommand(own(), "HEAD", false, terminal)).toBe(2);
    process.env.PATH = PATH;
    expect(told).toContain("git is needed");
  });

  test("tells the faults of a state that cannot be compared", () => {
    put("widgets/Gauge.json", "{");
    expect(diffCommand(own(), "HEAD", false, terminal)).toBe(1);
    expect(told).toContain("json-syntax");
    expect(told).toContain("as they are now cannot be compared");
  });
});
