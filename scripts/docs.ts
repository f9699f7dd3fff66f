/**
 * Writes the tables that the documents print, from the code that they describe: `npm run docs`.
 * A test fails when a document prints something else.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CloseCode } from "../runtime/protocol/close-codes.js";
import { LIMITS, type Limit } from "../runtime/server/limits.js";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The tables, by the name of their place in a document. */
export function tables(): Readonly<Record<string, string>> {
  return { limits: limits(), "close-codes": closeCodes() };
}

function limits(): string {
  const rows = Object.entries(LIMITS as Readonly<Record<string, Limit>>).map(
    ([name, { value, unit, description }]) => `| \`${name}\` | ${amount(value, unit)} | ${description} |`,
  );
  return ["| limit | default | what it holds |", "| --- | --- | --- |", ...rows].join("\n");
}

function amount(value: number, unit: Limit["unit"]): string {
  const number = value.toLocaleString("en");
  if (unit === "bytes") return value % 1024 ** 2 === 0 ? `${value / 1024 ** 2} MiB` : `${value / 1024} KiB`;
  if (unit === "ms") return `${value / 1000} s`;
  return unit === "count" ? number : `${number} ${unit}`;
}

/** The codes with the comments that stand over them. */
function closeCodes(): string {
  const source = readFileSync(at("runtime/protocol/close-codes.ts"), "utf8");
  const rows = Object.entries(CloseCode).map(([name, code]) => {
    const comment = new RegExp(`/\\*\\* ([^*]+) \\*/\\s+${name}:`).exec(source)?.[1] ?? "";
    return `| ${code} | ${comment} |`;
  });
  return ["| code | why |", "| --- | --- |", ...rows].join("\n");
}

/** A document with its tables filled in. */
export function filledIn(document: string): string {
  let text = document;
  for (const [name, table] of Object.entries(tables())) {
    const place = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    text = text.replace(place, (_, open: string, close: string) => `${open}${table}\n${close}`);
  }
  return text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = at("docs/security.md");
  writeFileSync(path, filledIn(readFileSync(path, "utf8")));
}
