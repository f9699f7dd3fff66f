/**
 * What a compiler reads of the package for a program that imports one class by its subpath: the class, its bases,
 * the classes that members of these name, value types, and the runtime. No other widgets, no tables, no zod, and
 * never more than a few files.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript-oldest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placesOf } from "../../codegen/emit/place.js";
import type { ClassModel } from "../../codegen/model.js";
import { readSources } from "../../codegen/read.js";
import { classesNamed } from "../../codegen/schemas.js";
import { understand } from "../../codegen/understand.js";
import { installed, root } from "./installed.js";

const { model } = understand(readSources(join(root, "schema")));
const classes = model?.classes ?? [];
const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  types: [],
  noLib: true,
};

let folder = "";
let host: ts.CompilerHost;
beforeAll(() => {
  folder = mkdtempSync(join(installed(), "read-"));
  const disk = ts.createCompilerHost(options);
  const known = new Map<string, ts.SourceFile | undefined>();
  host = {
    ...disk,
    fileExists: (name) => name.startsWith(folder) || disk.fileExists(name),
    readFile: (name) => (name.startsWith(folder) ? program(name) : disk.readFile(name)),
    getSourceFile(name, language) {
      if (name.startsWith(folder)) return ts.createSourceFile(name, program(name), language);
      if (!known.has(name)) known.set(name, disk.getSourceFile(name, language));
      return known.get(name);
    },
  };
}, 900_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file of a face that declares a class. */
const fileOf = (name: string): string => (model ? placesOf(model).ofClass(name) : name);

/** The text of a program by the name of its file: `sync.Button.ts`. */
function program(name: string): string {
  const [face = "", subject = ""] = name.slice(folder.length + 1).split(".");
  return `import { ${subject} } from "pgwidgets-ts/${face}/${fileOf(subject)}";\nexport const made = ${subject};\n`;
}

/** Classes that a class leads to: its bases, and what their members name. */
function ledTo(subject: ClassModel): ReadonlySet<string> {
  const all = new Set<string>();
  const schemasOf = (name: string) => model?.schemas.get(name) ?? {};
  const visit = (it: ClassModel | null | undefined): void => {
    if (!it || all.has(it.name)) return;
    all.add(it.name);
    visit(it.base);
    const given = [...it.args, ...it.options, ...it.states.filter((state) => state.givable)];
    const schemas = [
      ...given.map((each) => each.schema),
      ...it.methods.flatMap(({ params, returns }) => [...params.map((param) => param.schema), returns ?? {}]),
      ...it.callbacks.flatMap(({ args }) => args.map((arg) => arg.schema)),
    ];
    const holders = (model?.types ?? []).filter((type) => type.holdsWidgets).map((type) => type.name);
    const named = schemas.flatMap((schema) => {
      const text = JSON.stringify(schema);
      const through = holders.filter((type) => text.includes(`"#/types/${type}"`));
      return [...classesNamed(schema), ...through.flatMap((type) => classesNamed(schemasOf(type)))];
    });
    for (const name of named) visit(classes.find((other) => other.name === name));
  };
  visit(subject);
  return all;
}

describe.each(["sync", "async"] as const)("a program that imports one class of the %s face", (face) => {
  test("has many to choose from", () => expect(classes.length).toBeGreaterThan(60));

  test.each(classes.map((it) => [it.name, it] as const))("%s", { timeout: 900_000 }, (name, it) => {
    const files = ts
      .createProgram([join(folder, `${face}.${name}.ts`)], options, host)
      .getSourceFiles()
      .map((file) => file.fileName);
    const ours = files.flatMap((file) => file.split("/dist/generated/")[1] ?? []);
    expect(ours).toContain(`${face}/${fileOf(name)}.d.ts`);
    const expected = new Set(["types.d.ts", `${face}/bases.d.ts`]);
    for (const other of ledTo(it)) expected.add(`${face}/${fileOf(other)}.d.ts`);
    expect(ours.filter((file) => !expected.has(file))).toEqual([]);
    // Itself and what it needs.
    expect(ours.length).toBeLessThanOrEqual(1 + 5);
    expect(files.filter((file) => file.includes("/zod/"))).toEqual([]);
  });
});
