import type { Problem, WorkflowDefinition } from "@flowright/definition";
import { compile, type Program } from "@flowright/engine";
import { compileExpression, type Expression } from "@flowright/expressions";
import type { Flow } from "../../alone/world.ts";
import { CHOICES, overlay } from "./overlay.ts";
import type { Steering } from "./steering.ts";

export type SteeredFlow =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Compiles a flow as it is run. Its conditions ask the steering first: a choice that was told what to take, then an
 * answer of the stubs, then what is drawn. `start` is the start event, of those without a trigger, to begin at.
 */
export function steeredFlow(
  definition: WorkflowDefinition,
  steering: Steering,
  start: string | null = null,
): SteeredFlow {
  const whole = overlay(definition, steering);
  const first = start === null ? undefined : whole.nodes.find(({ id }) => id === start);
  const nodes = first === undefined ? whole.nodes : [first, ...whole.nodes.filter((node) => node !== first)];
  const compiled = compile({ ...whole, nodes });
  if (!compiled.ok) return { ok: false, problems: compiled.problems };
  lead(compiled.program, steering);
  return { ok: true, flow: { definition, program: compiled.program } };
}

type Changing<T> = { -readonly [K in keyof T]: T[K] };

/** The program was made for this run alone, so its conditions may be exchanged. */
function lead(program: Program, steering: Steering): void {
  for (const node of program.nodes.values()) {
    if (CHOICES.has(node.kind))
      for (const edge of node.outgoing) {
        if (edge.edge.default) continue;
        const one = edge as Changing<typeof edge>;
        one.condition = led(edge.condition, () => {
          const chosen = steering.chosen.get(node.id);
          return chosen === undefined ? steering.condition(edge.id) : chosen.includes(edge.id);
        });
      }
    const parts = node.parts as Changing<typeof node.parts>;
    const asked = () => (steering.forced.delete(node.id) ? true : steering.condition(node.id));
    if (parts.condition !== undefined) parts.condition = led(parts.condition, asked);
    if (parts.completion !== undefined) parts.completion = led(parts.completion, asked);
    const { loop } = parts;
    if (loop?.type === "standard") parts.loop = { ...loop, condition: led(loop.condition, asked) };
    else if (loop !== undefined && loop.completion !== null)
      parts.loop = { ...loop, completion: led(loop.completion, asked) };
  }
}

function led(drawn: Expression | null, answer: () => boolean | string | undefined): Expression {
  const { source = "true", reads = [] } = drawn ?? {};
  return {
    source,
    reads,
    evaluate: (variables, context) => {
      const given = answer();
      if (typeof given === "boolean") return { ok: true, value: given };
      if (given === undefined || given === source)
        return drawn === null ? { ok: true, value: true } : drawn.evaluate(variables, context);
      const compiled = compileExpression(given);
      return compiled.ok ? compiled.expression.evaluate(variables, context) : compiled;
    },
  };
}
