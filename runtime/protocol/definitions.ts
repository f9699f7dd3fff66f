/**
 * What server and page compare when they meet (feature `definitions`): whether both were made from the same
 * definitions. A mark is a short hash of all that travels for one member of a class; both sides have those of each
 * class, generated. They compare one digest of all, then one hash per class, then the marks of those that differ.
 */
import { joinDigests } from "./digest.js";

/** Marks by member: "" is how it is made, `set_text` a method, `@activated` a callback. Own members only. */
export type Marks = Readonly<Record<string, string>>;

export interface MarkedClass {
  readonly base: string | null;
  readonly marks: Marks;
}

/** Characters of a mark. */
export const MARK_LENGTH = 5;

/** 53 bits of a text. Not for secrets. */
function bitsOf(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** The bits of a text as up to 11 characters of base 36. */
const hashOf = (text: string): string => bitsOf(text).toString(36);

/** The mark of a text that says all that travels for a member. */
export const markOf = (text: string): string => hashOf(text).padStart(MARK_LENGTH, "0").slice(-MARK_LENGTH);

/** One hash for a class; the order of its members makes no difference. */
export function classHash({ base, marks }: MarkedClass): string {
  const members = Object.keys(marks)
    .sort()
    .map((member) => `${member}=${marks[member]}`);
  return hashOf(`${base ?? ""};${members.join(";")}`);
}

/** One hash for some classes, which `joinDigests` joins with those of others. */
export const digestOf = (classes: ReadonlyMap<string, MarkedClass>): number =>
  joinDigests([...classes].map(([name, each]) => bitsOf(`${name}:${classHash(each)}`)));

/** What a page says of the classes that are different there; null: it has none of that name. */
export type Differing = Readonly<Record<string, MarkedClass | null>>;

export interface Difference {
  readonly class: string;
  /** As in `Marks`; null: the class as a whole. */
  readonly member: string | null;
  readonly what: "differs" | "only on the server" | "only in the page";
}

/** Where the classes of a server and what a page says of them differ, by class and member. */
export function differencesOf(
  classes: ReadonlyMap<string, MarkedClass>,
  page: Differing,
): readonly Difference[] {
  return Object.entries(page).flatMap(([name, theirs]): Difference[] => {
    const own = classes.get(name);
    if (own === undefined) return [];
    if (theirs === null) return [{ class: name, member: null, what: "only on the server" }];
    const members = [...new Set([...Object.keys(own.marks), ...Object.keys(theirs.marks)])];
    const found = members
      .filter((member) => own.marks[member] !== theirs.marks[member])
      .map((member): Difference => {
        const what =
          theirs.marks[member] === undefined
            ? "only on the server"
            : own.marks[member] === undefined
              ? "only in the page"
              : "differs";
        return { class: name, member, what };
      });
    return own.base === theirs.base ? found : [{ class: name, member: null, what: "differs" }, ...found];
  });
}

/** A member as people read it: `Plot.append()`, `Plot "zoomed"`, `new Plot()`. */
export function memberText({ class: name, member }: Difference): string {
  if (member === null) return name;
  if (member === "") return `new ${name}()`;
  return member.startsWith("@") ? `${name} "${member.slice(1)}"` : `${name}.${member}()`;
}

/** A difference in one line. */
export const differenceText = (it: Difference): string => `${memberText(it)}: ${it.what}`;
