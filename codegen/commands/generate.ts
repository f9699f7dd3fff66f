/**
 * `codegen`: brings the output folder into line with the definitions.
 * `codegen --check`: says what is not in line, and writes nothing.
 */
import { basename, join, relative, sep } from "node:path";
import { generate } from "../pipeline.js";
import { examplesOf, type Project, sourcesOf } from "../project.js";
import { publishedSchema } from "../published.js";
import type { Terminal } from "../terminal.js";
import { apply, type Change, compare } from "../write.js";
import { complainOf } from "./faults.js";

interface Target {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  readonly changes: readonly Change[];
}

interface Work {
  readonly targets: readonly Target[];
  /** How many files were generated, and how many of them are not so on the disk. */
  readonly made: number;
  readonly stale: number;
}

/** What is to be done for a project; null, and the faults are told, when its definitions have some. */
function plan(project: Project, terminal: Terminal): Work | null {
  const sources = sourcesOf(project);
  const { files, pages, faults } = generate(sources, examplesOf(project));
  if (faults.length > 0) {
    complainOf(faults, sources, terminal);
    return null;
  }
  const wanted: [string, ReadonlyMap<string, string>][] = [];
  if (project.reference === null) {
    const inside = [...pages].map(([path, text]) => [`reference/${path}`, text] as const);
    wanted.push([project.out, new Map([...files, ...inside])]);
  } else {
    wanted.push([project.out, files], [project.reference, pages]);
  }
  if (project.published !== null) {
    wanted.push([project.published, new Map([["definition.schema.json", publishedSchema()]])]);
  }
  const targets = wanted.map(([folder, each]) => ({ folder, files: each, changes: compare(folder, each) }));
  const stale = targets.reduce((sum, { changes }) => sum + changes.length, 0);
  return { targets, made: files.size + pages.size, stale };
}

/** Writes what has changed. Says how many files that are; 1 and nothing written when there are faults. */
export function generateCommand(project: Project, terminal: Terminal): number {
  const started = performance.now();
  const work = plan(project, terminal);
  if (work === null) {
    terminal.complain("nothing was written");
    return 1;
  }
  for (const { folder, files, changes } of work.targets) apply(folder, files, changes);
  const took = Math.round(performance.now() - started);
  terminal.say(`${basename(project.out)}: ${work.made} files, ${work.stale} changed, ${took} ms`);
  return 0;
}

export function checkCommand(project: Project, terminal: Terminal): number {
  const work = plan(project, terminal);
  if (work === null) return 1;
  for (const { folder, changes } of work.targets) {
    for (const { path, what } of changes) {
      const shown = relative(process.cwd(), join(folder, path)).split(sep).join("/");
      terminal.complain(`${shown} is ${what}`);
    }
  }
  if (work.stale > 0) terminal.complain(`${work.stale} stale; run \`npm run codegen\``);
  return work.stale > 0 ? 1 : 0;
}
