import { isActivity, textOf } from "@flowright/definition";
import type { Command } from "../../contract/command.ts";
import { refusal } from "../../problem/render.ts";
import { programWith } from "../../program/added-steps.ts";
import { planStepsIn } from "../../program/container-steps.ts";
import type { NodeProgram, Program } from "../../program/program.ts";
import { applyEvent } from "../../state/apply-event.ts";
import { openContainer } from "../../turn/casework/container-of.ts";
import { beginStep, isAhead, wait } from "../../turn/casework/plan.ts";
import { emit, nodeOf, type Turn, tokensIn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

type Add = Extract<Command, { kind: "plan.add" }>;

/** One more step of a plan, for this case alone; in each opening of the plan that is under way. */
export function addToPlan(turn: Turn, command: Add): Refused {
  const { scope, node, after, before, by } = command;
  const plan = openContainer(turn, scope, "plan");
  if (plan === null) return refusal("plan.not-open");
  if (!isActivity(node)) return refusal("plan.no-step", { id: String(node.id) });
  const scopes = openingsOf(turn, plan);
  const refused = stepsRefused(turn, plan, scopes, command);
  if (refused !== null) return refused;
  const { tokens: limit } = turn.limits;
  if (turn.alive + scopes.length > limit) return refusal("limit.tokens", { limit });

  const event = {
    kind: "step.added",
    v: 1,
    node: plan.id,
    scope,
    token: null,
    step: node,
    after,
    before,
    by,
  } as const;
  const draft = { ...turn.draft };
  applyEvent(draft, event);
  const program = programWith(turn.program, draft.added ?? {});
  if (!program.ok) return program.problems[0] ?? null;
  emit(turn, event);
  goOnWith(turn, program.program, scopes, command);
  return null;
}

/** Steps that are named and are none of the plan, or have begun although they should wait. */
function stepsRefused(
  turn: Turn,
  { child }: NodeProgram,
  scopes: readonly number[],
  { after, before }: Add,
): Refused {
  const steps = new Map(child === null ? [] : planStepsIn(child).map((step) => [step.id, step]));
  for (const step of [...after, ...before])
    if (!steps.has(step)) return refusal("plan.unknown-step", { step });
  for (const id of before) {
    if (scopes.every((scope) => tokenAhead(turn, scope, id) !== null)) continue;
    const { node } = nodeOf(turn, id);
    const names = { step: textOf(node.name, "en") || id, "step:zh-CN": textOf(node.name, "zh-CN") || id };
    return refusal("plan.step-begun", names, { node: id });
  }
  return null;
}

/** From here on the case has a program of its own. */
function goOnWith(turn: Turn, program: Program, scopes: readonly number[], { node, before }: Add): void {
  turn.program = program;
  for (const scope of scopes) {
    beginStep(turn, scope, nodeOf(turn, node.id));
    for (const id of before) {
      const token = tokenAhead(turn, scope, id);
      if (token !== null) wait(turn, token, nodeOf(turn, id));
    }
  }
}

function openingsOf(turn: Turn, plan: NodeProgram): number[] {
  return Object.keys(turn.draft.scopes)
    .map(Number)
    .filter((scope) => openContainer(turn, scope, "plan") === plan);
}

function tokenAhead(turn: Turn, scope: number, step: string): number | null {
  for (const token of tokensIn(turn, scope))
    if (turn.draft.tokens[token]?.n === step && isAhead(turn, token)) return token;
  return null;
}
