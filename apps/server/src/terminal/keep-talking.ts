import { say } from "./say.ts";

const SILENCE_MS = 1_900;

export interface KeepTalking {
  /** Prints a line of the step under way. */
  print(line: string): void;
  stop(): void;
}

/** Nobody should wonder whether anything still happens: after two silent seconds it says so itself. */
export function keepTalking(): KeepTalking {
  const began = performance.now();
  const write = (line: string) => console.log(`  ${line}`);
  const timer = setInterval(() => {
    write(say("start.still", { seconds: Math.round((performance.now() - began) / 1000) }));
  }, SILENCE_MS);
  timer.unref();
  return {
    print: (line) => {
      write(line);
      timer.refresh();
    },
    stop: () => clearInterval(timer),
  };
}
