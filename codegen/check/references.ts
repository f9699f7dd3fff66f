/**
 * Checks that every `$ref` leads to a type or class, and that every shared type is used.
 */
import type { Reporter } from "../diagnostics.js";
import type { SchemaFragment } from "../format.js";
import type { Document, Path } from "../load.js";
import { suggestion } from "../nearest.js";
import type { Universe } from "../resolve.js";
import { reference, typesNamed } from "../schemas.js";
import { schemasOf } from "./schemas.js";

export function checkReferences(universe: Universe, report: Reporter): void {
  const { types, classes, broken } = universe;
  const follow = (schema: SchemaFragment, path: Path, document: Document): void => {
    const ref = reference(schema);
    if (ref) {
      const known: ReadonlyMap<string, unknown> = ref.kind === "types" ? types : classes;
      if (known.has(ref.name) || broken.has(ref.name)) return;
      const place = document.at([...path, "$ref"]);
      const other =
        ref.kind === "types"
          ? classes.has(ref.name) && `#/widgets/${ref.name}`
          : types.has(ref.name) && `#/types/${ref.name}`;
      report(
        ref.kind === "types" ? "unknown-type" : "unknown-class",
        place,
        { name: ref.name },
        other
          ? { nearest: other, mend: { kind: "replace", text: JSON.stringify(other) } }
          : suggestion(ref.name, known.keys(), (name) => `#/${ref.kind}/${name}`),
      );
    }
  };
  const used = new Set<string>();
  const waiting: string[] = [];
  for (const { schema, path, document, isShared } of schemasOf(universe)) {
    follow(schema, path, document);
    if (!isShared) waiting.push(...typesNamed(schema));
  }
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    const target = types.get(name);
    if (target) waiting.push(...typesNamed(target.definition.schema));
  }
  // A definition with faults may be the one that uses a type.
  if (broken.size > 0 || [...classes.values()].some((it) => it.lost.size > 0)) return;
  for (const [name, { document }] of types) {
    if (!used.has(name)) report("unused-type", document.at(["name"]), { name });
  }
}
