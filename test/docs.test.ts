import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { filledIn } from "../scripts/docs.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const documents = ["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)].filter(
  (name) => name.endsWith(".md"),
);
const text = (name: string) => readFileSync(join(root, name), "utf8");

it("every program in the documents compiles", () => {
  const folder = join(root, ".cache", "docs");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let count = 0;
  for (const name of documents) {
    for (const [, program = ""] of text(name).matchAll(/```ts\n([\s\S]*?)```/g)) {
      writeFileSync(join(folder, `${name.replace(/\W/g, "-")}-${++count}.ts`), `${program}\nexport {};\n`);
    }
  }
  expect(count).toBeGreaterThan(5);
  // Short programs name things that they do not use.
  const compilerOptions = { noUnusedLocals: false };
  const config = { extends: "../../tsconfig.json", compilerOptions, include: ["."], exclude: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const tsc = spawnSync(join(root, "node_modules/.bin/tsc"), ["-p", folder], { encoding: "utf8" });
  expect(tsc.stdout).toBe("");
  expect(tsc.status).toBe(0);
});

it("every link in the documents leads somewhere", () => {
  const broken = documents.flatMap((name) =>
    [...text(name).matchAll(/\]\(([^)#]+)[^)]*\)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(name), target)))
      .map((target) => `${name}: ${target}`),
  );
  expect(broken).toEqual([]);
});

it("the tables in the documents are those of the code (npm run docs)", () => {
  expect(filledIn(text("docs/security.md"))).toBe(text("docs/security.md"));
});
