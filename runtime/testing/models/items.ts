/**
 * The list of a combo box as a page keeps it, in the state `items`.
 */
import type { ModelMirror } from "../shown.js";

const order = new Intl.Collator("en");

export class ItemsMirror implements ModelMirror {
  readonly #state: Record<string, unknown>;

  constructor(state: Record<string, unknown>) {
    this.#state = state;
  }

  call(method: string, [arg]: readonly unknown[]): boolean {
    const items = [...((this.#state.items as string[] | undefined) ?? [])];
    const text = String(arg);
    if (method === "append_text") items.push(text);
    else if (method === "insert_alpha") {
      const at = items.findIndex((item) => order.compare(item, text) > 0);
      items.splice(at === -1 ? items.length : at, 0, text);
    } else if (method === "delete_alpha") items.splice(items.indexOf(text), 1);
    else if (method === "clear") items.length = 0;
    else return method === "set_index";
    this.#state.items = items;
    return true;
  }

  /** Enter with a new text in an editable box adds it. */
  reported(action: string, [, text]: readonly unknown[]): void {
    const items = (this.#state.items as string[] | undefined) ?? [];
    if (action === "activated" && !items.includes(String(text))) this.#state.items = [...items, String(text)];
  }

  snapshot(): unknown {
    return null;
  }
}
