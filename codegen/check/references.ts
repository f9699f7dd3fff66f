/**
 * Checks that every `$ref` leads to a type or class, and that every shared type is used.
 */
import type { Reporter } from "../diagnostics.js";
import { suggestion } from "../nearest.js";
import type { Universe } from "../resolve.js";
import { reference, typesNamed } from "../schemas.js";
import { type Found, schemasOf } from "./schemas.js";

export function checkReferences(universe: Universe, report: Reporter): void {
  const { types, classes, broken } = universe;
  const follow = (found: Found): void => {
    const ref = reference(found.schema);
    if (ref) {
      const known: ReadonlyMap<string, unknown> = ref.kind === "types" ? types : classes;
      if (known.has(ref.name) || broken.has(ref.name)) return;
      const place = found.document.at([...found.path, "$ref"]);
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
  for (const found of schemasOf(universe)) {
    follow(found);
    const ref = found.isShared ? null : reference(found.schema);
    if (ref?.kind === "types") waiting.push(ref.name);
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
