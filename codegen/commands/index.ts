/**
 * Does what a command line asks for, and gives the exit code.
 */
import { statSync } from "node:fs";
import { basename } from "node:path";
import { help, type Request } from "../args.js";
import { Freshness } from "../fresh.js";
import { projectOf } from "../project.js";
import type { Terminal } from "../terminal.js";

/** What is wrong with a folder of definitions as such, or null. A wrong name must not take all generated files away. */
function folderFault(schema: string): string | null {
  const isFolder = statSync(schema, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder) return null;
  return `There is no folder ${schema}. Definitions stand in its folders bases/, types/ and widgets/: make it, or name another one with --schema.`;
}

/**
 * What a command needs is loaded when it is asked for: the help and a refusal come at once.
 * `root` holds our definitions; `name` is how the command was called.
 */
export async function run(request: Request, root: string, name: string, terminal: Terminal): Promise<number> {
  const fault = "own" in request ? folderFault(projectOf(root, request.own).schema) : null;
  if (fault !== null) {
    terminal.complain(fault);
    return 2;
  }
  switch (request.command) {
    case "help":
      terminal.say(help(name));
      return 0;
    case "usage-error":
      terminal.complain(`${request.message}\n\n${help(name)}`);
      return 2;
    case "generate": {
      const project = projectOf(root, request.own);
      const freshness = Freshness.of(root, project);
      if (freshness?.holds()) {
        terminal.say(`${basename(project.out)}: 0 changed`);
        return 0;
      }
      const { generateCommand } = await import("./generate.js");
      const code = generateCommand(project, terminal);
      if (code === 0) freshness?.remember();
      return code;
    }
    case "check": {
      const { checkCommand } = await import("./generate.js");
      return checkCommand(projectOf(root, request.own), terminal);
    }
    case "fix": {
      const { fixCommand } = await import("./fix.js");
      return fixCommand(projectOf(root, request.own), terminal);
    }
    case "watch": {
      const { watchCommand } = await import("./watch.js");
      const ended = new AbortController();
      process.once("SIGINT", () => ended.abort());
      process.once("SIGTERM", () => ended.abort());
      return watchCommand(projectOf(root, request.own), terminal, ended.signal);
    }
    case "diff": {
      const { diffCommand } = await import("./diff.js");
      return diffCommand(projectOf(root, request.own), request.revision, request.asJson, terminal);
    }
  }
}
