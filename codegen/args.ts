/**
 * The command line: what was asked for, from the arguments; and the help, from the same table.
 */
import { parseArgs } from "node:util";

/** Where definitions of a program's own are and where their output goes, as given. Null: our own. */
export interface OwnFolders {
  readonly schema: string;
  readonly out: string;
}

export type Request =
  | { readonly command: "help" }
  | { readonly command: "generate" | "check" | "fix" | "watch"; readonly own: OwnFolders | null }
  | {
      readonly command: "diff";
      readonly own: OwnFolders | null;
      readonly revision: string;
      readonly asJson: boolean;
    }
  | { readonly command: "usage-error"; readonly message: string };

interface Option {
  readonly type: "boolean" | "string";
  /** What its value is called in the help. */
  readonly value?: string;
  readonly short?: string;
  readonly help: string;
}

const options = {
  check: { type: "boolean", help: "Write nothing; fail when a generated file is stale, and name it." },
  fix: {
    type: "boolean",
    help: "Mend what has one clear answer in the definitions, say what, then generate.",
  },
  watch: { type: "boolean", help: "Generate now and after each change of a definition; Ctrl-C ends." },
  diff: {
    type: "string",
    value: "REV",
    help: "Say what changed since a revision of git, and whether that is a patch, minor or major change.",
  },
  json: { type: "boolean", help: "With --diff: as JSON." },
  schema: { type: "string", value: "DIR", help: "Work on the definitions in DIR, on top of ours." },
  out: { type: "string", value: "DIR", help: "Where the output of --schema goes." },
  help: { type: "boolean", short: "h", help: "Print this." },
} as const satisfies Readonly<Record<string, Option>>;

/** The options that say what to do; at most one of them is given. */
const commands = ["check", "fix", "watch", "diff"] as const;

/** What `--help` prints. `name` is how the command is called. */
export function help(name: string): string {
  const rows = Object.entries<Option>(options).map(([option, { value, short, help: says }]) => {
    const long = `--${option}${value === undefined ? "" : ` ${value}`}`;
    return [short === undefined ? long : `-${short}, ${long}`, says] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return [
    `usage: ${name} [options]`,
    "",
    "Makes TypeScript from the definitions of widgets. Without options it writes what has changed.",
    "",
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`),
    "",
    "Exit codes: 0 done; 1 faults in the definitions, or stale files with --check; 2 a wrong command line,",
    "a folder that is not there, or a revision that git does not know.",
  ].join("\n");
}

const isParseError = (error: unknown): error is TypeError =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");

const refused = (message: string): Request => ({ command: "usage-error", message });

export function requestOf(argv: readonly string[]): Request {
  try {
    const { values } = parseArgs({ args: [...argv], options });
    if (values.help) return { command: "help" };
    const asked = commands.filter((command) => values[command] !== undefined);
    if (asked.length > 1)
      return refused(`${asked.map((name) => `--${name}`).join(" and ")} exclude each other`);
    const { schema, out } = values;
    if ((schema === undefined) !== (out === undefined)) return refused("--schema and --out go together");
    const own = schema === undefined || out === undefined ? null : { schema, out };
    const { diff: revision, json: asJson = false } = values;
    if (asJson && revision === undefined) return refused("--json goes with --diff");
    if (revision !== undefined) return { command: "diff", own, revision, asJson };
    return { command: asked.find((command) => command !== "diff") ?? "generate", own };
  } catch (error) {
    if (isParseError(error)) return refused(error.message);
    throw error;
  }
}
