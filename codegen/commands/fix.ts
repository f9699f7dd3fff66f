/**
 * `codegen --fix`: mends what has one clear answer in the definitions, says what it did, then generates,
 * which tells what remains.
 */
import { writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { mend } from "../fix/mend.js";
import { inOrder } from "../fix/order.js";
import type { Source } from "../load.js";
import { type Project, sourcesOf } from "../project.js";
import type { Terminal } from "../terminal.js";
import { understand } from "../understand.js";
import { generateCommand } from "./generate.js";

/** A mended fault can bring another to light; a round mends those that are in sight. */
const ROUNDS = 20;

/** `$schema` as the other definitions of the folder have it; without others, the way to the published format. */
function schemaFor(source: Source, all: readonly Source[], published: string): string {
  for (const { folder, library, text } of all) {
    if (folder !== source.folder || library === true) continue;
    const said = /^\s*\{\s*"\$schema"\s*:\s*"([^"\\]+)"/.exec(text)?.[1];
    if (said !== undefined) return said;
  }
  return relative(dirname(resolve(source.file)), published)
    .split(sep)
    .join("/");
}

/** Mends and writes the definitions of the user's own folder; those of a package are not touched. */
function fix(project: Project, terminal: Terminal): number {
  let sources = sourcesOf(project);
  const before = new Map(sources.map(({ file, text }) => [file, text]));
  const published = join(project.library ?? project.schema, "definition.schema.json");
  let count = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { faults } = understand(sources);
    const all = sources;
    sources = sources.map((source) => {
      const own = source.library === true ? [] : faults.filter((fault) => fault.file === source.file);
      const { text, done } = mend(source.text, own, schemaFor(source, all, published));
      for (const { fault, says } of done) terminal.say(`${fault.file}:${fault.line}:${fault.column} ${says}`);
      count += done.length;
      return { ...source, text };
    });
    if (sources.every(({ text }, index) => text === all[index]?.text)) break;
  }
  for (const source of sources) {
    if (source.library === true) continue;
    const text = inOrder(source.text, source.folder);
    if (text !== source.text) {
      terminal.say(`${source.file} has its keys in order now`);
      count++;
    }
    if (text !== before.get(source.file)) writeFileSync(source.file, text);
  }
  return count;
}

export function fixCommand(project: Project, terminal: Terminal): number {
  const count = fix(project, terminal);
  terminal.say(count === 0 ? "nothing to mend" : `${count} mended`);
  return generateCommand(project, terminal);
}
