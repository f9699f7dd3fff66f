/**
 * What an editor shows of a class in use, as text: completion, hover and signature help at the places where a program
 * that uses the class is written.
 */
import { key } from "../../codegen/emit/code.js";
import type { FaceName } from "../../codegen/emit/face.js";
import type { Editor, Place } from "./service.js";

/** A class that stands for others, and what is asked of it. */
export interface Subject {
  readonly name: string;
  readonly option: string;
  readonly method: string;
  readonly action: string;
  /** Names for the arguments of its handler. */
  readonly args: readonly string[];
}

type Show = (editor: Editor, place: Place) => string;

const hover: Show = (editor, place) => {
  const shown = editor.hover(place);
  return shown ? `${shown.code}\n${shown.text}` : "";
};
const complete: Show = (editor, place) => editor.complete(place).join("\n");
const completeWithDetails: Show = (editor, place) => editor.completeWithDetails(place).join("\n");
const signatures: Show = (editor, place) => editor.signatures(place).join("\n\n");

interface Question {
  readonly title: string;
  /** With a mark where it is asked. */
  readonly code: string;
  readonly show: Show;
}

/** The arguments of a handler, one of them marked. */
const marked = (args: readonly string[], arg: string): string =>
  `(${args.map((each) => (each === arg ? `¦${each}` : each)).join(", ")})`;

const questions = ({ name, option, method, action, args }: Subject): Question[] => [
  { title: "The class", code: `W.¦${name};`, show: hover },
  { title: "Its call", code: `W.${name}(¦);`, show: signatures },
  { title: "Its options", code: `W.${name}({ ¦ });`, show: complete },
  { title: `The option ${option}`, code: `W.${name}({ ¦${option}: undefined });`, show: hover },
  { title: "Its members", code: "it.¦;", show: complete },
  { title: `The method ${method}`, code: `it.¦${method};`, show: hover },
  { title: `The arguments of ${method}`, code: `it.${method}(¦);`, show: signatures },
  { title: "Its actions", code: 'it.on("¦", () => {});', show: complete },
  { title: `The action ${action}`, code: `it.on("${action}", ¦);`, show: signatures },
  ...args.map((arg) => ({
    title: `The argument ${arg} of its handler`,
    code: `it.on("${action}", ${marked(args, arg)} => {});`,
    show: hover,
  })),
  { title: "Its actions as keys", code: "it.on({ ¦ });", show: completeWithDetails },
  {
    title: `The action ${action} as a key`,
    code: `it.on({ ¦${key(action)}: (${args.join(", ")}) => {} });`,
    show: hover,
  },
  ...args.map((arg) => ({
    title: `The argument ${arg} of its handler there`,
    code: `it.on({ ${key(action)}: ${marked(args, arg)} => {} });`,
    show: hover,
  })),
];

export const usingProgram = (subject: Subject, face: FaceName): string =>
  `import type { ${subject.name}, Session } from "pgwidgets-ts/${face}";
declare const it: ${subject.name};
declare const session: Session;
const W = session.getWidgets();
${questions(subject)
  .map(({ code }) => code)
  .join("\n")}
`;

/** What an editor shows at the places of that program, each under a heading with its line of code. */
export function shown(editor: Editor, places: readonly Place[], subject: Subject): string {
  const parts = questions(subject).map(({ title, code, show }, index) => {
    const place = places[index];
    const text = place ? show(editor, place).trim() : "";
    if (text === "") throw new Error(`an editor shows nothing at ${code}`);
    return `## ${title}: ${code}\n\n${text}\n`;
  });
  return parts.join("\n");
}
