/**
 * The loggers of an application without one of its own: to stderr, or to nowhere.
 */
import { inspect } from "node:util";
import type { Logger } from "../session/connection.js";

export type LogLevel = "debug" | "info" | "warn" | "error";

const LEVELS: readonly LogLevel[] = ["debug", "info", "warn", "error"];

/** Writes messages of `level` and above to stderr, one line each, details below. The default level is `warn`. */
export function stderrLogger(level: LogLevel = "warn"): Logger {
  const from = LEVELS.indexOf(level);
  const at = (own: LogLevel) => (message: string, details?: unknown) => {
    if (LEVELS.indexOf(own) < from) return;
    const more = details === undefined ? "" : `\n${typeof details === "string" ? details : inspect(details)}`;
    process.stderr.write(`pgwidgets ${own}: ${message}${more}\n`);
  };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

const ignore = (): void => {};

/** Writes nothing. */
export const silentLogger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
