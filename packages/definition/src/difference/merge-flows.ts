import type { WorkflowDefinition } from "../generated/workflow.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import { isPlaceField, type Part, partsOf } from "./flow-parts.ts";
import { freshIds } from "./fresh-ids.ts";
import { joinParts } from "./join-parts.ts";
import type { Meeting, MergeConflict, Side } from "./meeting.ts";
import { mergedBranches } from "./merged-branches.ts";
import { removals } from "./removals.ts";

export interface MergeInput {
  /** What both began from. */
  readonly base: WorkflowDefinition;
  readonly mine: WorkflowDefinition;
  readonly theirs: WorkflowDefinition;
  /** By key of the conflict; without a choice mine counts, and what was only removed stays. */
  readonly choices?: ReadonlyMap<string, Side>;
}

export interface Merged {
  readonly definition: WorkflowDefinition;
  /** Empty where the two sides touch nowhere. */
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Puts the edits of two people together, field by field and matched by id: a three-way merge. What they added under the
 * same id is kept twice, mine under a new one.
 */
export function mergeFlows({ base, mine: given, theirs, choices = new Map() }: MergeInput): Merged {
  const conflicts = new Map<string, MergeConflict>();
  const meeting: Meeting = {
    meet(conflict, otherwise) {
      const chosen = conflicts.get(conflict.key)?.chosen ?? choices.get(conflict.key) ?? otherwise;
      conflicts.set(conflict.key, { ...conflict, chosen });
      return chosen;
    },
  };
  const old = partsOf(base);
  const their = partsOf(theirs);
  const mine = freshIds(old, partsOf(given), their);
  const gone = removals({ base: old, mine, theirs: their, meeting });
  const head = mergedPart("flow", old.head, mine.head, their.head, meeting);
  const steps = mergedList("step", old.steps, mine.steps, their.steps, gone, meeting);
  const lines = mergedList("line", old.lines, mine.lines, their.lines, gone, meeting);
  const definition = joinParts({
    head,
    steps: rooted(steps, mine.steps, meeting),
    lines: mergedBranches({ base: old.lines, mine: mine.lines, theirs: their.lines, merged: lines, meeting }),
  });
  return { definition, conflicts: [...conflicts.values()] };
}

function mergedList(
  what: "step" | "line",
  base: readonly Part[],
  mine: readonly Part[],
  theirs: readonly Part[],
  gone: (what: "step" | "line", part: Part) => boolean,
  meeting: Meeting,
): Part[] {
  const was = new Map(base.map((part) => [part.id, part]));
  const their = new Map(theirs.map((part) => [part.id, part]));
  const own = new Map(mine.map((part) => [part.id, part]));
  return withOthers(mine, theirs).flatMap((id) => {
    const [old, one, other] = [was.get(id), own.get(id), their.get(id)];
    if (one !== undefined && other !== undefined)
      return [mergedPart(what, old ?? { id }, one, other, meeting)];
    const left = one ?? other;
    if (left === undefined || (old !== undefined && gone(what, old))) return [];
    return [left];
  });
}

/** Ids in my order; what only the other side has comes behind what it follows there. */
function withOthers(mine: readonly Part[], theirs: readonly Part[]): string[] {
  const ids = mine.map(({ id }) => id);
  const known = new Set(ids);
  theirs.forEach(({ id }, index) => {
    if (known.has(id)) return;
    const before = theirs.slice(0, index).findLast((part) => known.has(part.id));
    ids.splice(before === undefined ? 0 : ids.indexOf(before.id) + 1, 0, id);
    known.add(id);
  });
  return ids;
}

function mergedPart(
  what: MergeConflict["what"],
  base: Part,
  mine: Part,
  theirs: Part,
  meeting: Meeting,
): Part {
  const merged: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, one, other] = [base[field], mine[field], theirs[field]];
    const chosen = same(one, other) || same(other, was) ? "mine" : same(one, was) ? "theirs" : null;
    const side =
      chosen ??
      (isPlaceField(field)
        ? "mine"
        : meeting.meet(
            { key: `${what} ${mine.id} ${field}`, what, id: mine.id, field, mine: one, theirs: other },
            "mine",
          ));
    const value = side === "mine" ? one : other;
    if (value !== undefined) merged[field] = value;
  }
  return { ...merged, id: mine.id };
}

/** Where each side moved one container into the other's, nothing would hold them: there my place counts. */
function rooted(steps: readonly Part[], mine: readonly Part[], meeting: Meeting): Part[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const own = new Map(mine.map((step) => [step.id, step]));
  const circles = (step: Part): boolean => {
    const seen = new Set<string>();
    for (let at: Part | undefined = step; at !== undefined; at = byId.get(String(at["inside"]))) {
      if (seen.has(at.id)) return true;
      seen.add(at.id);
    }
    return false;
  };
  return steps.map((step) => {
    if (!circles(step)) return step;
    const { inside, ...free } = step;
    const place = own.get(step.id)?.["inside"];
    const key = `step ${step.id} inside`;
    meeting.meet({ key, what: "step", id: step.id, field: "inside", mine: place, theirs: inside }, "mine");
    const settled = { ...free, ...(place === undefined ? {} : { inside: place }) };
    byId.set(step.id, settled);
    return circles(settled) ? free : settled;
  });
}

function same(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other);
}
