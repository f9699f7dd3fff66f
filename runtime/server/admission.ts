/**
 * Who may talk to the application: exact checks of the headers Host and Origin. Pure.
 * A strange Host means that a foreign name was pointed at this machine (DNS rebinding);
 * a strange Origin means that a page of another site is calling.
 */
import { UsageError } from "../session/errors.js";

export interface AdmissionRules {
  /** Names and addresses of this machine, lower case, IPv6 addresses in brackets. */
  readonly hosts: ReadonlySet<string>;
  /** Ports of this machine that pages of the application come from. */
  readonly ports: ReadonlySet<number>;
  /** Further origins, of foreign web servers and proxies. */
  readonly allowed: AllowedOrigins;
}

export interface AllowedOrigins {
  readonly origins: ReadonlySet<string>;
  /** `name` and `name:port` as they appear in a Host header. */
  readonly hosts: ReadonlySet<string>;
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { "http:": "80", "https:": "443" };

/** Reads the option `allowedOrigins`; throws UsageError on an entry that is not exactly an origin. */
export function readAllowedOrigins(entries: readonly string[]): AllowedOrigins {
  const origins = new Set<string>();
  const hosts = new Set<string>();
  for (const entry of entries) {
    const url = URL.canParse(entry) ? new URL(entry) : null;
    const wellFormed = url !== null && url.protocol in DEFAULT_PORTS && `${url.origin}/` === url.href;
    if (!wellFormed) {
      throw new UsageError(
        `allowedOrigins: ${JSON.stringify(entry)} is not an origin. Write it as "https://example.com" or "http://example.com:8080".`,
      );
    }
    origins.add(url.origin);
    hosts.add(url.host);
    if (url.port === "") hosts.add(`${url.host}:${DEFAULT_PORTS[url.protocol]}`);
  }
  return { origins, hosts };
}

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?$/;

export interface HostCheck {
  /** The name part of the Host header. */
  readonly name: string;
  /** True when it is this machine's own name and port, false when `allowedOrigins` allows it. */
  readonly own: boolean;
}

/**
 * Checks a Host header against the port that the request came in on.
 * @param secure whether that port speaks TLS, which decides the port that a Host without one means
 * @returns null when it is refused
 */
export function checkHost(
  header: string | undefined,
  port: number | undefined,
  secure: boolean,
  rules: AdmissionRules,
): HostCheck | null {
  const host = header?.toLowerCase() ?? "";
  const [, name, given = secure ? "443" : "80"] = HOST.exec(host) ?? [];
  if (name === undefined) return null;
  if (rules.hosts.has(name) && Number(given) === port) return { name, own: true };
  if (rules.allowed.hosts.has(host)) return { name, own: false };
  return null;
}

/**
 * Checks an Origin header. A missing one is accepted: browsers send it with every WebSocket,
 * so its absence means a program, which no user's other pages can steer.
 */
export function checkOrigin(header: string | undefined, rules: AdmissionRules): boolean {
  if (header === undefined) return true;
  if (rules.allowed.origins.has(header)) return true;
  const url = URL.canParse(header) ? new URL(header) : null;
  const defaultPort = url === null ? undefined : DEFAULT_PORTS[url.protocol];
  if (url === null || defaultPort === undefined || url.origin !== header) return false;
  return rules.hosts.has(url.hostname) && rules.ports.has(Number(url.port || defaultPort));
}
