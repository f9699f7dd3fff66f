/**
 * Remembers a run that brought everything into line, to see at once that there is nothing to do.
 * It goes by the text of all that a run reads and writes, the generator included, and by nothing else: no times.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Project } from "./project.js";

/** All files below a path, in order; the path itself when it is a file. */
function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const where = join(path, entry.name);
    return entry.isDirectory() ? filesBelow(where) : [where];
  });
}

export class Freshness {
  readonly #paths: readonly string[];
  readonly #note: string;

  /** `root` holds the generator. Null for definitions of a program's own: there is no place for a note. */
  static of(root: string, project: Project): Freshness | null {
    return project.library === null ? new Freshness(root, project) : null;
  }

  private constructor(root: string, project: Project) {
    const generator = ["codegen", "runtime/protocol", "package-lock.json"].map((path) => join(root, path));
    const reference = project.reference === null ? [] : [project.reference];
    this.#paths = [...generator, project.schema, project.out, ...reference];
    this.#note = join(root, ".cache", "codegen.json");
  }

  /** Whether nothing has changed since `remember`. */
  holds(): boolean {
    if (!existsSync(this.#note)) return false;
    try {
      const { digest } = JSON.parse(readFileSync(this.#note, "utf8")) as { digest?: unknown };
      return digest === this.#digest();
    } catch {
      return false; // a note that was cut short
    }
  }

  remember(): void {
    mkdirSync(dirname(this.#note), { recursive: true });
    writeFileSync(this.#note, `${JSON.stringify({ digest: this.#digest() })}\n`);
  }

  #digest(): string {
    const hash = createHash("sha256");
    for (const file of this.#paths.flatMap(filesBelow)) {
      const text = readFileSync(file);
      hash.update(`${file}\0${text.length}\0`).update(text);
    }
    return hash.digest("hex");
  }
}
