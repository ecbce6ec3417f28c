/**
 * Resolves at the first Ctrl-C, or when the process is asked to end. A second Ctrl-C ends it at once: everything
 * acknowledged is in the database, and the next start recovers.
 */
export function untilStopped(onStop: () => void): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        onStop();
        resolve();
      });
    }
  });
}
