/**
 * Whether this page and the program were made from the same definitions: what the server is told to compare, and what
 * the user sees when they were not.
 */
import type { Differing } from "../runtime/protocol/definitions.js";
import { joinDigests } from "../runtime/protocol/digest.js";
import { showNotice } from "./notices.js";
import { definitions } from "./registry.js";
import { say } from "./strings.js";
import { list, type ServerMessage } from "./wire.js";

/** One digest of all that this page knows, which the answer to `init` says. */
export const definitionsDigest = (): number => joinDigests([...definitions].map(({ digest }) => digest));

/** What is different here from what the server has, by its hash per class. Loads what only this needs. */
export async function differing(message: ServerMessage): Promise<Differing> {
  try {
    const { differingFrom } = await import("./differing.js");
    return await differingFrom(message.classes);
  } catch (error) {
    // The page has been built anew since this one was loaded, and its parts have gone.
    tell("");
    throw error;
  }
}

/** Tells the user in a line, and the console in full. */
export function tellDifferences(message: ServerMessage): void {
  const lines = list(message, "differences").filter((line) => typeof line === "string");
  const [first] = lines;
  if (first === undefined) return;
  console.warn(`This page and the program were made from different definitions.\n${lines.join("\n")}`);
  tell(lines.length === 1 ? first : `${first} ${say("andMore", { count: lines.length - 1 })}`);
}

function tell(what: string): void {
  const reload = document.createElement("button");
  reload.type = "button";
  reload.textContent = say("reload");
  reload.addEventListener("click", () => location.reload());
  showNotice(say("definitionsDiffer", { what }).trim(), reload);
}
