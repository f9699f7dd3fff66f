/**
 * `codegen --diff REV`: what changed in the definitions since a revision of git, and what that means for programs.
 */
import { type Change, type Level, levels, verdict } from "../diff/change.js";
import { compareModels } from "../diff/compare.js";
import { GitError, type Past, sourcesAt } from "../git.js";
import { paint } from "../paint.js";
import { librarySourcesOf, type Project, sourcesOf } from "../project.js";
import type { Terminal } from "../terminal.js";
import { understand } from "../understand.js";
import { complainOf } from "./faults.js";

const colours = { patch: "grey", minor: "yellow", major: "red" } as const;

function line({ level, what, part, name, says }: Change, width: number, colour: boolean): string {
  const start = `${paint(level, colours[level], colour)}  ${what.padEnd(7)}  ${part.padEnd(8)}  `;
  return start + (says === "" ? name : `${name.padEnd(width)}  ${says}`);
}

function text(commit: string, changes: readonly Change[], overall: Level | null, colour: boolean): string {
  if (overall === null) return `nothing changed since ${commit}`;
  const width = Math.max(...changes.map(({ name }) => name.length));
  const ordered = [...levels]
    .reverse()
    .flatMap((level) => changes.filter((change) => change.level === level));
  const counts = [...levels]
    .reverse()
    .map((level) => [changes.filter((change) => change.level === level).length, level] as const)
    .filter(([count]) => count > 0)
    .map(([count, level]) => `${count} ${level}`);
  return [
    `changes since ${commit}`,
    "",
    ...ordered.map((change) => line(change, width, colour)),
    "",
    `${paint(overall, colours[overall], colour)}: ${counts.join(", ")}`,
  ].join("\n");
}

/** Those of the user's own folder at the revision; what they stand on is as it is now. */
function past(project: Project, revision: string): Past {
  const { commit, sources } = sourcesAt(project.schema, revision);
  return { commit, sources: [...librarySourcesOf(project), ...sources] };
}

/** 0 whatever changed; 1 when either state of the definitions has faults; 2 when git cannot give the older one. */
export function diffCommand(project: Project, revision: string, asJson: boolean, terminal: Terminal): number {
  try {
    const { commit, sources: before } = past(project, revision);
    const now = sourcesOf(project);
    const [old, current] = [understand(before), understand(now)];
    if (!old.model || !current.model) {
      const [faults, sources] = current.model ? [old.faults, before] : [current.faults, now];
      complainOf(faults, sources, terminal);
      const where = current.model ? `at ${commit}` : "as they are now";
      terminal.complain(`the definitions ${where} cannot be compared`);
      return 1;
    }
    const changes = compareModels(old.model, current.model);
    const overall = verdict(changes);
    const says = asJson
      ? JSON.stringify({ revision: commit, verdict: overall ?? "none", changes }, null, 2)
      : text(commit, changes, overall, terminal.colour);
    terminal.say(says);
    return 0;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    terminal.complain(error.message);
    return 2;
  }
}
