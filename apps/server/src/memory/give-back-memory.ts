import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Milliseconds between two looks, usually. */
const LOOK = 1_500;
/** Below this share of its time a process does nothing but look after itself. */
const IDLE = 0.1;
/** Looks in a row that have to find it idle. */
const LOOKS = 2;
/** Bytes of heap beyond what was left the last time for which a collection is worth its pause. */
const WORTH = 16e6;
/** Bytes of heap in use above which the pause would be felt: a heap of 45 MB takes about 65 ms. */
const LARGEST = 200e6;
/** Milliseconds between two collections. */
const REST = 60_000;

type Collect = (options: { type: "major"; execution: "sync"; flavor: "last-resort" }) => void;

/**
 * Gives memory that a start or a busy hour has left in the heap back to the system, whenever the process is idle. V8
 * keeps the room for young objects (up to 67 MB) at its greatest size otherwise: it shrinks it only in a collection
 * that is to save memory, and browsers alone ask for those. Traffic is not slowed: nothing is collected while there
 * is some, and the room grows again with it.
 *
 * @param look milliseconds between two looks
 * @returns stops looking
 */
export function giveBackMemory(look = LOOK): () => void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as Collect;
  let before = performance.eventLoopUtilization();
  let idle = 0;
  let kept = 0;
  let rested = 0;
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    idle = utilization < IDLE ? idle + 1 : 0;
    if (idle < LOOKS || performance.now() < rested) return;
    const { heapTotal, heapUsed } = process.memoryUsage();
    if (heapTotal < kept + WORTH || heapUsed > LARGEST) return;
    collect({ type: "major", execution: "sync", flavor: "last-resort" });
    kept = process.memoryUsage().heapTotal;
    rested = performance.now() + REST;
    before = performance.eventLoopUtilization();
  }, look);
  timer.unref();
  return () => clearInterval(timer);
}
