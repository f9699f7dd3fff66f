/**
 * A PI controller: how much of the full power brings a temperature to its set-point and keeps it there.
 */
import { clamp } from "./tank.js";

/** Share of the full power for each degree below the set-point. */
const GAIN = 0.08;
/** Seconds in which the integral doubles the answer to a lasting deviation. */
const RESET_TIME = 40;

export class Controller {
  #integral = 0;

  /** Forgets what it has learnt, as when it is switched on. */
  reset(): void {
    this.#integral = 0;
  }

  /** The share of the full power, 0 to 1, for the next `seconds`. */
  output(setPoint: number, measured: number, seconds: number): number {
    const deviation = setPoint - measured;
    const wanted = GAIN * deviation + this.#integral;
    const output = clamp(wanted, 0, 1);
    // While the heater is at its end the integral would run away.
    const atEnd = output !== wanted && Math.sign(deviation) === Math.sign(wanted - output);
    if (!atEnd) this.#integral = clamp(this.#integral + (GAIN * deviation * seconds) / RESET_TIME, 0, 1);
    return output;
  }
}
