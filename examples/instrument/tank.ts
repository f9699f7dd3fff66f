/**
 * The physics of a stirred, heated water tank: what flows in and out, and where the heat goes.
 * SI units within: metres, seconds, watts, degrees Celsius.
 */

/** What a tank is made of. */
export interface TankShape {
  /** Floor of the tank, in square metres. */
  readonly area: number;
  /** Depth at which it overflows, in metres. */
  readonly depth: number;
  /** What the inlet brings when its valve is fully open, in cubic metres per second. */
  readonly inletFlow: number;
  /** Temperature of what flows in. */
  readonly inletTemperature: number;
  /** Opening of the outlet when its valve is fully open, contraction included, in square metres. */
  readonly outletArea: number;
  /** Heat that the heater gives at full power, in watts. */
  readonly heaterPower: number;
  /** Heat lost through the wall, in watts for each degree above the room. */
  readonly wallLoss: number;
  readonly roomTemperature: number;
}

/** What the actuators do, each from 0 (closed, off) to 1. */
export interface Drive {
  readonly inlet: number;
  readonly outlet: number;
  readonly heater: number;
}

export interface TankState {
  /** Depth of the water, in metres. */
  readonly level: number;
  /** Of the water, which is well stirred. */
  readonly temperature: number;
}

/** Ten litres, twelve kilowatts. */
export const laboratoryTank: TankShape = {
  area: 0.02,
  depth: 0.5,
  inletFlow: 1e-4,
  inletTemperature: 12,
  outletArea: 6e-5,
  heaterPower: 12_000,
  wallLoss: 6,
  roomTemperature: 20,
};

const GRAVITY = 9.81;
/** Joules that one cubic metre of water takes up for each degree. */
const HEAT_CAPACITY = 4186 * 1000;
/** Below this the heater lies dry and heats nothing, in metres. */
const FILM = 0.001;
/** Longest step that is computed at once, in seconds: far below the time constants of the tank. */
const LONGEST_STEP = 0.02;

/** What leaves through the outlet, in cubic metres per second: Torricelli's law. */
export function outflow(shape: TankShape, level: number, valve: number): number {
  return valve * shape.outletArea * Math.sqrt(2 * GRAVITY * Math.max(0, level));
}

/** The state some seconds later, while the actuators stay as they are. */
export function advance(shape: TankShape, state: TankState, drive: Drive, seconds: number): TankState {
  const steps = Math.max(1, Math.ceil(seconds / LONGEST_STEP));
  let next = state;
  for (let i = 0; i < steps; i++) next = step(shape, next, drive, seconds / steps);
  return next;
}

function step(shape: TankShape, { level, temperature }: TankState, drive: Drive, dt: number): TankState {
  const inflow = drive.inlet * shape.inletFlow;
  const rise = (inflow - outflow(shape, level, drive.outlet)) / shape.area;
  const heat =
    drive.heater * shape.heaterPower -
    shape.wallLoss * (temperature - shape.roomTemperature) +
    inflow * HEAT_CAPACITY * (shape.inletTemperature - temperature);
  const capacity = level * shape.area * HEAT_CAPACITY;
  return {
    level: clamp(level + rise * dt, 0, shape.depth),
    // What boils away takes the heat with it.
    temperature: level > FILM ? Math.min(100, temperature + (heat / capacity) * dt) : temperature,
  };
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
