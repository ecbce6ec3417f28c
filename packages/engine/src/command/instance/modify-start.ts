import type { Problem } from "@flowright/definition";
import type { Command } from "../../contract/command.ts";
import { programOf } from "../../data/scope-data.ts";
import { refusal } from "../../problem/render.ts";
import type { NodeProgram } from "../../program/program.ts";
import { containerOf } from "../../turn/casework/container-of.ts";
import { type Turn, tokensIn } from "../../turn/turn.ts";

/** A node that begins by hand, and where. */
export interface Begin {
  readonly node: NodeProgram;
  readonly scope: number;
}

type Start = Extract<Command, { kind: "instance.modify" }>["start"];
type Begins =
  | { readonly ok: true; readonly begins: readonly Begin[] }
  | { readonly ok: false; readonly problem: Problem };

/** Where nodes begin, each in a scope that is open and stays so; or why one of them cannot. */
export function placesToBegin(turn: Turn, start: Start, gone: ReadonlySet<number>): Begins {
  const begins: Begin[] = [];
  for (const one of start) {
    const found = placeToBegin(turn, one, gone);
    if ("code" in found) return { ok: false, problem: found };
    begins.push(found);
  }
  return { ok: true, begins };
}

function placeToBegin(
  turn: Turn,
  { node: id, scope }: Start[number],
  gone: ReadonlySet<number>,
): Begin | Problem {
  const node = turn.program.nodes.get(id);
  if (node === undefined) return refusal("modify.node-unknown", { node: id });
  if (!canBegin(node)) return refusal("modify.not-by-hand", { node: id }, { node: id });
  if (scope !== undefined && !Object.hasOwn(turn.draft.scopes, scope))
    return refusal("modify.scope-unknown", { scope });
  const open = scopesOf(turn, node, gone);
  if (scope !== undefined && !open.includes(scope))
    return refusal("modify.scope-other", { node: id, scope }, { node: id });
  const [only, another] = scope === undefined ? open : [scope];
  if (only === undefined)
    return refusal("modify.scope-closed", { node: id, container: node.scope.container ?? "" }, { node: id });
  if (another !== undefined)
    return refusal("modify.scope-several", { node: id, scopes: open.join(", ") }, { node: id });
  if (containerOf(turn, only)?.kind === "plan" && stands(turn, only, id, gone))
    return refusal("modify.stands-already", { node: id }, { node: id });
  return { node, scope: only };
}

/** Event sub-processes begin by their events, and what undoes a step by undoing it. */
function canBegin({ node }: NodeProgram): boolean {
  if (node.kind === "boundary") return node.event.type !== "compensation";
  return node.kind !== "eventSubProcess";
}

/** Scopes in which a node is drawn and that are still open after what is cancelled. */
function scopesOf(turn: Turn, node: NodeProgram, gone: ReadonlySet<number>): number[] {
  const { scopes } = turn.draft;
  return Object.keys(scopes)
    .map(Number)
    .filter((id) => {
      const scope = scopes[id];
      if (scope === undefined || scope.again || scope.i !== undefined) return false;
      return programOf(turn, id) === node.scope && !gone.has(scope.parent ?? -1);
    });
}

function stands(turn: Turn, scope: number, node: string, gone: ReadonlySet<number>): boolean {
  return tokensIn(turn, scope).some((token) => !gone.has(token) && turn.draft.tokens[token]?.n === node);
}
