import {
  diffFlows,
  type FlowChange,
  hasErrors,
  type WorkflowDefinition,
  withoutMoves,
} from "@flowright/definition";
import { readFlows } from "../flows/flow-files.ts";
import { parseArguments } from "../terminal/parse-arguments.ts";
import { printProblem, problemStyle } from "../terminal/print-problems.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";
import { terminalLanguage } from "../terminal/terminal-language.ts";

/**
 * `flowright diff BEFORE AFTER [--moves] [--json]`: what differs in meaning between two versions of a flow; exit code 1
 * where something does. Steps that were only moved are told with `--moves`.
 */
export async function diff(args: readonly string[]): Promise<number> {
  const usage = "diff BEFORE AFTER [--moves] [--json]";
  const { values, positionals } = parseArguments({
    usage,
    args: [...args],
    allowPositionals: true,
    options: { moves: { type: "boolean" }, json: { type: "boolean" } },
  });
  const [first, second, ...more] = positionals;
  if (first === undefined || second === undefined || more.length > 0)
    throw new ProgramProblem("cli.argument", { argument: positionals.join(" "), usage });
  const before = await flowsAt(first);
  const after = await flowsAt(second);
  if (before === null || after === null) return 2;
  const all = changesOf(before, after);
  const changes = values.moves ? all : withoutMoves(all);
  if (values.json) console.log(JSON.stringify({ changes }));
  else for (const change of changes) console.log(lineOf(change));
  if (!values.json && changes.length === 0) console.log(say("diff.same"));
  return changes.length > 0 ? 1 : 0;
}

async function flowsAt(file: string): Promise<readonly WorkflowDefinition[] | null> {
  const { definitions, problems } = await readFlows(file);
  if (definitions.length > 0) return definitions;
  for (const one of problems) printProblem(file, one, problemStyle({}));
  return hasErrors(problems) ? null : definitions;
}

/** Two single flows are compared whatever their ids; of several those with the same id. */
function changesOf(
  before: readonly WorkflowDefinition[],
  after: readonly WorkflowDefinition[],
): FlowChange[] {
  const language = terminalLanguage();
  const [was, ...wereMore] = before;
  const [is, ...areMore] = after;
  if (was !== undefined && is !== undefined && wereMore.length === 0 && areMore.length === 0)
    return diffFlows({ ...was, id: is.id }, is, language).concat(renamed(was, is));
  return [
    ...before
      .filter(({ id }) => after.every((one) => one.id !== id))
      .map(({ id }): FlowChange => ({ change: "removed", what: "flow", id, name: id })),
    ...after.flatMap((one): FlowChange[] => {
      const old = before.find(({ id }) => id === one.id);
      if (old === undefined) return [{ change: "added", what: "flow", id: one.id, name: one.id }];
      return diffFlows(old, one, language);
    }),
  ];
}

function renamed(was: WorkflowDefinition, is: WorkflowDefinition): FlowChange[] {
  if (was.id === is.id) return [];
  const fields = [{ field: "id", before: was.id, after: is.id }];
  return [{ change: "changed", what: "flow", id: is.id, name: is.id, fields }];
}

const SIGNS = { added: "+", removed: "-", changed: "~", moved: ">" } as const;

function lineOf({ change, what, id, name, fields = [] }: FlowChange): string {
  const head = `${SIGNS[change]} ${say(`diff.${what}`)} ${id}${name === id ? "" : ` (${name})`}`;
  if (change !== "changed") return head;
  return [
    head,
    ...fields.map(({ field, before, after }) => `    ${field}: ${shown(before)} → ${shown(after)}`),
  ].join("\n");
}

function shown(value: unknown): string {
  const text = value === undefined ? "–" : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
