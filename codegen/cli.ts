/**
 * The command `npm run codegen`; `-- --help` says what it can do.
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { requestOf } from "./args.js";
import { run } from "./commands/index.js";
import { processTerminal } from "./terminal.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.exitCode = await run(requestOf(process.argv.slice(2)), root, "npm run codegen --", processTerminal());
