/**
 * Drafts of generated files: what a file declares, before it is printed.
 * Plain data between the emitters, which know definitions, and the printer, which knows TypeScript's layout.
 */

import type { Code } from "./code.js";

export interface Doc {
  readonly description: string;
  /** `[parameter, description]`. */
  readonly params?: readonly (readonly [string, string])[];
  /** What is thrown, and when. */
  readonly throws?: string;
}

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly optional?: boolean;
  readonly rest?: boolean;
  /** Value when left out. */
  readonly start?: string;
}

export interface Property {
  readonly name: string;
  readonly type: string;
  readonly doc?: Doc;
  readonly optional?: boolean;
  readonly readonly?: boolean;
}

export interface Method {
  readonly name: string;
  readonly doc?: Doc;
  readonly params: readonly Parameter[];
  readonly returns: string;
  /** One statement; without it a signature. */
  readonly body?: string;
  readonly overrides?: boolean;
}

export interface Signature {
  readonly params: readonly Parameter[];
  readonly returns: string;
}

export type Declaration =
  | { readonly kind: "alias"; readonly name: string; readonly branches: readonly Code[]; readonly doc: Doc }
  | {
      readonly kind: "interface";
      readonly name: string;
      readonly extends?: string;
      readonly doc: Doc;
      readonly properties?: readonly Property[];
      readonly methods?: readonly Method[];
      readonly calls?: readonly Signature[];
      readonly constructs?: readonly Signature[];
    }
  | {
      readonly kind: "class";
      readonly name: string;
      readonly extends: string;
      readonly abstract?: boolean;
      readonly doc: Doc;
      readonly constants?: readonly {
        readonly name: string;
        readonly value: string;
        readonly overrides: boolean;
      }[];
      /** Members that are there for the compiler only. */
      readonly declares?: readonly { readonly name: string; readonly type: string }[];
      readonly construct?: {
        readonly doc: Doc;
        readonly params: readonly Parameter[];
        readonly body: string;
      };
      readonly methods: readonly Method[];
    }
  | {
      readonly kind: "exports";
      readonly module: string;
      readonly values?: readonly string[];
      readonly types: readonly string[];
    }
  | { readonly kind: "code"; readonly text: string };

export const RUNTIME = "runtime:";
export const LIBRARY = "library:";
/** Modules of the runtime are named from its folder; home.ts knows the way there. */
export const runtime = (module: string): string => `${RUNTIME}${module}`;
/** A module that is generated for the package itself, as a program's own files import it. */
export const library = (module: string): string => `${LIBRARY}${module}`;

/** Gathers what a file uses of others; nothing is imported twice, nothing unused. */
export class Imports {
  readonly #modules = new Map<string, Map<string, boolean>>();

  /** `name` may be "Widgets as LibraryWidgets". */
  value(module: string, name: string): string {
    this.#of(module).set(name, true);
    return name;
  }

  type(module: string, name: string): string {
    const names = this.#of(module);
    if (!names.has(name)) names.set(name, false);
    return name;
  }

  /** By module, each with its names and whether one is a value. */
  all(): { module: string; names: { name: string; value: boolean }[] }[] {
    return [...this.#modules].map(([module, names]) => ({
      module,
      names: [...names].map(([name, value]) => ({ name, value })),
    }));
  }

  #of(module: string): Map<string, boolean> {
    const names = this.#modules.get(module) ?? new Map<string, boolean>();
    this.#modules.set(module, names);
    return names;
  }
}

/** Words that are looked for in comments. */
export type Words = Pick<ReadonlySet<string>, "has">;

export interface Draft {
  /** Path inside the output folder. */
  readonly path: string;
  /** What the file was made from, as its header names it. */
  readonly from: string;
  readonly imports: Imports;
  /** Wire names that comments of the file say as TypeScript does. */
  readonly words?: Words;
  readonly declarations: readonly Declaration[];
}
