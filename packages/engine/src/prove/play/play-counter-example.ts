import type { WorkflowDefinition } from "@flowright/definition";
import { compile } from "../../program/compile.ts";
import type { ProofFinding } from "../proof.ts";
import { isNamedState } from "./named-state.ts";
import { playSlowly } from "./play-slowly.ts";
import type { Played } from "./played.ts";
import { Player } from "./player.ts";
import { steeredDefinition } from "./steered-definition.ts";

/**
 * Plays the moves of a finding in the engine itself, on a copy of the flow whose choices go the way that the moves say.
 * The copy has steps and lines of its own behind each choice, whose ids end in `.steer` and `.way`. What the engine does
 * within one turn has an order of its own; where that leads elsewhere than to the state that the finding names, the
 * moves are played on a copy that stops on its lines (`.stop`), so that tokens take turns as in the proof.
 */
export function playCounterExample(definition: WorkflowDefinition, finding: Readable): Played {
  const { moves } = finding;
  const compiled = compile(steeredDefinition(definition, moves));
  if (!compiled.ok) return { state: null, events: [], turns: [], reached: false };
  const player = new Player(definition, compiled.program);
  const turns = moves.map((move, index) => player.play(move, moves.slice(index + 1)));
  const last = player.release([]);
  const events = [...turns.flat(), ...last];
  const reached = isNamedState(finding, player.state, events);
  const played = { state: player.state, events, turns, reached };
  return reached ? played : (playSlowly(definition, finding) ?? played);
}

type Readable = Pick<ProofFinding, "code" | "nodes" | "moves" | "marking">;
