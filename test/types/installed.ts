/**
 * The package as a program has it after installing: our package.json with its exports, and declarations only.
 * Made once for a state of the sources, in `.cache/`.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");
const cache = join(root, ".cache");

/** The newest compiler that we support, and the oldest. */
export const compilers = {
  newest: join(root, "node_modules/typescript/bin/tsc"),
  oldest: join(root, "node_modules/typescript-oldest/bin/tsc"),
} as const;

/** What a compiler says about a project; empty when all is well. */
export function compile(compiler: keyof typeof compilers, project: string, ...args: string[]): string {
  try {
    execFileSync(process.execPath, [compilers[compiler], "-p", project, ...args], { encoding: "utf8" });
    return "";
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return stdout + stderr || String(error);
  }
}

/** The files that a project consists of, a path a line. */
export const list = (project: string): string =>
  execFileSync(process.execPath, [compilers.newest, "-p", project, "--listFilesOnly"], { encoding: "utf8" });

function stateOf(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    for (const file of files.filter((each) => each.endsWith(".ts")).sort()) {
      hash.update(file).update(readFileSync(join(root, folder, file)));
    }
  }
  return hash
    .update(readFileSync(join(root, "package.json")))
    .digest("hex")
    .slice(0, 16);
}

let made: string | undefined;

/** A folder with `node_modules/pgwidgets-ts` and what it needs, and nothing else. */
export function installed(): string {
  made ??= install();
  return made;
}

function install(): string {
  mkdirSync(cache, { recursive: true });
  const folder = join(cache, `installed-${stateOf(["generated", "runtime", "codegen"])}`);
  if (existsSync(folder)) return folder;
  for (const old of readdirSync(cache).filter((name) => /^installed-[0-9a-f]{16}$/.test(name)))
    rmSync(join(cache, old), { recursive: true, force: true });
  const making = mkdtempSync(join(cache, "installing-"));
  const modules = join(making, "node_modules");
  const own = join(modules, "pgwidgets-ts");
  mkdirSync(own, { recursive: true });
  copyFileSync(join(root, "package.json"), join(own, "package.json"));
  // Without one of its own a program is part of ours, for which our name means `dist/` and not what is installed.
  writeFileSync(join(making, "package.json"), '{ "type": "module" }');
  const said = compile(
    "newest",
    join(root, "tsconfig.build.json"),
    ...["--emitDeclarationOnly", "--sourceMap", "false", "--outDir", join(own, "dist")],
  );
  if (said !== "") throw new Error(`The declarations cannot be made:\n${said}`);
  mkdirSync(join(modules, "@types"));
  for (const name of ["zod", "@types/node", "undici-types"]) {
    const target = join(root, "node_modules", name);
    if (existsSync(target)) symlinkSync(target, join(modules, name), "dir");
  }
  try {
    renameSync(making, folder);
  } catch (error) {
    // Another test was faster.
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}
