import { initialTransition, transition } from "xstate";
import type {
  EdgeProgram,
  HoldsEdge,
  MachineMove,
  Movement,
  NodeProgram,
  ScopeMachine,
} from "../program/program.ts";
import {
  createScopeMachine,
  type MachineAction,
  type MachineEvent,
  stateNameOf,
} from "./create-scope-machine.ts";

/**
 * What a machine answers to one event, by the guards that it asks on the way: a test with an answer below
 * each side, or the movement. Every movement in it was made by XState's own `transition()`.
 */
type Answer =
  | { readonly movement: Movement }
  | { readonly edge: number; yes: Answer | undefined; no: Answer | undefined };

/** Beyond this many answers to one event, further ones are asked from the machine again each time. */
const MOST_ANSWERS = 256;

const CIRCLE = /^Infinite loop detected/;

/**
 * Makes the machine of a scope. What it said is kept in a table, so that each event is asked once per node and set
 * of conditions; the table fills as it is used, since most instances see few of a drawing's nodes.
 */
export function scopeMachine(nodes: readonly NodeProgram[], edges: readonly EdgeProgram[]): ScopeMachine {
  const machine = createScopeMachine(nodes);
  type Snapshot = Parameters<typeof transition<typeof machine>>[1];
  const byState = new Map(nodes.map((node) => [stateNameOf(node), node]));
  const never: HoldsEdge = () => false;
  const [nowhere] = initialTransition(machine);
  const standing: (Snapshot | undefined)[] = nodes.map(() => undefined);
  const answers = nodes.map(() => new Map<string, { first: Answer | undefined; count: number }>());

  /** The machine's state at a node, resolved once. */
  function standingAt(node: NodeProgram): Snapshot {
    const known = standing[node.index];
    if (known !== undefined) return known;
    const [snapshot] = transition(machine, nowhere, { type: `stand.${node.id}`, holds: never });
    standing[node.index] = snapshot;
    return snapshot;
  }

  function ask(node: NodeProgram, event: MachineEvent): Movement | null {
    try {
      const [next, actions] = transition(machine, standingAt(node), event);
      const at = byState.get(String(next.value)) ?? node;
      const moves = actions.map((action) => moveOf(action as unknown as MachineAction, nodes, edges));
      return moves.some(isOwnCircle) ? null : { at, moves };
    } catch (error) {
      if (error instanceof Error && CIRCLE.test(error.message)) return null;
      throw error;
    }
  }

  /** Answers from what is known as far as it goes, then from the machine, and keeps what is new. */
  function move(node: NodeProgram, event: string, holds: HoldsEdge): Movement | null {
    const table = answers[node.index] as Map<string, { first: Answer | undefined; count: number }>;
    let kept = table.get(event);
    const asked: { edge: number; held: boolean }[] = [];
    let answer = kept?.first;
    while (answer !== undefined) {
      if ("movement" in answer) return answer.movement;
      const held = holds(answer.edge);
      asked.push({ edge: answer.edge, held });
      answer = held ? answer.yes : answer.no;
    }
    const known = new Map(asked.map(({ edge, held }) => [edge, held]));
    const movement = ask(node, {
      type: event,
      holds: (edge) => {
        const before = known.get(edge);
        if (before !== undefined) return before;
        const held = holds(edge);
        known.set(edge, held);
        asked.push({ edge, held });
        return held;
      },
    });
    if (movement === null) return null;
    if (kept === undefined) {
      kept = { first: undefined, count: 0 };
      table.set(event, kept);
    }
    if (kept.count < MOST_ANSWERS) {
      kept.count++;
      kept.first = grown(kept.first, asked, 0, movement);
    }
    return movement;
  }

  return { move };
}

function grown(
  answer: Answer | undefined,
  asked: readonly { edge: number; held: boolean }[],
  from: number,
  movement: Movement,
): Answer {
  const question = asked[from];
  if (question === undefined) return { movement };
  const test =
    answer !== undefined && "edge" in answer
      ? answer
      : { edge: question.edge, yes: undefined, no: undefined };
  if (question.held) test.yes = grown(test.yes, asked, from + 1, movement);
  else test.no = grown(test.no, asked, from + 1, movement);
  return test;
}

/** XState goes round once where a choice leads to itself, since its state is the same then, and finds no loop. */
function isOwnCircle(move: MachineMove): boolean {
  return (
    move.kind === "take" && move.edge.source.kind === "exclusive" && move.edge.source === move.edge.target
  );
}

function moveOf(
  { type, params }: MachineAction,
  nodes: readonly NodeProgram[],
  edges: readonly EdgeProgram[],
): MachineMove {
  const chosen = (params.edges ?? []).map((index) => edges[index] as EdgeProgram);
  if (type === "take") return { kind: "take", edge: chosen[0] as EdgeProgram };
  if (type === "fork") return { kind: "fork", edges: chosen };
  return { kind: type, node: nodes[params.node ?? 0] as NodeProgram };
}
