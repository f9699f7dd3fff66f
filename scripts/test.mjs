/**
 * `npm test`: sets up what is missing, then runs every check. Ends with the real counts.
 * Arguments go to vitest, which then runs alone: `npm test -- test/session`.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, run, runTool, setUpChromium, setUpPackages } from "./setup.mjs";

const report = join(root, ".cache", "vitest.json");
const only = process.argv.slice(2);
const counts = { passed: 0, failed: 0 };

function check(title, passed) {
  counts[passed ? "passed" : "failed"]++;
  console.log(`${passed ? "ok    " : "FAILED"} ${title}`);
}

function tests(env) {
  mkdirSync(join(root, ".cache"), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const passed = runTool("vitest", ["run", ...reporters, ...only], { env });
  try {
    const result = JSON.parse(readFileSync(report, "utf8"));
    counts.passed += result.numPassedTests;
    counts.failed += result.numFailedTests;
    // A test file that does not load has no tests to count.
    const unloaded = result.testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    );
    counts.failed += unloaded.length;
    if (!passed && result.numFailedTests + unloaded.length === 0) counts.failed++;
  } catch {
    counts.failed++;
  }
}

try {
  setUpPackages();
  const chromium = setUpChromium();
  if (only.length === 0) {
    check("format and lint", runTool("biome", ["check", "."]));
    check("generated code is fresh", runTool("tsx", ["codegen/cli.ts", "--check"]));
    check("types: server, generator, tests, examples", runTool("tsc", ["-p", "."]));
    check("types: session core without Node and DOM", runTool("tsc", ["-p", "runtime/session"]));
    check("types: browser", runTool("tsc", ["-p", "browser"]));
    check("types: browser tests", runTool("tsc", ["-p", "test/browser"]));
    check("types: browser classes of the examples", runTool("tsc", ["-p", "examples/plot/widgets"]));
  }
  check("page and package build", run(process.execPath, ["scripts/build.mjs"]));
  tests({ ...process.env, CHROMIUM: chromium });
} catch (error) {
  console.error(error.message);
  counts.failed++;
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
