/**
 * Brings a bare machine to where the other scripts can work: the packages, and a Chromium for the browser tests.
 * Uses nothing but Node itself.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a command with its output on this terminal; says whether it succeeded. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error) console.error(`${command}: ${result.error.message}`);
  return result.status === 0;
}

/**
 * Runs a command of an installed package with this Node. tsc is named by its package: the oldest compiler that
 * tests use has a command of the same name.
 */
export function runTool(name, args, options = {}) {
  const packages = join(root, "node_modules");
  const command = name === "tsc" ? join(packages, "typescript", "bin", "tsc") : join(packages, ".bin", name);
  return run(command, args, options);
}

/** Installs the packages of the lock file when they are missing or others. */
export function setUpPackages() {
  const [major] = process.versions.node.split(".").map(Number);
  if (major < 20) throw new Error(`Node 20 or newer is needed; this is ${process.versions.node}.`);
  if (packagesFit()) return;
  console.log("Installing packages (npm ci) ...");
  if (!run("npm", ["ci", "--no-audit", "--no-fund"])) throw new Error("npm ci failed; see above.");
}

/** Whether what is installed is what the lock file asks for. */
function packagesFit() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(installed, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional === true || present[path]?.version === version,
  );
}

/** The path of a Chromium; installs Debian's package where that is possible. Throws when there is none. */
export function setUpChromium() {
  const found = findChromium();
  if (found !== null) return found;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  console.log("Installing Chromium for the browser tests (apt-get install chromium) ...");
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, "apt-get", ...args];
    return run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  };
  if (apt("update") && apt("install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core")) {
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new Error(
    "The browser tests need a Chromium on the PATH, and none could be installed here. " +
      "Install one (on Debian: apt-get install chromium), or name it in the variable CHROMIUM.",
  );
}

function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? "").split(":")) {
    for (const name of ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) {
      const path = join(folder, name);
      if (folder !== "" && existsSync(path)) return path;
    }
  }
  return null;
}
