import type { LoopPart, NodeProgram } from "../../program/program.ts";
import type { Turn } from "../turn.ts";

/** Whether a token does one instance of an activity that is done several times. */
export function isInstance(turn: Turn, token: number): boolean {
  return turn.draft.scopes[turn.draft.tokens[token]?.s ?? -1]?.i !== undefined;
}

/** How an activity is done several times, where the token stands for all of it; else undefined. */
export function loopOf(turn: Turn, token: number, { parts }: NodeProgram): LoopPart | undefined {
  return parts.loop === undefined || isInstance(turn, token) ? undefined : parts.loop;
}

/** Scopes of the instances that are under way below a token, oldest first. */
export function instancesOf(turn: Turn, token: number): number[] {
  const found: number[] = [];
  for (const id in turn.draft.scopes) {
    const scope = turn.draft.scopes[id];
    if (scope?.parent === token && scope.i !== undefined) found.push(Number(id));
  }
  return found;
}
