/**
 * The reference pages: every public member is on a page, every link leads somewhere, and the pages of a program's own
 * widgets come with its output.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { camel } from "../../codegen/emit/names.js";
import { anchor } from "../../codegen/emit/reference/markdown.js";
import { isDispatched } from "../../codegen/emit/table-validators.js";
import { readSources } from "../../codegen/read.js";
import { understand } from "../../codegen/understand.js";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "docs/reference");
const { model } = understand(readSources(join(root, "schema")));
const classes = model?.classes ?? [];
const text = (path: string): string => readFileSync(join(folder, path), "utf8");

/** The anchors of a page: a heading that is there twice gets a number. */
function anchors(page: string): Set<string> {
  const seen = new Map<string, number>();
  const headings = page.replace(/^```[\s\S]*?^```/gm, "").matchAll(/^#+ (.*)$/gm);
  return new Set(
    [...headings].map(([, heading = ""]) => {
      const plain = anchor(heading);
      const count = seen.get(plain) ?? 0;
      seen.set(plain, count + 1);
      return count === 0 ? plain : `${plain}-${count}`;
    }),
  );
}

const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".md"),
);

test("there is a page for every class and type, and an index that names them all", () => {
  const wanted = [
    ...classes.map((it) => `${it.name}.md`),
    ...(model?.types ?? []).map((it) => join("types", `${it.name}.md`)),
    "README.md",
  ];
  expect([...pages].sort()).toEqual(wanted.sort());
  const index = text("README.md");
  for (const { name } of [...classes, ...(model?.types ?? [])]) expect(index).toContain(`[${name}](`);
});

test.each(pages)("every link of %s leads somewhere", (path) => {
  const links = [
    ...text(path)
      .replace(/^```[\s\S]*?^```/gm, "")
      .matchAll(/\]\(([^)]+)\)/g),
  ].map(([, target = ""]) => target);
  const wrong = links.filter((target) => {
    const [file = "", heading] = target.split("#");
    const where = file === "" ? join(folder, path) : join(folder, dirname(path), file);
    if (!existsSync(where)) return true;
    return heading !== undefined && !anchors(readFileSync(where, "utf8")).has(heading);
  });
  expect(wrong).toEqual([]);
});

describe.each(classes.map((it) => [it.name, it] as const))("%s", (name, it) => {
  const page = text(`${name}.md`);

  test("has its own members on its page, and links to the inherited ones", () => {
    const own = it.ownMethods.filter(isDispatched).map((method) => camel(method.name));
    for (const method of own) expect(page).toContain(`\n#### ${method}\n`);
    for (const { action } of it.ownCallbacks) expect(page).toContain(`\n### on("${action}")\n`);
    for (const method of it.methods.filter(isDispatched)) expect(page).toContain(camel(method.name));
    for (const { action } of it.callbacks) expect(page).toContain(action);
    for (const given of [...(it.definition.created_by ? [] : it.args), ...it.options])
      expect(page).toContain(`\`${camel(given.name)}\``);
  });

  test("says what its keys do", () => {
    for (const { does } of it.keys) expect(page).toContain(does.replace(/[<*]/g, "\\$&").split(" ")[0]);
    expect(page.includes("## Keys")).toBe(it.keys.length > 0);
  });

  test("shows its example, unless it is a base", () => {
    expect(page.includes("export function example(")).toBe(!it.abstract);
  });
});
