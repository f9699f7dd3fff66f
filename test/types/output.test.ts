/**
 * A program that installed the package: every public member compiles in both faces, every mistake does not, under
 * the strictest options, with the declarations of libraries checked, by the oldest and the newest TypeScript.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placesOf } from "../../codegen/emit/place.js";
import { isDispatched } from "../../codegen/emit/table-validators.js";
import type { ClassModel } from "../../codegen/model.js";
import { readSources } from "../../codegen/read.js";
import { understand } from "../../codegen/understand.js";
import { compile, installed, list, root } from "./installed.js";
import { isMade, mistaken, uses } from "./uses.js";

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
const fileOf = (name: string): string => (model ? placesOf(model).ofClass(name) : name);
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
    `import type { ${name} as Sync${name} } from "pgwidgets-ts/sync/${fileOf(name)}";`,
    `import type { ${name} as Async${name} } from "pgwidgets-ts/async/${fileOf(name)}";`,
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
  expect(names.sort()).toEqual(["sync/Button.d.ts", "sync/bases.d.ts", "types.d.ts"]);
});

/** By why, how many lines of a program must not compile. */
function mistakesIn(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, why = ""] of text.matchAll(/@ts-expect-error (.+)$/gm)) {
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  return counts;
}

/** The least that the definition of a class asks for: one of each kind for the class, and more for its own members. */
function mistakesFor(it: ClassModel): Readonly<Record<string, number>> {
  const options = mistaken(it).length;
  const methods = it.ownMethods.filter(isDispatched);
  const params = methods.reduce((sum, { params: { length } }) => sum + length, 0);
  return {
    "an unknown option": Math.min(options, 1),
    "a wrong type": options + (isMade(it) ? it.args.length : 0) + params,
    "too many arguments": methods.length,
    "a misspelt action": 1 + it.ownCallbacks.length,
    "a wrong handler argument": Math.max(2 * it.ownCallbacks.length, Math.min(it.callbacks.length, 1)),
    "a misspelt action among others": Math.min(it.callbacks.length, 1) + it.ownCallbacks.length,
    "a wrong handler argument among others": it.ownCallbacks.length,
    "a misspelt method": 1,
  };
}

describe("uses and mistakes of every public member", () => {
  test.each(["sync", "async"] as const)("there are some of each kind for every class, %s", (face) => {
    expect(model?.classes.length).toBeGreaterThan(60);
    const programs = model ? uses(model, face) : new Map<string, string>();
    const short = (model?.classes ?? []).flatMap((it) => {
      const made = mistakesIn(programs.get(`${it.name}.ts`) ?? "");
      return Object.entries(mistakesFor(it))
        .filter(([why, least]) => (made.get(why) ?? 0) < least)
        .map(([why, least]) => `${it.name}: ${made.get(why) ?? 0} times ${why}, not ${least}`);
    });
    expect(short).toEqual([]);
  });
  test.each(["newest", "oldest"] as const)(
    "compile as they must with the %s TypeScript",
    { timeout: 900_000 },
    (compiler) => {
      expect(compile(compiler, folder)).toBe("");
    },
  );
});
