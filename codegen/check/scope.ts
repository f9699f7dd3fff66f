/**
 * What every check of a class has at hand: the class, the shared types, and a reporter that knows its document.
 */
import type { About, Code, Details, Reporter } from "../diagnostics.js";
import type { SchemaFragment } from "../format.js";
import type { Path } from "../load.js";
import { suggestion } from "../nearest.js";
import type { Member, Members, ResolvedClass, Universe } from "../resolve.js";
import { partAt, splitPointer, type Types } from "../schemas.js";

/** Members whose schemas have faults: whether a value fits them cannot be said. */
export class FaultyMembers {
  readonly #members = new Set<string>();

  add(file: string, pointer: string): void {
    this.#members.add(this.#member(file, pointer));
  }

  has(file: string, pointer: string): boolean {
    return this.#members.has(this.#member(file, pointer));
  }

  #member(file: string, pointer: string): string {
    return [file, ...pointer.split("/").slice(1, 3)].join("/");
  }
}

const aboutSchemas: ReadonlySet<Code> = new Set(["bad-default", "type-mismatch", "missing-default"]);

export class Scope {
  readonly subject: ResolvedClass;
  readonly universe: Universe;
  readonly types: Types;
  readonly #report: Reporter;
  readonly #faulty: FaultyMembers;

  constructor(
    subject: ResolvedClass,
    universe: Universe,
    types: Types,
    report: Reporter,
    faulty: FaultyMembers,
  ) {
    this.subject = subject;
    this.universe = universe;
    this.types = types;
    this.#report = report;
    this.#faulty = faulty;
  }

  /** Reports a fault at the value of a path in the document of the class. */
  fault<C extends Code>(code: C, path: Path, about: About<C>, details: Details = {}): void {
    const place = this.subject.document.at(path);
    if (aboutSchemas.has(code) && this.#faulty.has(place.file, place.pointer)) return;
    this.#report(code, place, about, details);
  }

  /** Reports a fault at the key that holds the value of a path. */
  keyFault<C extends Code>(code: C, path: Path, about: About<C>, details: Details = {}): void {
    this.#report(code, this.subject.document.at(path, "key"), about, details);
  }

  /** Members that the class says itself. */
  own<T>(members: Members<T>): Member<T>[] {
    return [...members.values()].filter((member) => member.owner === this.subject);
  }

  /**
   * The schema of a state or of a part of one. Null, and a fault, when there is none.
   * `part` is what of the path says the pointer.
   */
  state(pointer: string, path: Path, part: "key" | "value" = "value"): SchemaFragment | null {
    const fault: Scope["fault"] = part === "key" ? this.keyFault.bind(this) : this.fault.bind(this);
    const { state, segments } = splitPointer(pointer);
    const { states, name: owner } = this.subject;
    const found = states.get(state);
    if (!found && this.subject.lost.has(state)) return null;
    if (!found) {
      const near = suggestion(state, states.keys(), (name) => [name, ...segments].join("/"));
      fault("unknown-state", path, { name: state, owner }, { found: `"${pointer}"`, ...near });
      return null;
    }
    const schema = partAt(found.definition.schema, segments, this.types);
    if (!schema) fault("beyond-state", path, { pointer, state });
    return schema;
  }

  /** A name that must be one of those given; they belong to the class itself or to another one. */
  known(name: string, among: Iterable<string>, what: string, path: Path): boolean {
    const all = [...among];
    const { name: owner, lost } = this.subject;
    if (all.includes(name) || lost.has(name)) return true;
    this.fault("unknown-member", path, { what, name, owner }, suggestion(name, all));
    return false;
  }

  /** A class by name. Null, and a fault unless it has faults of its own, when there is none. */
  class(name: string, path: Path): ResolvedClass | null {
    const { classes, broken } = this.universe;
    const found = classes.get(name) ?? null;
    if (!found && !broken.has(name)) {
      this.fault("unknown-class", path, { name }, suggestion(name, classes.keys()));
    }
    return found;
  }
}
