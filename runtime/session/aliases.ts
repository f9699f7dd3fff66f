/**
 * The widgets of a browser that numbers by itself what its calls make, as browsers of protocol 0.4 do: a sub-window
 * has one number in the session and another one in that browser.
 * Made from what is sent: a call that makes a widget is given an `id`, and what follows waits for its answer.
 */
import type { Item } from "./binary.js";

interface Message {
  readonly [field: string]: unknown;
}

/** Numbers for questions of our own, far above those of the session's. */
const FIRST_ID = 2 ** 30;

export class Aliases {
  readonly #send: (item: Item) => void;
  /** Runs a task when the answer has not come in time; the result cancels it. */
  readonly #deadline: (task: () => void) => () => void;
  /** The browser's numbers by the session's, and back. */
  readonly #there = new Map<number, number>();
  readonly #here = new Map<number, number>();
  /** What is under way: the id of the call, and the session's number of what it makes. */
  #asked: { readonly id: number; readonly wid: number; readonly cancel: () => void } | null = null;
  #held: Item[] = [];
  #heldBytes = 0;
  #next = FIRST_ID;

  constructor(send: (item: Item) => void, deadline: (task: () => void) => () => void) {
    this.#send = send;
    this.#deadline = deadline;
  }

  /** Bytes that are kept back, a character of text counted as one. */
  get held(): number {
    return this.#heldBytes;
  }

  /** Sends a frame, with the browser's numbers; later, while it is not known what they are. */
  pass(item: Item): void {
    if (this.#asked !== null) this.#hold(item);
    else if (typeof item !== "string") this.#send(item);
    else if (this.#there.size === 0 && !item.includes('"result_wid"')) this.#send(item);
    else this.#passMessages(item);
  }

  #passMessages(text: string): void {
    const parsed = JSON.parse(text) as Message | Message[];
    const messages = Array.isArray(parsed) ? parsed : [parsed];
    const ready: Message[] = [];
    for (const [i, message] of messages.entries()) {
      if (message.type === "reconstruct-start") this.#forget();
      const told = renumbered(message, this.#there) as Message;
      const made = message.result_wid;
      if (typeof made !== "number") {
        ready.push(told);
        continue;
      }
      const id = typeof message.id === "number" ? message.id : this.#next++;
      const rest = messages.slice(i + 1);
      if (rest.length > 0) this.#hold(JSON.stringify(rest));
      const cancel = this.#deadline(() => this.#go());
      this.#asked = { id, wid: made, cancel };
      this.#send(JSON.stringify([...ready, { ...told, id }]));
      return;
    }
    if (ready.length > 0) this.#send(JSON.stringify(Array.isArray(parsed) ? ready : ready[0]));
  }

  /** A message of the browser, with the numbers of the session; null for one that was for us alone. */
  taken(message: unknown): unknown {
    if (Array.isArray(message))
      return message.map((each) => this.taken(each)).filter((each) => each !== null);
    if (typeof message !== "object" || message === null) return message;
    const { type, id, value } = message as Message;
    const asked = this.#asked;
    if (asked !== null && id === asked.id && (type === "result" || type === "error")) {
      const number = (value as { readonly __wid__?: unknown } | null | undefined)?.__wid__;
      if (typeof number === "number" && number !== asked.wid) {
        this.#there.set(asked.wid, number);
        this.#here.set(number, asked.wid);
      }
      this.#go();
      // A question that the session knows nothing of; of a failure it hears as of one that nobody waited for.
      if (asked.id >= FIRST_ID) {
        const { id: _ours, ...failure } = message as Message;
        return type === "error" ? renumbered(failure, this.#here) : null;
      }
    }
    return renumbered(message, this.#here);
  }

  #go(): void {
    this.#asked?.cancel();
    this.#asked = null;
    const held = this.#held;
    this.#held = [];
    this.#heldBytes = 0;
    for (const item of held) this.pass(item);
  }

  /** The browser has left: nothing is waited for any more. */
  end(): void {
    this.#asked?.cancel();
    this.#held = [];
    this.#heldBytes = 0;
  }

  #hold(item: Item): void {
    this.#held.push(item);
    this.#heldBytes += item.length;
  }

  /** The browser drops every widget. */
  #forget(): void {
    this.#there.clear();
    this.#here.clear();
  }
}

/** A message with other numbers where it is about a widget or names one; those that are not known stay. */
function renumbered(value: unknown, numbers: ReadonlyMap<number, number>): unknown {
  if (numbers.size === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => renumbered(each, numbers));
  const result: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    const isNumber = (key === "wid" || key === "__wid__") && typeof each === "number";
    result[key] = isNumber ? (numbers.get(each) ?? each) : renumbered(each, numbers);
  }
  return result;
}
