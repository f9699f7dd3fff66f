#!/usr/bin/env node
/**
 * The command of the package, for programs with widgets of their own:
 *
 *   npx pgwidgets-ts codegen --schema DIR --out DIR     classes from definitions
 *   npx pgwidgets-ts build --widgets DIR --out DIR      a page that shows them, for the option staticPath
 *
 * What they need beyond the package is an optional peer dependency, so that a server in production goes without it.
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));

const usage = `usage: pgwidgets-ts codegen --schema DIR --out DIR [OPTIONS]
       pgwidgets-ts build --widgets DIR --out DIR [--watch]

codegen  makes typed classes, validators and browser contracts from the definitions in --schema; --help says more
build    makes the page with the browser classes in --widgets; an Application shows it: { staticPath: DIR }`;

/** What each command needs that a server does not. */
const needs = { codegen: ["ts-morph", "jsonc-parser"], build: ["esbuild"] };

async function codegen(args) {
  const { requestOf } = await import("../dist/codegen/args.js");
  const { run } = await import("../dist/codegen/commands/index.js");
  const { processTerminal } = await import("../dist/codegen/terminal.js");
  const request = requestOf(args);
  if ("own" in request && request.own === null) {
    throw new UsageFault("codegen needs --schema, the folder of your definitions, and --out");
  }
  process.exitCode = await run(request, packageFolder, "npx pgwidgets-ts codegen", processTerminal());
}

async function build(args) {
  const { values } = parseArgs({
    args,
    options: {
      widgets: { type: "string" },
      out: { type: "string" },
      watch: { type: "boolean", default: false },
    },
  });
  if (values.widgets === undefined || values.out === undefined) {
    throw new UsageFault("build needs --widgets, the folder of your browser classes, and --out");
  }
  const { buildPage, watchPage } = await import("./page.mjs");
  const shown = ({ out, classes, bytes }) =>
    `${out}: the page with ${classes} ${classes === 1 ? "file" : "files"} of your own, ${Math.ceil(bytes / 1024)} KiB`;
  if (!values.watch) {
    console.log(shown(await buildPage(values)));
    return;
  }
  await watchPage(
    values,
    (built) => console.log(shown(built)),
    (error) => console.error(error.message),
  );
}

class UsageFault extends Error {}

/** Says which package is missing and how to get it, where that is what went wrong. */
function explained(error, command) {
  const missing = needs[command]?.filter((name) => error.message.includes(`'${name}'`)) ?? [];
  if (error.code !== "ERR_MODULE_NOT_FOUND" || missing.length === 0) return null;
  return `pgwidgets-ts ${command} needs a package that is not installed here: npm install --save-dev ${needs[command].join(" ")}`;
}

const [command = "", ...args] = process.argv.slice(2);
try {
  if (command === "codegen") await codegen(args);
  else if (command === "build") await build(args);
  else if (["", "help", "--help", "-h"].includes(command)) console.log(usage);
  else throw new UsageFault(`there is no command "${command}"`);
} catch (error) {
  const isUsage = error instanceof UsageFault || String(error.code).startsWith("ERR_PARSE_ARGS");
  console.error(isUsage ? `${error.message}\n${usage}` : (explained(error, command) ?? error.message));
  process.exitCode = isUsage ? 2 : 1;
}
