/**
 * The first script of a page, small and a file of its own: it connects, says who the page is, and keeps what comes.
 * So the server makes the interface while the rest of the page still loads, which takes over with `takeOpened`.
 * What the rest needs of these modules it imports from here.
 */
import { digest } from "../generated/browser/tables.js";
import { socketAddress } from "./address.js";
import { introduction } from "./introduction.js";

export { forgetCredentials, keepCredentials } from "./credentials.js";
export { introduction };

/** A WebSocket that was opened before there was anybody to listen. */
export interface Opened {
  readonly socket: WebSocket;
  /** What it has told since, in order. */
  readonly missed: readonly Event[];
}

const KINDS = ["open", "message", "close"] as const;

const meta = document.querySelector<HTMLMetaElement>('meta[name="pgwidgets-ws"]')?.content ?? "";

/** Where the WebSocket of this page is. */
export const address = socketAddress(new URL(location.href), meta.trim());

/** Definitions that are not ours come with the page, and with them what it has to say. */
const isOurs = document.querySelector("script[data-own]") === null;

/** The number of the server's question, when this is what it asks first. */
function asked(data: unknown): unknown {
  try {
    const message = JSON.parse(String(data)) as { type?: unknown; id?: unknown } | null;
    return message?.type === "init" ? message.id : undefined;
  } catch {
    return undefined;
  }
}

/** Opens it. Gives what hands it over. */
function open(): () => Opened | null {
  let socket: WebSocket;
  try {
    socket = new WebSocket(address);
  } catch {
    // The page will try by itself, and can say what is wrong.
    return () => null;
  }
  socket.binaryType = "arraybuffer";
  const missed: Event[] = [];
  let isFirst = isOurs;
  const keep = (event: Event) => {
    if (event instanceof MessageEvent && isFirst) {
      isFirst = false;
      const id = asked(event.data);
      if (id !== undefined) {
        socket.send(JSON.stringify({ type: "result", id, ...introduction(digest) }));
        // It has been answered, and the page only has to know of it.
        missed.push(new MessageEvent("message", { data: '{"type":"init"}' }));
        return;
      }
    }
    missed.push(event);
  };
  for (const kind of KINDS) socket.addEventListener(kind, keep);
  return () => {
    for (const kind of KINDS) socket.removeEventListener(kind, keep);
    return { socket, missed };
  };
}

let hand: (() => Opened | null) | null = open();

/** Takes the connection over, once: null when there was none, and from the second time on. */
export function takeOpened(): Opened | null {
  const opened = hand?.() ?? null;
  hand = null;
  return opened;
}
