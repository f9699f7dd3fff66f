/**
 * What a person sees in a terminal: the help, a refused command line, and faults with a code frame.
 */
import { describe, expect, test } from "vitest";
import { help, requestOf } from "../../codegen/args.js";
import { complainOf } from "../../codegen/commands/faults.js";
import { frame } from "../../codegen/frame.js";
import { understand } from "../../codegen/understand.js";
import { gauge, sources } from "./support.js";

describe("the command line", () => {
  test("asks for one thing", () => {
    expect(requestOf([])).toEqual({ command: "generate", own: null });
    expect(requestOf(["--check"])).toEqual({ command: "check", own: null });
    expect(requestOf(["--schema", "a", "--out", "b"])).toEqual({
      command: "generate",
      own: { schema: "a", out: "b" },
    });
    expect(requestOf(["--fix"])).toEqual({ command: "fix", own: null });
    expect(requestOf(["--diff", "v1", "--json"])).toEqual({
      command: "diff",
      own: null,
      revision: "v1",
      asJson: true,
    });
    expect(requestOf(["-h", "--check"])).toEqual({ command: "help" });
  });
  test.each([
    [["--chek"], "Unknown option '--chek'"],
    [["--out", "b"], "--schema and --out go together"],
    [["--watch", "--check"], "exclude each other"],
    [["--json"], "--json goes with --diff"],
    [["stray"], "Unexpected argument 'stray'"],
  ])("refuses %j", (argv, message) => {
    const request = requestOf(argv);
    expect(request.command).toBe("usage-error");
    expect("message" in request && request.message).toContain(message);
  });
  test("has a help of every option", () => {
    const text = help("codegen");
    for (const option of [
      "--check",
      "--fix",
      "--watch",
      "--diff REV",
      "--json",
      "--schema DIR",
      "--out DIR",
      "-h, --help",
    ])
      expect(text).toContain(option);
  });
});

describe("a code frame", () => {
  const text = ["{", '  "a": 1,', '  "levle": "x",', '  "c": 3', "}"].join("\n");
  test("shows the lines around and marks what is meant", () => {
    expect(frame(text, { line: 3, column: 3 }, false)).toBe(
      [
        "  1 | {",
        '  2 |   "a": 1,',
        '> 3 |   "levle": "x",',
        "    |   ^^^^^^^",
        '  4 |   "c": 3',
        "  5 | }",
      ].join("\n"),
    );
  });
  test("is the same with CRLF, and marks one column where nothing stands", () => {
    const lines = frame(text.replaceAll("\n", "\r\n"), { line: 5, column: 2 }, false).split("\n");
    expect(lines.slice(-2)).toEqual(["> 5 | }", "    |  ^"]);
    expect(lines.some((line) => line.includes("\r"))).toBe(false);
  });
  test("cuts a long line around the fault", () => {
    const [first = "", mark = ""] = frame(
      `${" ".repeat(300)}"far": 1`,
      { line: 1, column: 301 },
      false,
    ).split("\n");
    expect(first.length).toBeLessThan(120);
    expect(first.slice(mark.indexOf("^"), mark.lastIndexOf("^") + 1)).toBe('"far"');
  });
  test("is coloured when asked for", () => {
    expect(frame(text, { line: 3, column: 3 }, true)).toContain("\u001b[31m^^^^^^^\u001b[0m");
  });
});

describe("faults", () => {
  const all = sources(gauge(`"stat": {}`));
  const { faults } = understand(all);
  const told = (frames: boolean, colour: boolean): string => {
    const lines: string[] = [];
    const complain = (line: string): void => void lines.push(line);
    complainOf(faults, all, { frames, colour, say: complain, complain });
    return lines.join("\n");
  };
  test("are plain text where nobody looks on", () => {
    expect(told(false, false)).toContain('schema/widgets/Gauge.json:7:1 unknown-key "stat" is no key');
    expect(told(false, false)).not.toContain("> 7 |");
    expect(told(false, false)).not.toContain("\u001b");
    expect(told(false, false)).toMatch(/\n1 fault$/);
  });
  test("have a frame on a terminal, with colour when it takes colour", () => {
    expect(told(true, false)).toContain('> 7 | "stat": {}\n    | ^^^^^^');
    expect(told(true, false)).not.toContain("\u001b");
    expect(told(true, true)).toContain("\u001b[31munknown-key\u001b[0m");
  });
});
