/**
 * The panes of a splitter as a page keeps them: a share for each, null for one that was never told.
 */
import type { ModelMirror, ShownLink } from "../shown.js";

export class PanesMirror implements ModelMirror {
  readonly #panes: { readonly link: ShownLink; share: unknown }[] = [];

  attached(link: ShownLink): void {
    if (!this.#panes.some((pane) => pane.link === link)) this.#panes.push({ link, share: null });
  }

  detached(link: ShownLink): void {
    this.#panes.splice(
      this.#panes.findIndex((pane) => pane.link === link),
      1,
    );
  }

  told(method: string, [sizes]: readonly unknown[]): void {
    if (method !== "set_sizes" || !Array.isArray(sizes)) return;
    this.#panes.forEach((pane, i) => {
      if (i < sizes.length) pane.share = sizes[i];
    });
  }

  reported(action: string, args: readonly unknown[]): void {
    if (action === "sizing") this.told("set_sizes", args);
  }

  call(): boolean {
    return false;
  }

  snapshot(): unknown {
    return this.#panes.map((pane) => pane.share);
  }
}
