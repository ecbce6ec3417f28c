import type { DatabaseServer } from "./database-server.ts";
import type { ServerNode } from "./node.ts";
import type { Random } from "./random.ts";
import type { Scheduler } from "./scheduler.ts";

/** Lets whole processes, the network and the database fail now and then, until the faults are over. */
export function causeMisfortune(parts: {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly server: DatabaseServer;
  readonly nodes: readonly ServerNode[];
  /** Virtual milliseconds between two misfortunes. */
  readonly mean: number;
  over(): boolean;
}): void {
  const { scheduler, random, server, nodes, mean, over } = parts;
  if (mean === Number.POSITIVE_INFINITY) return;
  const next = () => scheduler.after(random.between(0, 2 * mean), server.owner, strike);
  const strike = () => {
    if (over()) return;
    const node = random.pick(nodes);
    switch (random.whole(8)) {
      case 0:
      case 1:
        node.die();
        scheduler.after(random.pick([100, 1_000, 12_000]) * random.next(), server.owner, () => {
          if (!node.alive) node.start();
        });
        break;
      case 2:
      case 3:
        node.pause(random.pick([200, 3_000, 30_000]) * random.next());
        break;
      case 4: {
        const length = random.pick([500, 12_000]) * random.next();
        server.note(node.name, `does not reach the database for ${length.toFixed(0)} ms`);
        server.cutOff(node.process, length);
        break;
      }
      case 5:
        void node.end().then(() => {
          if (node.alive) return;
          scheduler.after(random.pick([100, 3_000]) * random.next(), server.owner, () => node.start());
        });
        break;
      case 6:
        server.note("database", "ends one session");
        server.killOne();
        break;
      default: {
        const length = random.pick([50, 2_000]) * random.next();
        server.note("database", `restarts and is away for ${length.toFixed(0)} ms`);
        server.restart(length);
      }
    }
    next();
  };
  next();
}
