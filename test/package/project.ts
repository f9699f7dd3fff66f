/**
 * A project of somebody else: an empty folder outside the repository, into which the package is installed as npm
 * would publish it. Expects a fresh `npm run build`, as `npm test` makes it.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const exec = promisify(execFile);

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;

/** A package with the version that the repository has, which npm is likely to have in its cache. */
export function pinned(name: string): string {
  const version = manifest.devDependencies[name];
  if (version === undefined) throw new Error(`The repository does not use ${name}.`);
  return `${name}@${version}`;
}

export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), "pgwidgets-project-"));
  /** What programs that were started have printed so far. */
  said = "";
  readonly #running: ChildProcess[] = [];

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  /** Runs a command in the folder; what it prints. Throws with all of it when it fails. */
  async run(command: string, ...args: readonly string[]): Promise<string> {
    try {
      const { stdout, stderr } = await exec(command, [...args], {
        cwd: this.folder,
        env: environment(),
        maxBuffer: 64 * 1024 * 1024,
      });
      return stdout + stderr;
    } catch (error) {
      const { stdout = "", stderr = "" } = error as { readonly stdout?: string; readonly stderr?: string };
      throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`, { cause: error });
    }
  }

  /** Runs a command that must fail; what it printed. */
  async runFailing(command: string, ...args: readonly string[]): Promise<string> {
    const message = await this.run(command, ...args).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (message === null) throw new Error(`${command} ${args.join(" ")} should have failed.`);
    return message;
  }

  /** The package as npm would publish it, as a file in the folder above. */
  async pack(): Promise<string> {
    if (!existsSync(join(root, "dist", "codegen")))
      throw new Error("The package is not built: run `npm run build`.");
    const target = `${this.folder}-package`;
    mkdirSync(target, { recursive: true });
    // It has been built, and other tests read that.
    const options = ["--silent", "--ignore-scripts", "--pack-destination", target];
    const { stdout } = await exec("npm", ["pack", ...options], { cwd: root, env: environment() });
    return join(target, stdout.trim().split("\n").at(-1) ?? "");
  }

  async install(...packages: readonly string[]): Promise<void> {
    await this.run("npm", "install", "--prefer-offline", "--no-audit", "--no-fund", ...packages);
  }

  /** Starts a program that prints its address as the first line; resolves with that line. */
  start(command: string, ...args: readonly string[]): Promise<string> {
    const child = spawn(command, [...args], { cwd: this.folder, env: environment() });
    this.#running.push(child);
    return new Promise((resolve, reject) => {
      let said = "";
      let complained = "";
      child.stdout.on("data", (data: Buffer) => {
        said += String(data);
        this.said += String(data);
        const address = /https?:\/\/\S+/.exec(said);
        if (address !== null && said.includes("\n")) resolve(address[0]);
      });
      child.stderr.on("data", (data: Buffer) => {
        complained += String(data);
      });
      child.on("exit", () => reject(new Error(`The program ended:\n${said}${complained}`)));
    });
  }

  async remove(): Promise<void> {
    for (const child of this.#running) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    }
    for (const folder of [this.folder, `${this.folder}-package`]) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Without what npm or vitest set for the repository itself. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_(lifecycle|package)|VITEST|NODE_ENV|INIT_CWD)/.test(name),
    ),
  );
}
