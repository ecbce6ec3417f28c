import { canonicalJson } from "../json/canonical-json.ts";
import { type FlowParts, isPlaceField, type Part } from "./flow-parts.ts";
import type { Meeting, Side } from "./meeting.ts";

/**
 * Whether a part that one side removed is gone from the merged flow: it is, unless the other side changed it or built on
 * it; then somebody has to choose, once for a container with all that is in it.
 */
export function removals({
  base,
  mine,
  theirs,
  meeting,
}: {
  readonly base: FlowParts;
  readonly mine: FlowParts;
  readonly theirs: FlowParts;
  readonly meeting: Meeting;
}): (what: "step" | "line", part: Part) => boolean {
  const was = { step: byId(base.steps), line: byId(base.lines) };
  const there = {
    mine: { step: byId(mine.steps), line: byId(mine.lines), touched: touchedBy(base, mine) },
    theirs: { step: byId(theirs.steps), line: byId(theirs.lines), touched: touchedBy(base, theirs) },
  };
  const kept = (what: "step" | "line", part: Part, by: Side): boolean => {
    const holder = holderOf(part, by);
    if (holder !== null) return kept("step", holder, by);
    const other = there[by === "mine" ? "theirs" : "mine"];
    const value = other[what].get(part.id);
    if (what === "step" ? !other.touched.has(part.id) : !changed(part, value)) return false;
    const keeper = by === "mine" ? "theirs" : "mine";
    const key = `${what} ${part.id} removed`;
    return meeting.meet({ key, what, id: part.id, removedBy: by, [keeper]: value }, keeper) === keeper;
  };
  /** A step that was removed with the part: its container, what it hung on, or an end of the line. */
  const holderOf = (part: Part, by: Side): Part | null => {
    for (const field of ["inside", "attachedTo", "source", "target"]) {
      const holder = was.step.get(String(part[field]));
      if (holder !== undefined && !there[by].step.has(holder.id)) return holder;
    }
    return null;
  };
  return (what, part) => !kept(what, part, there.mine[what].has(part.id) ? "theirs" : "mine");
}

function byId(parts: readonly Part[]): Map<string, Part> {
  return new Map(parts.map((part) => [part.id, part]));
}

/** True where more than the place differs. */
function changed(before: Part, after: Part | undefined): boolean {
  if (after === undefined) return false;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].some(
    (field) => !isPlaceField(field) && canonicalJson(before[field]) !== canonicalJson(after[field]),
  );
}

/** A drawing that holds itself must not keep this going for ever. */
const MOST_DEEP = 1_000;

/** Ids of the steps that a side changed or built on: with its new lines, with what it put into them or hung on them. */
function touchedBy(base: FlowParts, side: FlowParts): ReadonlySet<string> {
  const steps = byId(base.steps);
  const lines = byId(base.lines);
  const touched = new Set<string>();
  for (const step of side.steps) {
    const old = steps.get(step.id);
    if (old !== undefined && !changed(old, step)) continue;
    for (const id of [step.id, step["inside"], step["attachedTo"]])
      if (id !== undefined) touched.add(String(id));
  }
  for (const line of side.lines) {
    const old = lines.get(line.id);
    if (old !== undefined && !changed(old, line)) continue;
    for (const id of [line["source"], line["target"], line["inside"]])
      if (id !== undefined) touched.add(String(id));
  }
  // What is inside is part of what holds it, however deep.
  const own = byId(side.steps);
  for (const id of [...touched]) {
    let at = own.get(id);
    for (let depth = 0; at !== undefined && depth < MOST_DEEP; depth++) {
      touched.add(at.id);
      at = own.get(String(at["inside"]));
    }
  }
  return touched;
}
