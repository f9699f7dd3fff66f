/**
 * The alarms: when each comes and goes, and whether somebody has seen it.
 */

/** What the rules judge. */
export interface Measured {
  /** Share of the depth, 0 to 1. */
  readonly level: number;
  readonly temperature: number;
  /** Temperature above which there is an alarm. */
  readonly limit: number;
}

interface Rule {
  readonly text: string;
  /** Whether the heater must be off as long as it lasts. */
  readonly stopsHeater: boolean;
  readonly comes: (now: Measured) => boolean;
  /** Later than it came, so that a value at the edge does not make it flutter. */
  readonly goes: (now: Measured) => boolean;
}

const rules = {
  low: {
    text: "Level low: the heater is off",
    stopsHeater: true,
    comes: ({ level }) => level < 0.1,
    goes: ({ level }) => level > 0.12,
  },
  high: {
    text: "Level high: the tank overflows",
    stopsHeater: false,
    comes: ({ level }) => level > 0.97,
    goes: ({ level }) => level < 0.94,
  },
  hot: {
    text: "Temperature high: the heater is off",
    stopsHeater: true,
    comes: ({ temperature, limit }) => temperature > limit,
    goes: ({ temperature, limit }) => temperature < limit - 1,
  },
} satisfies Record<string, Rule>;

export type AlarmName = keyof typeof rules;

export interface Alarm {
  readonly name: AlarmName;
  readonly text: string;
  readonly acknowledged: boolean;
}

/** What has happened to an alarm. */
export interface AlarmChange {
  readonly name: AlarmName;
  readonly text: string;
  readonly to: "on" | "off";
}

export class Alarms {
  /** Those that last, by name; whether each was acknowledged. */
  readonly #lasting = new Map<AlarmName, boolean>();

  /** Those that last now, the oldest first. */
  get lasting(): readonly Alarm[] {
    return [...this.#lasting].map(([name, acknowledged]) => ({ name, text: rules[name].text, acknowledged }));
  }

  /** Whether the heater must be off. */
  get stopsHeater(): boolean {
    return [...this.#lasting.keys()].some((name) => rules[name].stopsHeater);
  }

  /** Judges new values; gives the alarms that have come and gone. */
  judge(now: Measured): readonly AlarmChange[] {
    const changes: AlarmChange[] = [];
    for (const [name, rule] of Object.entries(rules) as [AlarmName, Rule][]) {
      const lasts = this.#lasting.has(name);
      if (!lasts && rule.comes(now)) {
        this.#lasting.set(name, false);
        changes.push({ name, text: rule.text, to: "on" });
      } else if (lasts && rule.goes(now)) {
        this.#lasting.delete(name);
        changes.push({ name, text: rule.text, to: "off" });
      }
    }
    return changes;
  }

  /** Marks all as seen; gives how many were not. */
  acknowledge(): number {
    const fresh = [...this.#lasting].filter(([, acknowledged]) => !acknowledged);
    for (const [name] of fresh) this.#lasting.set(name, true);
    return fresh.length;
  }
}
