/**
 * `codegen --watch`: generates now, and again whenever a definition is saved.
 * A broken state in between is told and passed over: what was generated last stays until the next good one.
 */
import { type FSWatcher, statSync, watch } from "node:fs";
import { join } from "node:path";
import { generate } from "../pipeline.js";
import { examplesOf, type Project, sourcesOf } from "../project.js";
import { folders } from "../read.js";
import type { Terminal } from "../terminal.js";
import { generateCommand } from "./generate.js";

/** Editors write a file in several steps; after so many ms without another one the state is taken. */
const SETTLE = 40;

/**
 * Watches folders, not files: an editor that writes a new file and renames it replaces the file that was watched.
 * Folders that come later are taken up, those that go are let go.
 */
class Folders {
  readonly #paths: readonly string[];
  readonly #watchers = new Map<string, { readonly watcher: FSWatcher; readonly inode: number }>();
  readonly #changed: () => void;

  constructor(paths: readonly string[], changed: () => void) {
    this.#paths = paths;
    this.#changed = changed;
  }

  /** Watches what is there now. A folder that was replaced by another one is watched anew. */
  attach(): void {
    for (const path of this.#paths) {
      const inode = statSync(path, { throwIfNoEntry: false })?.ino;
      const known = this.#watchers.get(path);
      if (known?.inode === inode) continue;
      this.#drop(path);
      if (inode === undefined) continue;
      const watcher = watch(path, { persistent: true }, this.#changed);
      watcher.on("error", () => {
        this.#drop(path);
        this.#changed();
      });
      this.#watchers.set(path, { watcher, inode });
    }
  }

  close(): void {
    for (const path of this.#paths) this.#drop(path);
  }

  #drop(path: string): void {
    this.#watchers.get(path)?.watcher.close();
    this.#watchers.delete(path);
  }
}

/** The first runs of a process take longer, up to twice as long: some are spent before anything is saved. */
const WARM_UPS = 10;

/** All that is read, to tell a change from a touch. Null: a file went while it was read. */
function stateOf(project: Project): string | null {
  try {
    const read = [...sourcesOf(project), ...examplesOf(project)];
    return JSON.stringify(read.map(({ file, text }) => [file, text]));
  } catch {
    return null;
  }
}

/** Ends when the signal is aborted. */
export async function watchCommand(
  project: Project,
  terminal: Terminal,
  ended: AbortSignal,
): Promise<number> {
  let seen: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(run, SETTLE);
  };
  const run = (): void => {
    watched.attach();
    const state = stateOf(project);
    if (state === seen) return;
    seen = state;
    if (state === null) {
      schedule();
      return;
    }
    try {
      generateCommand(project, terminal);
    } catch (error) {
      // The disk may be full or a folder read-only for a moment: the next save tries again.
      seen = null;
      terminal.complain(error instanceof Error ? error.message : String(error));
    }
  };
  const watched = new Folders(
    [project.schema, ...[...folders, "examples"].map((folder) => join(project.schema, folder))],
    schedule,
  );
  run();
  let warmUps = 0;
  const warmUp = (): void => {
    if (seen === null || ++warmUps > WARM_UPS) return;
    try {
      generate(sourcesOf(project), examplesOf(project));
    } catch {
      return; // What is wrong is told by the run that follows the change.
    }
    warming = setTimeout(warmUp);
  };
  let warming = setTimeout(warmUp);
  terminal.say(`watching ${project.schema}; Ctrl-C ends`);
  if (!ended.aborted) {
    await new Promise<void>((resolve) => ended.addEventListener("abort", () => resolve(), { once: true }));
  }
  clearTimeout(timer);
  clearTimeout(warming);
  watched.close();
  return 0;
}
