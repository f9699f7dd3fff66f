/**
 * What every check of a class has at hand: the class, the shared types, and a reporter that knows its document.
 */
import type { About, Code, Details, Reporter } from "../diagnostics.js";
import type { SchemaFragment } from "../format.js";
import type { Path } from "../load.js";
import { nearest } from "../nearest.js";
import type { Member, Members, ResolvedClass, Universe } from "../resolve.js";
import { partAt, splitPointer, type Types } from "../schemas.js";

export class Scope {
  readonly subject: ResolvedClass;
  readonly universe: Universe;
  readonly types: Types;
  readonly #report: Reporter;

  constructor(subject: ResolvedClass, universe: Universe, types: Types, report: Reporter) {
    this.subject = subject;
    this.universe = universe;
    this.types = types;
    this.#report = report;
  }

  /** Reports a fault at the value of a path in the document of the class. */
  fault<C extends Code>(code: C, path: Path, about: About<C>, details: Details = {}): void {
    this.#report(code, this.subject.document.at(path), about, details);
  }

  /** Reports a fault at the key that holds the value of a path. */
  keyFault<C extends Code>(code: C, path: Path, about: About<C>, details: Details = {}): void {
    this.#report(code, this.subject.document.at(path, "key"), about, details);
  }

  /** Members that the class says itself. */
  own<T>(members: Members<T>): Member<T>[] {
    return [...members.values()].filter((member) => member.owner === this.subject);
  }

  /** The schema of a state or of a part of one. Null, and a fault, when there is none. */
  state(pointer: string, path: Path): SchemaFragment | null {
    const { state, segments } = splitPointer(pointer);
    const { states, name: owner } = this.subject;
    const found = states.get(state);
    if (!found && this.subject.lost.has(state)) return null;
    if (!found) {
      const near = nearest(state, states.keys());
      this.fault("unknown-state", path, { name: state, owner }, { found: `"${pointer}"`, nearest: near });
      return null;
    }
    const part = partAt(found.definition.schema, segments, this.types);
    if (!part) this.fault("beyond-state", path, { pointer, state });
    return part;
  }

  /** A name that must be one of those given. */
  known(name: string, among: Iterable<string>, what: string, path: Path, owner = this.subject.name): boolean {
    const all = [...among];
    if (all.includes(name)) return true;
    this.fault("unknown-member", path, { what, name, owner }, { nearest: nearest(name, all) });
    return false;
  }

  /** A class by name. Null, and a fault unless it has faults of its own, when there is none. */
  class(name: string, path: Path): ResolvedClass | null {
    const { classes, broken } = this.universe;
    const found = classes.get(name) ?? null;
    if (!found && !broken.has(name)) {
      this.fault("unknown-class", path, { name }, { nearest: nearest(name, classes.keys()) });
    }
    return found;
  }
}
