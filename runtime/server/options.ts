/**
 * The options of an application: their defaults, and the check that names what is wrong with them.
 */
import { z } from "zod";
import type { Logger } from "../session/connection.js";
import type { ConcurrencyHandling } from "../session/dispatcher.js";
import { UsageError } from "../session/errors.js";
import { didYouMean } from "../session/names.js";
import { type AllowedOrigins, readAllowedOrigins } from "./admission.js";
import type { Authenticate } from "./gate.js";
import { LIMIT_NAMES, type Limits, limitsWith } from "./limits.js";
import { silentLogger, stderrLogger } from "./logger.js";

export interface ApplicationOptions {
  /**
   * Port of the WebSocket, 0 to 65535. 0 picks a free one. null, or the same as `httpPort`: no port of its own,
   * it is at `ws` beside the page. Default: 9500.
   */
  readonly wsPort?: number | null;
  /** Port of the page, 0 to 65535. 0 picks a free one. Default: 9501. */
  readonly httpPort?: number;
  /** Address to listen on. Default: 127.0.0.1, this machine only. 0.0.0.0 is every network that it is in. */
  readonly host?: string;
  /** Whether the page is served. Default: true. False where a foreign web server has it (`staticPath`, `remoteHtml`). */
  readonly httpServer?: boolean;
  /** Path below which the page and its WebSocket are served, with a slash at both ends. Default: "/". */
  readonly path?: string;
  /** Folder of the built page. Default: the one that the package brings. */
  readonly staticPath?: string;
  /** In which order handlers run. Default: per_session. */
  readonly concurrencyHandling?: ConcurrencyHandling;
  /** Sessions that may have browsers at the same time; who comes later waits. null: no limit. Default: 1. */
  readonly maxSessions?: number | null;
  /**
   * Seconds after which a session is destroyed when its last browser has left and none has come back.
   * null: sessions live until they are destroyed. Default: null.
   */
  readonly sessionTimeout?: number | null;
  /** Takes the messages of the application. null: nobody does. Default: warnings and errors go to stderr. */
  readonly logger?: Logger | null;
  /**
   * Origins of foreign pages, web servers and proxies that may use the application, such as
   * "https://example.com". They are also taken for names of this server. Default: none.
   */
  readonly allowedOrigins?: readonly string[];
  /** Decides about each request for the page and each WebSocket. Default: all are let in. */
  readonly authenticate?: Authenticate;
  /** Limits to replace; see the table of limits. */
  readonly limits?: Partial<Limits>;
}

/** The options with everything filled in. */
export interface Settings {
  readonly wsPort: number | null;
  readonly httpPort: number;
  readonly host: string;
  readonly httpServer: boolean;
  readonly path: string;
  readonly staticPath: string | null;
  readonly concurrencyHandling: ConcurrencyHandling;
  readonly maxSessions: number | null;
  readonly sessionTimeout: number | null;
  readonly logger: Logger;
  readonly allowedOrigins: AllowedOrigins;
  readonly authenticate: Authenticate | null;
  readonly limits: Limits;
}

const port = z.number().int().min(0).max(65_535);
/** Limits are also numbers of milliseconds, which Node counts up to this. */
const limit = z
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);

const schema = z.strictObject({
  wsPort: port.nullable().default(9500),
  httpPort: port.default(9501),
  host: z.string().min(1).default("127.0.0.1"),
  httpServer: z.boolean().default(true),
  path: z
    .string()
    .regex(/^\/([\w.~-]+\/)*$/, 'a path such as "/" or "/app/", with a slash at both ends')
    .default("/"),
  staticPath: z.string().min(1).optional(),
  concurrencyHandling: z.enum(["per_session", "serialized", "concurrent"]).default("per_session"),
  maxSessions: z.number().int().min(1).nullable().default(1),
  sessionTimeout: z.number().positive().nullable().default(null),
  logger: z
    .custom<Logger>(isLogger, "a logger: an object with the functions debug, info, warn and error, or null")
    .nullable()
    .optional(),
  allowedOrigins: z.array(z.string()).default([]),
  authenticate: z.custom<Authenticate>((value) => typeof value === "function", "a function").optional(),
  limits: z.strictObject(Object.fromEntries(LIMIT_NAMES.map((name) => [name, limit.optional()]))).default({}),
});

const NAMES: Readonly<Record<string, readonly string[]>> = {
  "": Object.keys(schema.shape),
  limits: LIMIT_NAMES,
};

/** Checks options and fills in the rest; throws UsageError that names every fault. */
export function readOptions(options: ApplicationOptions): Settings {
  const read = schema.safeParse(options);
  if (!read.success) throw new UsageError(`Application: ${read.error.issues.map(faultOf).join(" ")}`);
  const { staticPath = null, authenticate = null, logger, ...rest } = read.data;
  if (!rest.httpServer && rest.wsPort === null) {
    throw new UsageError("Application: with httpServer false the WebSocket needs a wsPort of its own.");
  }
  return {
    ...rest,
    // Asking for one and the same port means one server; two zeros mean two free ports.
    wsPort: rest.httpServer && rest.wsPort === rest.httpPort && rest.wsPort !== 0 ? null : rest.wsPort,
    staticPath,
    authenticate,
    logger: logger === null ? silentLogger : (logger ?? stderrLogger()),
    allowedOrigins: readAllowedOrigins(rest.allowedOrigins),
    limits: limitsWith(rest.limits),
  };
}

function faultOf(issue: z.core.$ZodIssue): string {
  const path = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    const what = path === "" ? "option" : path === "limits" ? "limit" : `key in ${path}`;
    return issue.keys
      .map((key) => `There is no ${what} "${key}".${didYouMean(key, NAMES[path] ?? [])}`)
      .join(" ");
  }
  const name = path === "" ? "The options" : `The option ${path}`;
  return issue.code === "custom" || issue.code === "invalid_format"
    ? `${name} must be ${issue.message}.`
    : `${name}: ${issue.message}.`;
}

function isLogger(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const logger = value as { readonly [name: string]: unknown };
  return ["debug", "info", "warn", "error"].every((name) => typeof logger[name] === "function");
}
