/**
 * The first script of a page, small and a part of index.html: it connects, says who the page is, and keeps what comes.
 * So the server makes the interface while the rest of the page still loads, which takes over with `takeOpened`.
 * Where a policy keeps it from running, the rest connects by itself.
 */
import { digest } from "../generated/browser/tables.js";
import { ownAddress } from "./address.js";
import { introduction, introductionAhead } from "./introduction.js";
import { leaveOpened } from "./opened.js";

const KINDS = ["open", "message", "close"] as const;

/** Definitions that are not ours come with the page, and with them what it has to say. */
const isOurs = document.currentScript?.hasAttribute("data-own") === false;

/** What the server says first. */
interface Init {
  readonly id?: unknown;
  /** It has read what the address says of the page. */
  readonly greeted?: unknown;
}

function initOf(data: unknown): Init | null {
  try {
    const message = JSON.parse(String(data)) as (Init & { type?: unknown }) | null;
    return message?.type === "init" ? message : null;
  } catch {
    return null;
  }
}

function open(): void {
  let socket: WebSocket;
  try {
    const address = ownAddress();
    socket = new WebSocket(isOurs && !address.includes("?") ? address + introductionAhead(digest) : address);
  } catch {
    // The page will try by itself, and can say what is wrong.
    return;
  }
  socket.binaryType = "arraybuffer";
  const missed: Event[] = [];
  let isFirst = isOurs;
  const keep = (event: Event) => {
    if (event instanceof MessageEvent && isFirst) {
      isFirst = false;
      const init = initOf(event.data);
      if (init !== null && init.greeted !== true && init.id !== undefined) {
        socket.send(JSON.stringify({ type: "result", id: init.id, ...introduction(digest) }));
        // It has been answered, and the page only has to know of it.
        missed.push(new MessageEvent("message", { data: '{"type":"init"}' }));
        return;
      }
    }
    missed.push(event);
  };
  for (const kind of KINDS) socket.addEventListener(kind, keep);
  leaveOpened(() => {
    for (const kind of KINDS) socket.removeEventListener(kind, keep);
    return { socket, missed };
  });
}

open();
