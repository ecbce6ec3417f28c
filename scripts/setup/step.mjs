import { say } from "./messages.mjs";

const HEARTBEAT_MS = 2_000;

/** A failure that has been explained in words; its message is all that is printed. */
export class Explained extends Error {}

/**
 * Runs one step of the set-up and talks about it: its name at once, a line at least every two seconds while it
 * runs, and the time it took.
 *
 * @template T
 * @param {string} name
 * @param {(report: (detail: string) => void) => Promise<T>} work `report` gives the next heartbeat something to say
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  let detail = "";
  console.log(`▸ ${name}`);
  const heartbeat = setInterval(
    () => console.log(`  … ${detail || say("still")}, ${seconds()}`),
    HEARTBEAT_MS,
  );
  try {
    const result = await work((text) => {
      detail = text;
    });
    console.log(`  ✓ ${say("done")}, ${seconds()}`);
    return result;
  } catch (error) {
    console.log(`  ✗ ${say("failed")}, ${seconds()}`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

/**
 * Runs a program of this folder to its end: an explained failure is printed as words, anything else as a bug.
 * @param {() => Promise<number>} main gives the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Explained ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
