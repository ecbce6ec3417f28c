import { registerHooks } from "node:module";
import { world, worldOrNone } from "./current-world.ts";
import { EPOCH } from "./epoch.ts";
import { realMilliseconds } from "./real-clock.ts";

/** Modules in whose place others stand, by the end of their name. Everything else of the product runs as it is. */
const STAND_INS: Readonly<Record<string, string>> = {
  pg: "pg.ts",
  uuid: "uuid.ts",
  "node:timers/promises": "timers-promises.ts",
  "./live/create-live-service.ts": "no-live-feed.ts",
  "./background/housekeeping.ts": "no-housekeeping.ts",
  "./background/keep-partitions.ts": "no-partitions.ts",
  "./observation/create-observation.ts": "no-observation.ts",
  "@flowright/engine": "engine.ts",
};

const RealDate = Date;

/**
 * Puts the world in the place of the platform: clock, timers, randomness, and the driver of the database. To be called
 * once, before the product is loaded. Outside of a world clock and timers are the real ones.
 */
export function takeOverPlatform(): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      const standIn = STAND_INS[specifier];
      const product = context.parentURL?.includes("/packages/runtime/") ?? false;
      if (standIn === undefined || !product) return next(specifier, context);
      return { url: new URL(`../stand-in/${standIn}`, import.meta.url).href, shortCircuit: true };
    },
  });
  // Errors are the daily bread of a world, and nobody reads where they came from.
  Error.stackTraceLimit = 0;
  const real = { setTimeout, clearTimeout, setImmediate, random: Math.random };
  const { any, timeout } = AbortSignal;
  const begin = (run: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]) => {
    const current = worldOrNone();
    if (current === null) return real.setTimeout(run, milliseconds, ...given);
    return later(() => run(...given), milliseconds);
  };
  Object.assign(globalThis, {
    setTimeout: begin,
    clearTimeout: (timer: { cancel?: () => void } | undefined) => {
      if (timer?.cancel) timer.cancel();
      else real.clearTimeout(timer as never);
    },
    setImmediate: (run: (...given: unknown[]) => void, ...given: unknown[]) =>
      worldOrNone() === null ? real.setImmediate(run, ...given) : later(() => run(...given), 0),
    Date: VirtualDate,
  });
  performance.now = () => worldOrNone()?.scheduler.now ?? realMilliseconds();
  Math.random = () => worldOrNone()?.random.next() ?? real.random();
  AbortSignal.timeout = (milliseconds) => {
    if (worldOrNone() === null) return timeout.call(AbortSignal, milliseconds);
    const controller = new AbortController();
    later(() => controller.abort(), milliseconds);
    return controller.signal;
  };
  // The platform keeps a signal made of others, with all that listens, until one of them aborts: after a world none does.
  AbortSignal.any = (signals) => {
    if (worldOrNone() === null) return any.call(AbortSignal, signals);
    const controller = new AbortController();
    for (const signal of signals) {
      if (signal.aborted) controller.abort(signal.reason);
      signal.addEventListener("abort", () => controller.abort(signal.reason), { once: true });
    }
    return controller.signal;
  };
}

/** A timer of whoever runs now. Long ones may be late, as they may be on a machine that has much to do. */
export function later(run: () => void, milliseconds: number) {
  const { scheduler, slowness, random } = world();
  const late = milliseconds >= 90 ? milliseconds * slowness * random.next() : 0;
  const planned = scheduler.after(milliseconds + late, scheduler.owner, run);
  const timer = { cancel: planned.cancel, unref: () => timer, ref: () => timer, hasRef: () => true };
  return timer;
}

class VirtualDate extends RealDate {
  constructor(...given: [] | [string | number | Date] | [number, number, ...number[]]) {
    if (given.length === 0) super(VirtualDate.now());
    else super(...(given as [string]));
  }

  static override now(): number {
    const current = worldOrNone();
    if (current === null) return RealDate.now();
    return Math.floor(EPOCH + current.scheduler.now + current.scheduler.owner.skew);
  }
}
