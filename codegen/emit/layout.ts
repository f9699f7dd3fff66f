/**
 * Lays out interfaces and classes as text, from their drafts.
 * They are nine tenths of all that is generated; member by member as structures they took most of a run.
 */
import { lineWidth } from "./code.js";
import type { Declaration, Doc, Method, Parameter, Property, Signature } from "./draft.js";

function wrapped(text: string, width: number, hang = ""): string[] {
  if (text.length <= width && !text.startsWith(" ")) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = hang + word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

const closed = (text: string): string => (text.includes("*/") ? text.replaceAll("*/", "* /") : text);

/** One line where it fits; with parameters or more text, a block. Ends with a line break; empty without a doc. */
export function docText(doc: Doc | undefined, indent: string): string {
  if (!doc) return "";
  const room = lineWidth - indent.length - " * ".length;
  const description = closed(doc.description);
  const tags = (doc.params ?? []).map(([name, says]) => `@param ${name} - ${closed(says)}`);
  if (doc.throws !== undefined) tags.push(`@throws ${closed(doc.throws)}`);
  if (tags.length === 0 && description.length + "/**  */".length + indent.length <= lineWidth)
    return `${indent}/** ${description} */\n`;
  const lines = [...wrapped(description, room), ...tags.flatMap((tag) => wrapped(tag, room, "  "))];
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`).join("\n")}\n${indent} */\n`;
}

const parameter = ({ name, type, optional, rest, start }: Parameter): string =>
  `${rest ? "..." : ""}${name}${optional ? "?" : ""}: ${type}${start === undefined ? "" : ` = ${start}`}`;
const signature = ({ params, returns }: Signature): string =>
  `(${params.map(parameter).join(", ")}): ${returns}`;

const property = ({ name, type, doc, optional, readonly }: Property): string =>
  `${docText(doc, "  ")}  ${readonly ? "readonly " : ""}${name}${optional ? "?" : ""}: ${type};\n`;

function method(it: Method): string {
  const head = `${docText(it.doc, "  ")}  ${it.body !== undefined && it.overrides ? "override " : ""}`;
  const says = `${it.name}${signature(it)}`;
  return it.body === undefined ? `${head}${says};\n` : `${head}${says} {\n    ${it.body}\n  }\n`;
}

const body = (members: string): string => (members === "" ? "{}" : `{\n${members}}`);

type InterfaceDraft = Extract<Declaration, { kind: "interface" }>;
export function interfaceText(it: InterfaceDraft): string {
  const members = [
    ...(it.calls ?? []).map((each) => `  ${signature(each)};\n`),
    ...(it.constructs ?? []).map((each) => `  new ${signature(each)};\n`),
    ...(it.properties ?? []).map(property),
    ...(it.methods ?? []).map(method),
  ];
  const base = it.extends === undefined ? "" : ` extends ${it.extends}`;
  return `${docText(it.doc, "")}export interface ${it.name}${base} ${body(members.join(""))}`;
}

type ClassDraft = Extract<Declaration, { kind: "class" }>;
export function classText(it: ClassDraft): string {
  const constants = (it.constants ?? []).map(
    ({ name, value, overrides }) => `  static ${overrides ? "override " : ""}readonly ${name} = ${value};\n`,
  );
  const declares = (it.declares ?? []).map(({ name, type }) => `  declare readonly ${name}: ${type};\n`);
  const made = it.construct;
  const construct = made
    ? [
        `${docText(made.doc, "  ")}  constructor(${made.params.map(parameter).join(", ")}) {\n    ${made.body}\n  }\n`,
      ]
    : [];
  const members = [
    ...(constants.length > 0 ? [constants.join("")] : []),
    ...(declares.length > 0 ? [declares.join("")] : []),
    ...construct,
    ...it.methods.map(method),
  ].join("\n");
  const head = `${it.abstract ? "abstract " : ""}class ${it.name}`;
  return `${docText(it.doc, "")}export ${head} extends ${it.extends} ${body(members)}`;
}
