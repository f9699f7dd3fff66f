/**
 * Reads definitions as they were at a revision of git.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Folder, Source } from "./load.js";
import { folders } from "./read.js";

/** Something that git cannot give, with a message for its user. */
export class GitError extends Error {
  override readonly name = "GitError";
}

/** The nearest folder that is there: the definitions may have been moved since. */
function standing(folder: string): string {
  return existsSync(folder) ? folder : standing(dirname(folder));
}

function git(folder: string, ...args: string[]): string {
  try {
    return execFileSync("git", args, {
      cwd: standing(folder),
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    const { code, stderr = "" } = error as { code?: unknown; stderr?: string };
    if (code === "ENOENT") throw new GitError("git is needed for --diff and could not be started");
    throw new GitError(stderr.trim() || `git ${args[0]} failed`);
  }
}

/** The commit that a name stands for, as git abbreviates it. */
function commitOf(folder: string, revision: string): string {
  const inside = git(folder, "rev-parse", "--is-inside-work-tree").trim();
  if (inside !== "true") throw new GitError(`${folder} is in no work tree of git`);
  try {
    return git(
      folder,
      "rev-parse",
      "--verify",
      "--quiet",
      "--short",
      "--end-of-options",
      `${revision}^{commit}`,
    ).trim();
  } catch {
    throw new GitError(`git knows no revision ${JSON.stringify(revision)}; give a commit, branch or tag`);
  }
}

export interface Past {
  readonly commit: string;
  readonly sources: readonly Source[];
}

/** The definitions of a schema folder at a revision. Throws GitError when there is no git, revision or folder. */
export function sourcesAt(schemaFolder: string, revision: string): Past {
  const commit = commitOf(schemaFolder, revision);
  const listed = git(schemaFolder, "ls-tree", "-r", "-z", "--name-only", commit, "--", ".");
  const paths = listed.split("\0").filter((path) => path !== "");
  const sources = paths.flatMap((path) => {
    const [folder = "", name = "", ...deeper] = path.split("/");
    const isDefinition = (folders as readonly string[]).includes(folder) && name.endsWith(".json");
    if (!isDefinition || deeper.length > 0) return [];
    return [
      {
        file: `${commit}:${path}`,
        origin: `${basename(schemaFolder)}/${path}`,
        folder: folder as Folder,
        text: git(schemaFolder, "show", `${commit}:./${path}`),
      },
    ];
  });
  if (sources.length === 0) throw new GitError(`there are no definitions in ${schemaFolder} at ${revision}`);
  return { commit, sources };
}
