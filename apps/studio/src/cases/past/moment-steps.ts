import type { EventTurn } from "@flowright/client";

/** A place on the slider: the turn that it stands for. */
export interface MomentStep {
  readonly seq: number;
  readonly at: string;
  /** What happened in the turn, in the words of the history, latest first; empty where only the engine cares. */
  readonly lines: readonly string[];
}

/** The turns that a person would stop at: those of which the history tells something, the first, and the last. */
export function momentSteps(
  turns: readonly EventTurn[],
  linesOf: (turn: EventTurn) => readonly string[],
): MomentStep[] {
  return turns
    .map((turn) => ({ seq: turn.seq, at: turn.at, lines: linesOf(turn) }))
    .filter(({ lines }, index) => lines.length > 0 || index === 0 || index === turns.length - 1);
}

/** The turns up to a moment. */
export function turnsUntil(turns: readonly EventTurn[], seq: number | null): readonly EventTurn[] {
  return seq === null ? turns : turns.filter((turn) => turn.seq <= seq);
}
