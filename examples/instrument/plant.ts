/**
 * The device that the panel operates: the tank with its sensors, its controller and its interlocks.
 * It knows no interface, and its time passes only when somebody calls `advance`.
 */
import { type Alarm, Alarms } from "./alarms.js";
import { Controller } from "./controller.js";
import { advance, clamp, type Drive, laboratoryTank, outflow, type TankState } from "./tank.js";

/** What the operator sets. */
export interface Settings {
  /** Temperature that the controller keeps, in degrees Celsius. */
  readonly setPoint: number;
  /** Opening of the valves, 0 to 1. */
  readonly inlet: number;
  readonly outlet: number;
  /** Whether the controller sets the power of the heater. */
  readonly automatic: boolean;
  /** Share of the full power while nothing controls it, 0 to 1. */
  readonly power: number;
  /** Temperature above which there is an alarm. */
  readonly limit: number;
}

/** What the device measures. */
export interface Reading {
  /** Seconds since the device was switched on. */
  readonly time: number;
  readonly temperature: number;
  readonly setPoint: number;
  /** Share of the depth, 0 to 1. */
  readonly level: number;
  /** Share of the full power, 0 to 1. */
  readonly heater: number;
  /** Litres per minute. */
  readonly inflow: number;
  readonly outflow: number;
}

export type EventKind = "Operation" | "Setting" | "Alarm";

/** One line of the log. */
export interface PlantEvent {
  readonly time: number;
  readonly kind: EventKind;
  readonly text: string;
}

/** Seconds that the heater needs to follow about two thirds of a change. */
const HEATER_LAG = 0.8;
/** Standard deviation of what the sensors say, in degrees and in shares of the depth. */
const NOISE = { temperature: 0.04, level: 0.0006 };
/** Longest stretch that is advanced at once, in seconds; a machine that slept does not relive its sleep. */
const LONGEST_GAP = 5;
const LITRES_PER_MINUTE = 60_000;

export class Plant {
  readonly shape = laboratoryTank;
  readonly #controller = new Controller();
  readonly #alarms = new Alarms();
  readonly #noise = noise(7);
  readonly #tell: (event: PlantEvent) => void;
  #settings: Settings = {
    setPoint: 55,
    inlet: 0.4,
    outlet: 0.28,
    automatic: true,
    power: 0.3,
    limit: 80,
  };
  #tank: TankState = { level: 0.3, temperature: 21 };
  #heater = 0;
  #time = 0;
  #running = false;

  /** @param tell - Gets what happens, for the log. */
  constructor(tell: (event: PlantEvent) => void) {
    this.#tell = tell;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get isRunning(): boolean {
    return this.#running;
  }

  /** Alarms that last now. */
  get alarms(): readonly Alarm[] {
    return this.#alarms.lasting;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#controller.reset();
    this.#note("Operation", "Started");
  }

  /** Closes the valves and switches the heater off. */
  stop(): void {
    if (!this.#running) return;
    this.#running = false;
    this.#note("Operation", "Stopped");
  }

  /** Changes settings, and notes what was done in words. */
  set(changes: Partial<Settings>, inWords: string): void {
    if (changes.automatic === true && !this.#settings.automatic) this.#controller.reset();
    this.#settings = { ...this.#settings, ...changes };
    this.#note("Setting", inWords);
  }

  /** Marks all alarms as seen. */
  acknowledge(): void {
    const count = this.#alarms.acknowledge();
    if (count > 0) this.#note("Operation", `Acknowledged ${count} ${count === 1 ? "alarm" : "alarms"}`);
  }

  /** Lets time pass. */
  advance(seconds: number): Reading {
    const dt = clamp(seconds, 0, LONGEST_GAP);
    this.#time += dt;
    this.#heater += (this.#wantedPower(dt) - this.#heater) * (1 - Math.exp(-dt / HEATER_LAG));
    this.#tank = advance(this.shape, this.#tank, this.#drive, dt);
    const reading = this.#measure();
    const judged = { ...reading, limit: this.#settings.limit };
    for (const { text, to } of this.#alarms.judge(judged)) {
      this.#note("Alarm", to === "on" ? text : `Gone: ${text}`);
    }
    return reading;
  }

  get #drive(): Drive {
    const { inlet, outlet } = this.#settings;
    return this.#running
      ? { inlet, outlet, heater: this.#heater }
      : { inlet: 0, outlet: 0, heater: this.#heater };
  }

  #wantedPower(seconds: number): number {
    if (!this.#running || this.#alarms.stopsHeater) return 0;
    const { automatic, power, setPoint } = this.#settings;
    return automatic ? this.#controller.output(setPoint, this.#tank.temperature, seconds) : power;
  }

  #measure(): Reading {
    const { inlet, outlet } = this.#drive;
    const { level, temperature } = this.#tank;
    return {
      time: this.#time,
      temperature: temperature + this.#noise() * NOISE.temperature,
      setPoint: this.#settings.setPoint,
      level: clamp(level / this.shape.depth + this.#noise() * NOISE.level, 0, 1),
      heater: this.#heater,
      inflow: inlet * this.shape.inletFlow * LITRES_PER_MINUTE,
      outflow: outflow(this.shape, level, outlet) * LITRES_PER_MINUTE,
    };
  }

  #note(kind: EventKind, text: string): void {
    this.#tell({ time: this.#time, kind, text });
  }
}

/** Numbers spread about 0 with a standard deviation of about 1, the same ones for the same seed. */
function noise(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  // The sum of three even spreads is close to a bell.
  return () => (uniform() + uniform() + uniform() - 1.5) * 2;
}
