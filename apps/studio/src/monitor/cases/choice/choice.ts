import type { BatchChoice, InstanceSummary } from "@flowright/client";
import { type CaseSearch, caseQueryOf } from "../case-search.ts";

/** Cases that were chosen from the list: some of those that are shown, or all that the filters let through. */
export type Choice = { readonly all: false; readonly ids: ReadonlySet<string> } | { readonly all: true };

export const NONE_CHOSEN: Choice = { all: false, ids: new Set() };
export const ALL_CHOSEN: Choice = { all: true };

/** Whether a case of the list is chosen. */
export function isChosen(choice: Choice, id: string): boolean {
  return choice.all || choice.ids.has(id);
}

/** The choice after a case was ticked or unticked; of all of them, those shown stay. */
export function choose(
  choice: Choice,
  id: string,
  on: boolean,
  shown: readonly Pick<InstanceSummary, "id">[],
): Choice {
  const before = choice.all ? shown.map((one) => one.id) : [...choice.ids];
  const others = before.filter((one) => one !== id);
  return { all: false, ids: new Set(on ? [...others, id] : others) };
}

/** The same as the server is told. */
export function batchChoiceOf(choice: Choice, search: CaseSearch): BatchChoice {
  return choice.all ? { where: caseQueryOf(search) } : { instances: [...choice.ids] };
}

/** The flow that all chosen cases are of, as far as the list tells. */
export function flowOf(
  choice: Choice,
  search: CaseSearch,
  shown: readonly Pick<InstanceSummary, "id" | "definitionId">[],
): string | null {
  if (search.flow !== undefined) return search.flow;
  if (choice.all) return null;
  const [flow, another] = new Set(
    shown.flatMap(({ id, definitionId }) => (choice.ids.has(id) ? [definitionId] : [])),
  );
  return flow !== undefined && another === undefined ? flow : null;
}
