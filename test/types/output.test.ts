/**
 * A program that installed the package: every public member compiles in both faces, every mistake does not, under
 * the strictest options, with the declarations of libraries checked, by the oldest and the newest TypeScript.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSources } from "../../codegen/read.js";
import { understand } from "../../codegen/understand.js";
import { compile, installed, list, root } from "./installed.js";
import { uses } from "./uses.js";

const strictest = {
  target: "es2022",
  lib: ["es2023"],
  module: "nodenext",
  moduleResolution: "nodenext",
  types: ["node"],
  strict: true,
  skipLibCheck: false,
  noEmit: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  forceConsistentCasingInFileNames: true,
};

const { model } = understand(readSources(join(root, "schema")));
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(installed(), "program-"));
  for (const face of ["sync", "async"] as const) {
    for (const [name, text] of model ? uses(model, face) : []) {
      const where = join(folder, face, name);
      mkdirSync(dirname(where), { recursive: true });
      writeFileSync(where, text);
    }
  }
  const subpaths = (model?.classes ?? []).flatMap(({ name }) => [
    `import type { ${name} as Sync${name} } from "pgwidgets-ts/sync/${name}";`,
    `import type { ${name} as Async${name} } from "pgwidgets-ts/async/${name}";`,
    `export type Both${name} = [Sync${name}, Async${name}];`,
  ]);
  writeFileSync(join(folder, "subpaths.ts"), `${subpaths.join("\n")}\n`);
  writeFileSync(
    join(folder, "tests.ts"),
    `import { Application } from "pgwidgets-ts/sync";
import { openPage } from "pgwidgets-ts/testing";
export const shown = async (): Promise<string> => (await openPage(new Application())).show();
`,
  );
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: strictest }));
}, 900_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files of the package that a program reads for one class, beyond the runtime. */
function filesFor(name: string): string[] {
  const where = join(folder, `one-${name}`);
  mkdirSync(where);
  const line = `import { ${name} } from "pgwidgets-ts/sync/${name}";\nexport const made = ${name};\n`;
  writeFileSync(join(where, "one.ts"), line);
  writeFileSync(join(where, "tsconfig.json"), JSON.stringify({ compilerOptions: strictest }));
  const listed = list(where).split("\n");
  return listed.filter((file) => file.includes("/pgwidgets-ts/dist/") && !file.includes("/dist/runtime/"));
}

test("a program that imports one widget by its subpath reads itself, its bases and the value types", {
  timeout: 900_000,
}, () => {
  const names = filesFor("Button").map((file) => file.replace(/^.*\/generated\//, ""));
  expect(names.sort()).toEqual(["sync/Button.d.ts", "sync/Callback.d.ts", "sync/Widget.d.ts", "types.d.ts"]);
});

describe("uses and mistakes of every public member", () => {
  test("there are some for every class", () => {
    expect(model?.classes.length).toBeGreaterThan(60);
    const text = [...(model ? uses(model, "sync") : [])].map(([, each]) => each).join("");
    expect(text.match(/@ts-expect-error/g)?.length).toBeGreaterThan(1500);
  });
  test.each(["newest", "oldest"] as const)(
    "compile as they must with the %s TypeScript",
    { timeout: 900_000 },
    (compiler) => {
      expect(compile(compiler, folder)).toBe("");
    },
  );
});
