import type { Random } from "./random.ts";

/** How often what goes wrong; drawn anew for each world, so that each kind also comes alone. */
export interface Faults {
  /** Chance per statement that its connection is lost before it. */
  lostLink: number;
  /** Chance per commit that the connection is lost before it; half of these take place later all the same. */
  beforeCommit: number;
  /** Milliseconds after which such a commit takes place at the latest. */
  lateCommit: number;
  /** Chance per commit that it takes place and nobody hears of it. */
  afterCommit: number;
  /** Chance per packet to take two hundred times as long. */
  slowPacket: number;
  /** Chance after each statement that those of others come first. */
  interleaving: number;
  /** Mean virtual milliseconds between two misfortunes of a whole process or of the server; infinite: none. */
  readonly misfortune: number;
  /** Chance per request of a client that its answer does not arrive. */
  lostAnswer: number;
  /** Chance per request of a client that it is sent twice at the same time. */
  twice: number;
}

export function drawFaults(random: Random): Faults {
  const rate = (chance: number, most: number) => (random.happens(chance) ? random.between(0, most) : 0);
  return {
    lostLink: rate(0.3, 0.01),
    beforeCommit: rate(0.4, 0.05),
    lateCommit: random.pick([5, 300, 4_000]),
    afterCommit: rate(0.4, 0.05),
    slowPacket: rate(0.3, 0.03),
    interleaving: random.pick([0, 0.2, 0.5]),
    misfortune: random.happens(0.5) ? random.between(500, 6_000) : Number.POSITIVE_INFINITY,
    lostAnswer: rate(0.4, 0.2),
    twice: rate(0.4, 0.3),
  };
}

/** Nothing goes wrong any more. */
export function endFaults(faults: Faults): void {
  faults.lostLink = 0;
  faults.beforeCommit = 0;
  faults.afterCommit = 0;
  faults.slowPacket = 0;
  faults.lostAnswer = 0;
  faults.twice = 0;
}
