import { hasErrors, type Problem, validateDefinition, type WorkflowDefinition } from "@flowright/definition";
import { compile, eachOnce, type Program, prove } from "@flowright/engine";
import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";

export interface CheckedDefinition {
  /** The definition if its shape holds. */
  readonly definition: WorkflowDefinition | null;
  /** Ready to step, if it compiles. */
  readonly program: Program | null;
  /** Of the drawing, and of the proof that it comes to an end in every case. */
  readonly problems: readonly Problem[];
  /** What keeps it from being compiled; a reason does not help here. */
  readonly uncompilable: readonly Problem[];
}

/** Everything that can be said about a definition before it runs: schema, lint, compilation, proof. */
export function checkDefinition(value: unknown, holders: Holders): CheckedDefinition {
  const { definition, problems } = validateDefinition(value);
  if (definition === null) return { definition, program: null, problems, uncompilable: [] };
  const compiled = compile(definition);
  if (!compiled.ok) {
    // Lint says the same in better words.
    const uncompilable = hasErrors(problems) ? [] : compiled.problems;
    return {
      definition,
      program: null,
      problems: [...problems, ...uncompilable],
      uncompilable: compiled.problems,
    };
  }
  const { findings } = prove(definition, { roles: holders });
  const told = eachOnce(problems, findings).map(asProblem);
  return { definition, program: compiled.program, problems: told, uncompilable: [] };
}

/** What a reader of the API gets; the way there is worked out anew wherever it is played. */
function asProblem(told: ReturnType<typeof eachOnce>[number]): Problem {
  if (!("moves" in told)) return told;
  const { nodes: _, moves: __, marking: ___, repair: ____, ...problem } = told;
  return problem;
}

/** How many active people hold each role. */
export type Holders = { readonly [role: string]: number };

/** Counts the holders of every role of the workspace. */
export async function roleHolders(trx: Transaction<Tables>, tenant: string): Promise<Holders> {
  const { rows } = await sql<{ role: string; people: number }>`
    select role, count(*)::int as people from member, unnest(roles) as role
     where tenant_id = ${tenant} and active group by role`.execute(trx);
  return Object.fromEntries(rows.map(({ role, people }) => [role, people]));
}
