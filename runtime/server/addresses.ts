/**
 * Names of this machine: which ones a browser may call it by, and which one a printed address shows.
 */
import { hostname, networkInterfaces } from "node:os";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** True for the addresses that mean every interface of the machine. */
export function isWildcard(host: string): boolean {
  return host === "0.0.0.0" || host === "::" || host === "";
}

/** The names under which a server that listens on `host` may be reached: lower case, IPv6 in brackets. */
export function ownHosts(host: string): ReadonlySet<string> {
  const names = new Set(LOOPBACK);
  if (!isWildcard(host)) names.add(inUrl(host));
  else {
    names.add(hostname().toLowerCase());
    for (const addresses of Object.values(networkInterfaces())) {
      for (const { address } of addresses ?? []) names.add(inUrl(address));
    }
  }
  return names;
}

/** The host as it stands in a URL: lower case, an IPv6 address shortened and in brackets. */
export function inUrl(host: string): string {
  const bare = host.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const name = bare.includes(":") ? `[${bare}]` : bare;
  const url = `http://${name}/`;
  return URL.canParse(url) ? new URL(url).hostname : name.toLowerCase();
}

/** The host to show in an address that somebody opens on this machine. */
export function shownHost(host: string): string {
  return isWildcard(host) ? "localhost" : inUrl(host);
}
