/**
 * A desktop with sub-windows as a page keeps it: how they are stacked. A sub-window asks its desktop.
 */
import type { ModelMirror, Shown, ShownLink } from "../shown.js";

export class SubwindowsMirror implements ModelMirror {
  readonly #shown: Shown;
  /** The content of the sub-windows, the one on top last. */
  readonly stack: Shown[] = [];

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  attached({ child }: ShownLink): void {
    if (child !== null) this.stack.push(child);
  }

  detached({ child }: ShownLink): void {
    this.stack.splice(this.stack.indexOf(child as Shown), 1);
  }

  #put(child: Shown, on: "top" | "bottom"): void {
    this.stack.splice(this.stack.indexOf(child), 1);
    if (on === "top") this.stack.push(child);
    else this.stack.unshift(child);
  }

  call(method: string, [index]: readonly unknown[]): boolean {
    if (method === "set_index") {
      const child = this.#shown.links[index as number]?.child ?? null;
      if (child === null) throw new Error(`there is no sub-window ${String(index)}`);
      this.#put(child, "top");
      return true;
    }
    const desk = this.#shown.parent?.models.get("subwindows");
    if (method !== "lower" || !(desk instanceof SubwindowsMirror)) return false;
    const link = this.#shown.parent?.links.find((each) => each.made === this.#shown);
    desk.#put(link?.child as Shown, "bottom");
    return true;
  }

  reported(action: string, [child]: readonly unknown[]): void {
    const wid = (child as { readonly __wid__?: number } | undefined)?.__wid__;
    const found = this.stack.find((each) => each.wid === wid);
    if (action === "page-switch" && found !== undefined) this.#put(found, "top");
    else if (action === "lowered") this.call("lower", []);
  }

  snapshot(): unknown {
    return this.stack.map((child) => child.wid);
  }
}
