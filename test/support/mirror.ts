/**
 * A browser in memory: it keeps what the messages of a server say its page shows.
 * Two of them on one session must always show the same.
 */

import { classes } from "../../generated/sync/widgets.js";
import type { Connection } from "../../runtime/session/connection.js";
import type { FaceClass } from "../../runtime/session/session.js";
import type { Peer } from "../../runtime/session/peer.js";
import { parsePointer, partAt, withPart } from "../../runtime/session/pointer.js";
import type { ChildMethod, MethodTable, SetterMethod } from "../../runtime/session/table.js";
import { type WidgetClass, widgetClass } from "../../runtime/session/widget-class.js";

export type WireMessage = Readonly<Record<string, unknown>> & { readonly type: string };

interface Shown {
  readonly wid: number;
  readonly cls: WidgetClass;
  readonly state: Record<string, unknown>;
  readonly listens: Set<string>;
  links: { method: string; args: unknown[]; child: Shown | null; calls: Map<string, unknown[]> }[];
  parent: Shown | null;
}

/** A widget as a page shows it, for comparing. */
export interface Snapshot {
  readonly wid: number;
  readonly class: string;
  readonly state: Readonly<Record<string, unknown>>;
  readonly children: readonly unknown[];
}

export class Mirror implements Connection {
  readonly frames: string[] = [];
  readonly messages: WireMessage[] = [];
  readonly widgets = new Map<number, Shown>();
  /** Calls that change nothing here: actions, by the order in which they came. */
  readonly actions: WireMessage[] = [];
  closed: { code: number; reason: string } | null = null;
  buffered = 0;
  nextWid = 0;
  /** Answers that the page gives: by method its value, or an error to throw. */
  readonly answers = new Map<string, unknown>();
  /** Set once it has joined. */
  peer: Peer | null = null;
  #inputs = 0;
  #rebuilding = false;

  send(text: string): void {
    if (this.closed !== null) return;
    this.frames.push(text);
    const parsed = JSON.parse(text) as WireMessage | WireMessage[];
    for (const message of Array.isArray(parsed) ? parsed : [parsed]) this.#take(message);
  }

  sendBinary(): void {}

  close(code: number, reason: string): void {
    if (this.closed !== null) return;
    this.closed = { code, reason };
    this.peer?.ended(code, reason);
  }

  /** A user does something in this browser. */
  fire(wid: number, action: string, ...args: unknown[]): void {
    this.#inputs++;
    this.peer?.receive({ type: "callback", wid, action, args, n: this.#inputs });
  }

  /** What the page shows: the root widgets with all they hold. */
  snapshot(): Snapshot[] {
    return [...this.widgets.values()]
      .filter((shown) => shown.parent === null)
      .sort((a, b) => a.wid - b.wid)
      .map((shown) => this.#snapshotOf(shown));
  }

  #snapshotOf(shown: Shown): Snapshot {
    const state = Object.fromEntries(
      [...shown.cls.states.values()]
        .filter((info) => info.name in shown.state)
        .map((info) => [info.name, shown.state[info.name]] as const)
        .filter(
          ([name, value]) => JSON.stringify(value) !== JSON.stringify(shown.cls.states.get(name)?.default),
        )
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    const children = shown.links.map(({ method, args, child, calls }) => ({
      method,
      args: args.map((arg) => (isRef(arg) ? "child" : arg)),
      calls: [...calls].sort(([a], [b]) => (a < b ? -1 : 1)),
      child: child === null ? null : this.#snapshotOf(child),
    }));
    return { wid: shown.wid, class: shown.cls.name, state, children };
  }

  #take(message: WireMessage): void {
    this.messages.push(message);
    const { id } = message as { id?: number };
    switch (message.type) {
      case "reconstruct-start":
        this.widgets.clear();
        this.#rebuilding = true;
        this.nextWid = message["next_wid"] as number;
        return;
      case "reconstruct-end":
        this.#rebuilding = false;
        return;
      case "create":
        this.#create(message);
        break;
      case "listen":
        this.#shown(message["wid"]).listens.add(message["action"] as string);
        break;
      case "unlisten":
        this.#shown(message["wid"]).listens.delete(message["action"] as string);
        break;
      case "call":
        this.#call(this.#shown(message["wid"]), message);
        break;
      default:
        return;
    }
    if (id !== undefined) this.#answer(message, id);
  }

  #answer(message: WireMessage, id: number): void {
    const key = String(message["method"] ?? message.type);
    const value = this.answers.get(key);
    if (this.answers.has(key) && value === undefined) return; // it never answers
    queueMicrotask(() => {
      if (value instanceof Error) this.peer?.receive({ type: "error", id, error: value.message });
      else this.peer?.receive({ type: "result", id, value });
    });
  }

  get isRebuilding(): boolean {
    return this.#rebuilding;
  }

  #shown(wid: unknown): Shown {
    const shown = this.widgets.get(wid as number);
    if (shown === undefined) throw new Error(`the page knows no widget ${String(wid)}`);
    return shown;
  }

  #create(message: WireMessage): void {
    const wid = message["wid"] as number;
    const Class = (classes as Readonly<Record<string, FaceClass | undefined>>)[message["class"] as string];
    if (Class === undefined) throw new Error(`the page knows no class ${String(message["class"])}`);
    if (this.widgets.has(wid)) throw new Error(`widget ${wid} is created twice`);
    const cls = widgetClass(Class.table);
    const shown: Shown = { wid, cls, state: {}, listens: new Set(), links: [], parent: null };
    const args = message["args"] as unknown[];
    const options = (args[cls.args.length] ?? {}) as Record<string, unknown>;
    const set = (pointer: string, value: unknown) => this.#set(shown, pointer, value);
    cls.args.forEach((param, i) => set(param.state, args[i]));
    for (const param of cls.options) if (param.name in options) set(param.state, options[param.name]);
    for (const value of [...args, ...Object.values(options)]) this.#checkRefs(value);
    this.widgets.set(wid, shown);
  }

  #set(shown: Shown, pointer: string, value: unknown): void {
    const { name, path } = parsePointer(pointer);
    const before = name in shown.state ? shown.state[name] : shown.cls.states.get(name)?.default;
    shown.state[name] = path.length === 0 ? value : withPart(before, path, value);
  }

  #call(shown: Shown, message: WireMessage): void {
    const name = message["method"] as string;
    const args = message["args"] as unknown[];
    if (name === "destroy") {
      this.#destroy(shown);
      return;
    }
    for (const arg of args) this.#checkRefs(arg);
    const method = shown.cls.methods.get(name);
    if (method === undefined) throw new Error(`${shown.cls.name} has no method ${name}`);
    if (method.kind === "setter") this.#apply(shown, name, method, args);
    else if (method.kind === "child") this.#changeChildren(shown, name, method, args);
    else if (method.kind === "model" && method.model === "items") this.#items(shown, name, args);
    else this.actions.push(message);
  }

  #apply(shown: Shown, name: string, method: SetterMethod, args: unknown[]): void {
    if (method.operation === "link") {
      const link = shown.links.find((each) => each.child === this.#child(args[0]));
      if (link === undefined) throw new Error(`${name} for a widget that is no child`);
      link.calls.set(name, args.slice(1));
      return;
    }
    const pointer = method.state ?? "";
    const before = shown.state[pointer] ?? shown.cls.states.get(pointer)?.default;
    if (method.value !== undefined) this.#set(shown, pointer, method.value);
    else if (method.operation === "append") this.#set(shown, pointer, `${String(before)}${String(args[0])}`);
    else if (method.operation === "put") {
      const fields = Object.fromEntries(method.params.slice(1).map((param, i) => [param.name, args[i + 1]]));
      this.#set(shown, `${pointer}/${String(args[0])}`, fields);
    } else this.#set(shown, pointer, args.length === 1 ? args[0] : args);
  }

  #items(shown: Shown, name: string, [arg]: unknown[]): void {
    const items = [...((shown.state["items"] as string[] | undefined) ?? [])];
    const text = String(arg);
    if (name === "append_text") items.push(text);
    else if (name === "insert_alpha") {
      const at = items.findIndex((item) => new Intl.Collator("en").compare(item, text) > 0);
      items.splice(at === -1 ? items.length : at, 0, text);
    } else if (name === "delete_alpha") items.splice(items.indexOf(text), 1);
    else if (name === "clear") items.length = 0;
    shown.state["items"] = items;
  }

  #changeChildren(shown: Shown, name: string, method: ChildMethod, args: unknown[]): void {
    const child = method.param === -1 ? null : this.#child(args[method.param]);
    const links = shown.links;
    const at = links.findIndex((link) => link.child === child);
    if (method.child === "remove") {
      if (at === -1) throw new Error(`${name} of a widget that is no child`);
      links.splice(at, 1);
      if (child !== null) child.parent = null;
      return;
    }
    if (method.child === "entry") {
      links.push({ method: name, args, child: null, calls: new Map() });
      return;
    }
    if (child === null) throw new Error(`${name} without a child`);
    if (child.parent !== null && child.parent !== shown)
      throw new Error(`${name} of a widget that is held elsewhere`);
    const plain = this.#plainForm(shown, name, method, args);
    const present = at === -1 ? undefined : links[at];
    if (present !== undefined) {
      present.method = plain.method;
      present.args = plain.args;
      return;
    }
    const link = { ...plain, child, calls: new Map<string, unknown[]>() };
    const index = method.child === "insert" ? (args[method.index ?? 0] as number) : links.length;
    const before = links.filter((each) => each.child !== null)[index];
    links.splice(before === undefined ? links.length : links.indexOf(before), 0, link);
    child.parent = shown;
  }

  /** An insert leaves the same as a plain add at that place. */
  #plainForm(
    shown: Shown,
    name: string,
    method: ChildMethod,
    args: unknown[],
  ): { method: string; args: unknown[] } {
    if (method.child !== "insert") return { method: name, args };
    const plain = shown.cls.slots.get(method.slot);
    const target = shown.cls.methods.get(plain?.attach ?? "") as MethodTable;
    const named = new Map(method.params.map((param, i) => [param.name, args[i]]));
    return { method: plain?.attach ?? "", args: target.params.map((param) => named.get(param.name)) };
  }

  #destroy(shown: Shown): void {
    for (const link of shown.links) if (link.child !== null) this.#destroy(link.child);
    if (shown.parent !== null) {
      shown.parent.links = shown.parent.links.filter((link) => link.child !== shown);
    }
    this.widgets.delete(shown.wid);
  }

  #child(value: unknown): Shown {
    return this.#shown(partAt(value, ["__wid__"]));
  }

  #checkRefs(value: unknown): void {
    if (isRef(value)) this.#shown(value.__wid__);
    else if (Array.isArray(value)) for (const item of value) this.#checkRefs(item);
    else if (typeof value === "object" && value !== null)
      for (const item of Object.values(value)) this.#checkRefs(item);
  }
}

function isRef(value: unknown): value is { __wid__: number } {
  return typeof value === "object" && value !== null && "__wid__" in value;
}
