import { initialTransition, transition } from "xstate";
import type { EdgeProgram, NodeProgram } from "../program/program.ts";
import {
  createScopeMachine,
  type HoldsEdge,
  type MachineAction,
  type MachineEvent,
  stateNameOf,
} from "./create-scope-machine.ts";
import type { MachineMove, Movement } from "./machine-move.ts";

/** The machine of one scope, with what it says to the events that need no data kept in a table. */
export interface ScopeMachine {
  /** What `event` does to a token at `node`; null where the choices it comes through lead in a circle. */
  move(node: NodeProgram, event: string, holds: HoldsEdge): Movement | null;
}

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

export function scopeMachine(nodes: readonly NodeProgram[], edges: readonly EdgeProgram[]): ScopeMachine {
  const machine = createScopeMachine(nodes);
  type Snapshot = Parameters<typeof transition<typeof machine>>[1];
  const byState = new Map(nodes.map((node) => [stateNameOf(node), node]));
  const never: HoldsEdge = () => false;
  const [nowhere] = initialTransition(machine);
  const standing = nodes.map(
    (node) => transition(machine, nowhere, { type: `stand.${node.id}`, holds: never })[0],
  );
  const answers = nodes.map(() => new Map<string, { first: Answer | undefined; count: number }>());

  function ask(node: NodeProgram, event: MachineEvent): Movement | null {
    try {
      const from = standing[node.index] as Snapshot;
      const [next, actions] = transition(machine, from, event);
      const at = byState.get(String(next.value)) ?? node;
      return { at, moves: actions.map((action) => moveOf(action as unknown as MachineAction, nodes, edges)) };
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

  // What needs no data is asked once, now.
  for (const node of nodes) {
    for (const event of machine.states[stateNameOf(node)]?.events ?? []) tabulate(node, event as string);
  }
  return { move };

  function tabulate(node: NodeProgram, event: string): void {
    let guarded = false;
    const movement = ask(node, {
      type: event,
      holds: () => {
        guarded = true;
        return false;
      },
    });
    if (!guarded && movement) answers[node.index]?.set(event, { first: { movement }, count: 1 });
  }
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
