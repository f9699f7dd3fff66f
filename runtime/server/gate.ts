/**
 * The gate that every request passes, for the page and for a WebSocket alike: Host, Origin, then the
 * program's own `authenticate`.
 */
import type { IncomingMessage } from "node:http";
import type { SessionHost } from "../session/connection.js";
import { type AdmissionRules, checkHost, checkOrigin, type HostCheck } from "./admission.js";
import type { Limits } from "./limits.js";

/** How `authenticate` turns a request away in its own words. */
export interface Refusal {
  /** Status for requests of the page, 400 to 599 or a redirection; 403 when left out. */
  readonly status?: number;
  /** Further headers, such as `WWW-Authenticate` or `Location`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What is shown to the user. */
  readonly text?: string;
}

/** True lets the request in; false or a refusal turns it away. */
export type AuthenticateResult = boolean | Refusal;

/** Decides about a request for the page, or the upgrade to a WebSocket. */
export type Authenticate = (request: IncomingMessage) => AuthenticateResult | Promise<AuthenticateResult>;

export interface GateSetup {
  readonly rules: () => AdmissionRules;
  readonly authenticate: Authenticate | null;
  readonly limits: Pick<Limits, "handshakeTime">;
  readonly host: SessionHost;
}

export type HeaderCheck =
  | { readonly ok: true; readonly host: HostCheck }
  | { readonly ok: false; readonly status: 403 | 421; readonly text: string };

const NOT_ADMITTED = "You are not admitted here.";

export class Gate {
  readonly #setup: GateSetup;

  constructor(setup: GateSetup) {
    this.#setup = setup;
  }

  /** Checks Host and Origin; `secure` says whether the request came in over TLS. */
  checkHeaders(request: IncomingMessage, secure: boolean): HeaderCheck {
    const rules = this.#setup.rules();
    const { host: named, origin } = request.headers;
    const host = checkHost(named, request.socket.localPort, secure, rules);
    if (host === null) {
      return {
        ok: false,
        status: 421,
        text: `This server does not answer for the host ${quoted(named)}. If it should, the program adds the origin of its pages to the option allowedOrigins.`,
      };
    }
    if (!checkOrigin(origin, rules)) {
      return {
        ok: false,
        status: 403,
        text: `Pages of the origin ${quoted(origin)} may not use this server. If they should, the program adds that origin to the option allowedOrigins.`,
      };
    }
    return { ok: true, host };
  }

  /** Asks the program; null when it lets the request in. A hook that throws or takes too long refuses it. */
  async authenticate(request: IncomingMessage): Promise<Required<Refusal> | null> {
    const { authenticate, limits, host } = this.#setup;
    if (authenticate === null) return null;
    let cancel = (): void => {};
    const tooLate = new Promise<never>((_, reject) => {
      cancel = host.setTimer(limits.handshakeTime, () => reject(new Error("It took too long.")));
    });
    try {
      const result = await Promise.race([authenticate(request), tooLate]);
      if (result === true) return null;
      const { status = 403, headers = {}, text = NOT_ADMITTED } = result || {};
      return { status, headers, text };
    } catch (error) {
      host.logger.error("authenticate failed; the request is refused.", error);
      return { status: 500, headers: {}, text: "The server could not check this request." };
    } finally {
      cancel();
    }
  }
}

/** A header's value, fit to be shown. */
function quoted(value: string | undefined): string {
  return JSON.stringify((value ?? "").slice(0, 200));
}
