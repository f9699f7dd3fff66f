/**
 * Tells the faults of definitions, and how many they are.
 */
import { type Diagnostic, show } from "../diagnostics.js";
import { frame } from "../frame.js";
import type { Source } from "../load.js";
import type { Terminal } from "../terminal.js";

export function complainOf(
  faults: readonly Diagnostic[],
  sources: readonly Source[],
  terminal: Terminal,
): void {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  for (const fault of faults) {
    const text = terminal.frames ? texts.get(fault.file) : undefined;
    const lines = text === undefined ? [] : [frame(text, fault, terminal.colour)];
    terminal.complain([show(fault, terminal.colour), ...lines, ""].join("\n"));
  }
  terminal.complain(`${faults.length} ${faults.length === 1 ? "fault" : "faults"}`);
}
