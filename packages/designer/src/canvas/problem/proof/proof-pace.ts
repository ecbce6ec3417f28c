/** A pause in the editing after which the flow is played through. */
const AFTER_MILLISECONDS = 500;
/** A proof that took longer than this makes the next one wait for a longer pause, and look at fewer states. */
const BUDGET_MILLISECONDS = 60;
const MOST_STATES = 8_000;
const FEWEST_STATES = 500;

/** How long the next proof waits for a pause (milliseconds), and how much it looks at. */
export interface ProofPace {
  readonly pause: number;
  readonly states: number;
}

export const FIRST_PACE: ProofPace = { pause: AFTER_MILLISECONDS, states: MOST_STATES };

/** Less often and less deep where proofs are slow, back again where they are quick. */
export function nextPace(pace: ProofPace, took: number): ProofPace {
  if (took <= BUDGET_MILLISECONDS) {
    return { pause: AFTER_MILLISECONDS, states: Math.min(MOST_STATES, pace.states * 2) };
  }
  const over = took / BUDGET_MILLISECONDS;
  return {
    pause: Math.min(5_000, Math.round(AFTER_MILLISECONDS * over)),
    states: Math.max(FEWEST_STATES, Math.round(pace.states / Math.min(over, 4))),
  };
}
