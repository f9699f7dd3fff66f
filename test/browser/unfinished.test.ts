import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Classes that a server can tell a page to create. */
function wanted(): string[] {
  const definitions = readdirSync(join(root, "schema/widgets")).map(
    (name) => JSON.parse(read(`schema/widgets/${name}`)) as { name: string; abstract?: true; remote?: false },
  );
  return definitions
    .filter((each) => each.abstract !== true && each.remote !== false)
    .map((each) => each.name);
}

function defined(): string[] {
  const files = readdirSync(join(root, "browser/widgets")).filter((name) => name.endsWith(".ts"));
  return files.flatMap((name) =>
    [...read(`browser/widgets/${name}`).matchAll(/define(?:Widget|Later)\("(\w+)"/g)].map(
      ([, found]) => found ?? "",
    ),
  );
}

function listed(): string[] {
  const [, list = ""] = /unfinished[^=]*= \[([^\]]*)\]/.exec(read("browser/unfinished.ts")) ?? [];
  return [...list.matchAll(/"(\w+)"/g)].map(([, found]) => found ?? "");
}

test("every class is either defined or listed as still to come, and none is both", () => {
  expect([...defined(), ...listed()].sort()).toEqual(wanted().sort());
});
