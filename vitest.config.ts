import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongFirst } from "./test/support/long-first.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    // As in tsconfig.json: the package's own names lead to its sources.
    alias: [
      { find: /^pgwidgets-ts\/(sync|async)$/, replacement: here("generated/$1/index.ts") },
      { find: /^pgwidgets-ts\/testing$/, replacement: here("runtime/testing/index.ts") },
      {
        find: /^pgwidgets-ts\/((?:sync|async|tables)\/.+|types|validators)$/,
        replacement: here("generated/$1.ts"),
      },
      { find: /^pgwidgets-ts\/(runtime\/.+)$/, replacement: here("$1.ts") },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: { name: "server", include: ["test/**/*.test.ts"], exclude: ["test/browser/**"] },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: "test/browser/page-build.ts",
        },
      },
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A busy machine is slow; what a test waits for comes all the same.
    expect: { poll: { timeout: 20_000 } },
    sequence: { sequencer: LongFirst },
    // The machines have two cores, and a Chromium takes one.
    maxWorkers: 2,
  },
});
