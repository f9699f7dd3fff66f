/**
 * A grid as a page keeps it: how many rows and columns, and the cells of its children.
 */
import type { ModelMirror, Shown, ShownLink } from "../shown.js";

export class GridMirror implements ModelMirror {
  readonly #shown: Shown;

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  #count(name: "rows" | "columns"): number {
    return (this.#shown.state[name] as number | undefined) ?? 1;
  }

  /** The cell is in the second and third argument. */
  attached(link: ShownLink): void {
    const [, row, col] = link.args as [unknown, number, number];
    this.#shown.state.rows = Math.max(this.#count("rows"), row + 1);
    this.#shown.state.columns = Math.max(this.#count("columns"), col + 1);
  }

  call(method: string, [index, widgets]: readonly unknown[]): boolean {
    const found = /^(insert|delete)_(row|column)$/.exec(method);
    if (found === null || typeof index !== "number") return false;
    const [, what, line] = found;
    const name = line === "row" ? "rows" : "columns";
    const at = line === "row" ? 1 : 2;
    const count = this.#count(name);
    if (what === "insert" && (index > count || widgets !== null))
      throw new Error(`${method} ${index} of ${count}`);
    if (what === "delete" && (index >= count || count === 1))
      throw new Error(`${method} ${index} of ${count}`);
    for (const link of this.#shown.links) {
      const place = link.args[at] as number;
      if (what === "delete" && place === index) throw new Error(`${method} of a line with children`);
      if (place >= index) link.args = link.args.with(at, place + (what === "insert" ? 1 : -1));
    }
    this.#shown.state[name] = count + (what === "insert" ? 1 : -1);
    return true;
  }

  snapshot(): unknown {
    return [this.#count("rows"), this.#count("columns")];
  }
}
