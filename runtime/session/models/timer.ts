/**
 * The model `timer`: a countdown that fires once. It counts here, so it needs no browser and fires once with many.
 * Seconds on the outside, milliseconds of the host's clock within.
 */
import type { WidgetNode } from "../node.js";
import { readState, writeState } from "../state.js";
import type { Model } from "./model.js";

interface Countdown {
  readonly startedAt: number;
  readonly endsAt: number;
  readonly cancel: () => void;
}

const NAME = "timer";

function running(node: WidgetNode): Countdown | undefined {
  return node.extra?.models.get(NAME) as Countdown | undefined;
}

function stop(node: WidgetNode): number {
  const countdown = running(node);
  if (countdown === undefined) return 0;
  countdown.cancel();
  node.extra?.models.delete(NAME);
  return (node.session.host.now() - countdown.startedAt) / 1000;
}

function start(node: WidgetNode, [duration]: readonly unknown[]): void {
  if (typeof duration === "number") writeState(node, "duration", duration);
  stop(node);
  const seconds = readState(node, "duration") as number;
  const { host } = node.session;
  const startedAt = host.now();
  const cancel = host.setTimer(seconds * 1000, () => {
    node.extra?.models.delete(NAME);
    node.session.handlers.fire(node, "expired", [readState(node, "duration")]);
  });
  node.more().models.set(NAME, { startedAt, endsAt: startedAt + seconds * 1000, cancel } satisfies Countdown);
}

export const timer: Model = {
  operations: {
    start,
    set: start,
    cond_set(node, args) {
      if (running(node) === undefined) start(node, args);
    },
    stop(node) {
      stop(node);
    },
    cancel(node) {
      node.session.handlers.fire(node, "cancelled", [stop(node)]);
    },
    is_set: (node) => running(node) !== undefined,
    elapsed_time(node) {
      const countdown = running(node);
      return countdown === undefined ? 0 : (node.session.host.now() - countdown.startedAt) / 1000;
    },
    time_left(node) {
      const countdown = running(node);
      return countdown === undefined ? 0 : Math.max(0, (countdown.endsAt - node.session.host.now()) / 1000);
    },
  },
  ended(node) {
    stop(node);
  },
};
