import { canonicalJson } from "../json/canonical-json.ts";
import type { Part } from "./flow-parts.ts";

/** Which step before is which afterwards: by id, else by kind and name where just one on either side has them. */
export function matchSteps(before: readonly Part[], after: readonly Part[]): Map<string, string> {
  return matched(before, after, ({ kind, name }) =>
    name === undefined || name === "" ? null : `${String(kind)} ${canonicalJson(name)}`,
  );
}

/** The same for lines: by id, else by the steps they join and the outcome they are for. */
export function matchLines(before: readonly Part[], after: readonly Part[]): Map<string, string> {
  return matched(before, after, ({ source, target, outcome }) => canonicalJson([source, target, outcome]));
}

/** A part before with the ids that the steps it refers to have afterwards. */
export function withIds(part: Part, steps: ReadonlyMap<string, string>): Part {
  const changed: Record<string, unknown> = {};
  for (const field of ["source", "target", "attachedTo", "inside"]) {
    const now = steps.get(String(part[field]));
    if (now !== undefined && now !== part[field]) changed[field] = now;
  }
  return Object.keys(changed).length === 0 ? part : { ...part, ...changed };
}

function matched(
  before: readonly Part[],
  after: readonly Part[],
  keyOf: (part: Part) => string | null,
): Map<string, string> {
  const there = new Map(after.map((part) => [part.id, part]));
  const ids = new Map(
    before.filter(({ id, kind }) => there.get(id)?.kind === kind && there.has(id)).map(({ id }) => [id, id]),
  );
  const taken = new Set(ids.values());
  const single = (parts: readonly Part[]) =>
    new Map(
      [...Map.groupBy(parts, keyOf)].flatMap(([key, [part, ...more]]) =>
        key === null || part === undefined || more.length > 0 ? [] : [[key, part.id] as const],
      ),
    );
  const gone = single(before.filter(({ id }) => !ids.has(id)));
  const come = single(after.filter(({ id }) => !taken.has(id)));
  for (const [key, id] of gone) {
    const now = come.get(key);
    if (now !== undefined) {
      ids.set(id, now);
      taken.add(now);
    }
  }
  // A step that became one of another kind under its id is still that step.
  for (const { id } of before) if (!ids.has(id) && there.has(id) && !taken.has(id)) ids.set(id, id);
  return ids;
}
