/**
 * The one table of limits: what a browser may cost the server, and what the server waits for.
 * Every value can be replaced with the Application's option `limits`; the reference pages print this table.
 */

export interface Limit {
  readonly value: number;
  readonly unit: "bytes" | "ms" | "count" | "levels";
  readonly description: string;
}

const KiB = 1024;
const MiB = 1024 * KiB;

export const LIMITS = {
  messageBytes: {
    value: 8 * MiB,
    unit: "bytes",
    description: "Size of one frame from a browser. A larger one closes its connection with 1009.",
  },
  jsonDepth: {
    value: 64,
    unit: "levels",
    description: "Nesting of lists and objects in one text frame.",
  },
  jsonElements: {
    value: 250_000,
    unit: "count",
    description: "Values in the lists and objects of one text frame, taken together.",
  },
  protocolErrors: {
    value: 20,
    unit: "count",
    description:
      "Faulty frames and messages that one connection is forgiven. The next one closes it with 4002.",
  },
  connections: {
    value: 1000,
    unit: "count",
    description: "Open WebSockets of the application. Past it an upgrade is answered with status 503.",
  },
  pendingHandshakes: {
    value: 64,
    unit: "count",
    description:
      "Connections that have not answered `init` yet. Past it an upgrade is answered with status 503.",
  },
  handshakeTime: {
    value: 10_000,
    unit: "ms",
    description: "Time for `authenticate`, and again for the answer to `init`.",
  },
  handshakeBytes: {
    value: 64 * KiB,
    unit: "bytes",
    description: "Bytes that a connection may send before it has joined a session.",
  },
  waitingConnections: {
    value: 100,
    unit: "count",
    description: "Connections held while all seats are taken. The next one is closed with 4004.",
  },
  heartbeatTime: {
    value: 30_000,
    unit: "ms",
    description: "Pause between pings. A connection that stays silent for a whole pause after one is ended.",
  },
  closeTime: {
    value: 2000,
    unit: "ms",
    description: "Time for a browser to take part in the closing of its connection.",
  },
  unsentBytes: {
    value: 16 * MiB,
    unit: "bytes",
    description:
      "Output queued for a browser that does not read. Past it the queue is dropped; it is replayed later.",
  },
  pendingEvents: {
    value: 10_000,
    unit: "count",
    description: "Callbacks of one session that wait for their handlers.",
  },
  questionDeadline: {
    value: 30_000,
    unit: "ms",
    description: "Time for a browser to answer a question or an awaited call.",
  },
  fileBytes: {
    value: 64 * MiB,
    unit: "bytes",
    description: "Size of a file of this machine that the program gives to a widget.",
  },
  uploads: {
    value: 8,
    unit: "count",
    description: "Uploads under way at once on one connection.",
  },
  uploadFiles: {
    value: 1000,
    unit: "count",
    description: "Files in one upload.",
  },
  uploadFileBytes: {
    value: 256 * MiB,
    unit: "bytes",
    description: "Size of one uploaded file.",
  },
  uploadBytes: {
    value: 512 * MiB,
    unit: "bytes",
    description: "Size of all files that one connection has under way.",
  },
  uploadTime: {
    value: 30_000,
    unit: "ms",
    description: "Longest pause between two chunks of an upload.",
  },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof LIMITS;

/** A value for every limit, in the unit that the table gives. */
export type Limits = { readonly [Name in LimitName]: number };

export const LIMIT_NAMES = Object.keys(LIMITS) as readonly LimitName[];

/** The table's values, with some replaced. */
export function limitsWith(overrides: Partial<Limits> = {}): Limits {
  const values = {} as { -readonly [Name in LimitName]: number };
  for (const name of LIMIT_NAMES) values[name] = overrides[name] ?? LIMITS[name].value;
  return values;
}
