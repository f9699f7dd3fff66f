/**
 * Writes the tables that the documents print, from the code that they describe: `npm run docs`.
 * A test fails when a document prints something else.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CloseCode } from "../runtime/protocol/close-codes.js";
import { WORDS } from "../runtime/protocol/words.js";
import { LIMITS, type Limit } from "../runtime/server/limits.js";
import { readTokens, tokenModule, valueIn } from "./tokens.js";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The tables, by the name of their place in a document. */
export function tables(): Readonly<Record<string, string>> {
  return { limits: limits(), "close-codes": closeCodes(), tokens: tokens(), words: words() };
}

/** Files that are made from the same sources, by path. */
export function modules(): Readonly<Record<string, string>> {
  return { "runtime/protocol/theme-tokens.ts": tokenModule(readTokens()) };
}

/** A table for each group of tokens: what it is for, and its default in light and in dark. */
function tokens(): string {
  const all = readTokens();
  return [...new Set(all.map(({ group }) => group))]
    .map((group) => {
      const rows = all
        .filter((token) => token.group === group)
        .map(({ name, meaning, value, compact }) => {
          const [light, dark] = [valueIn("light", value), valueIn("dark", value)];
          const by = light === dark ? code(light) : `${code(light)}, dark ${code(dark)}`;
          return `| \`${name}\` | ${meaning} | ${by}${compact === null ? "" : `, compact ${code(compact)}`} |`;
        });
      return [`### ${group}`, "", "| token | for | default |", "| --- | --- | --- |", ...rows].join("\n");
    })
    .join("\n\n");
}

function words(): string {
  const rows = Object.entries(WORDS).map(([name, text]) => `| \`${name}\` | ${text} |`);
  return ["| name | text |", "| --- | --- |", ...rows].join("\n");
}

const code = (text: string) => `\`${text}\``;

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

/** The documents that print tables. */
export const PRINTING = ["docs/security.md", "docs/styling.md"];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const path of PRINTING) writeFileSync(at(path), filledIn(readFileSync(at(path), "utf8")));
  for (const [path, text] of Object.entries(modules())) writeFileSync(at(path), text);
}
