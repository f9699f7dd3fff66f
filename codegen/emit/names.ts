/**
 * TypeScript names of what the wire names, and those that nothing else may take.
 * Shared by the emitters and by the checks, so that a clash is found in the definition.
 */

import { camelCase } from "../../runtime/protocol/names.js";

const known = new Map<string, string>();

/** The TypeScript name. Every name is asked for many times: by each class that inherits it, and for each file. */
export function camel(wire: string): string {
  const found = known.get(wire);
  if (found !== undefined) return found;
  const name = camelCase(wire);
  known.set(wire, name);
  return name;
}

/** A text in which names of the wire are as TypeScript has them. */
export const inCamel = (text: string, words: { has(word: string): boolean }): string =>
  text.replace(/[a-z]\w+/g, (word) => (words.has(word) ? camel(word) : word));

/** Members that every widget class has from the runtime. */
export const runtimeMembers: ReadonlySet<string> = new Set([
  "session",
  "app",
  "wid",
  "on",
  "addCallback",
  "removeCallback",
  "hasCallback",
  "isDestroyed",
  "destroy",
  "create",
  "initialize",
  "table",
  "then",
  "constructor",
  "prototype",
  "name",
  "length",
  "toString",
  "toJSON",
  "toLocaleString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "__proto__",
]);

/** Members that every session has, on either face; shortcuts that make widgets stand beside them. */
export const sessionMembers: ReadonlySet<string> = new Set(
  `id token host outbox questions isConnected connections join lookChanged greetings reconstruct received
  receivedBinary limits faulty browserFailed browsers handlers addNode forget wasGivenOut make isMaking modelOf
  faceClass restack requireOpen decoded quietly isQuiet walkWidgetTree guiDo guiCall batch getScreenSize openUrl isDestroyed close destroy onEnded getWidgets bind getUrl
  setTheme setDirection setLanguage setStrings look tableOf app appObject dispatcher constructor toString toLocaleString valueOf
  hasOwnProperty isPrototypeOf propertyIsEnumerable`.split(/\s+/),
);

/** Members that every browser class has from its base and that no contract asks for. */
export const browserMembers: ReadonlySet<string> = new Set(
  `element className services wid parent isDestroyed isEnabled own placement toJSON emit post listensTo requestRender
  render controls refreshControls focusTarget enabledChanged sizeCanWait sized watchSize disposed applyLayout
  requestLayout setSize sizedByUser reportSizeByUser place setParent commit refreshEnabled hears listen unlisten measured renumber
  destroy dispose lastInput overtaken constructor`.split(/\s+/),
);

/** Names that every object has; nothing of a definition is looked up under them. */
export const objectMembers: ReadonlySet<string> = new Set(["constructor", "prototype", "__proto__"]);

/** The named models of the runtime. */
export const modelNames: ReadonlySet<string> = new Set([
  "grid",
  "items",
  "panes",
  "series",
  "subwindows",
  "text",
  "timer",
  "tree",
]);

/** Words that cannot name a parameter in strict TypeScript. */
export const reservedWords: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export
  extends false finally for function if implements import in instanceof interface let new null package private
  protected public return static super switch this throw true try typeof undefined var void while with yield`.split(
    /\s+/,
  ),
);

/**
 * Names that generated files use for something else than a class or type of a definition, or that such a file has,
 * where capitals are taken for small letters.
 */
export const reservedClasses: ReadonlySet<string> = new Set(
  `Application ApplicationOptions Array AsyncApplication AsyncObject AsyncSession Bases Boolean ClassName ClassTable
  Contracts DefaultFont Density Direction EVENTS ElementType FontOptions Index JsonValue Map Number Object Omit Promise
  Session Set String Symbol SyncApplication SyncObject SyncSession Theme ThemeBase ThemeOptions ThemeTokens TypedBuffer
  Types Uint8Array WidgetRef Widgets Words`.split(/\s+/),
);

/** What is generated for each class beside the class itself. */
export const derivedNames = (name: string): string[] =>
  ["Options", "Named", "Params", "Events", "Class", "Args", "Contract", "Table"].map(
    (suffix) => name + suffix,
  );
