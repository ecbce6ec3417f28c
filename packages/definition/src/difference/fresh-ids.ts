import { canonicalJson } from "../json/canonical-json.ts";
import type { FlowParts, Part } from "./flow-parts.ts";

/** Fields of steps and lines that name another step. */
const REFERRING = ["id", "source", "target", "attachedTo", "inside"] as const;

/**
 * My parts with new ids where the other side added something else under the same one: ids count up, so two people who
 * add a step each give both the same.
 */
export function freshIds(base: FlowParts, mine: FlowParts, theirs: FlowParts): FlowParts {
  const all = (flow: FlowParts) => [...flow.steps, ...flow.lines];
  const old = new Set(all(base).map(({ id }) => id));
  const their = new Map(all(theirs).map((part) => [part.id, part]));
  const used = new Set([...old, ...their.keys(), ...all(mine).map(({ id }) => id)]);
  const renamed = new Map<string, string>();
  for (const part of all(mine)) {
    const other = their.get(part.id);
    if (old.has(part.id) || other === undefined || canonicalJson(part) === canonicalJson(other)) continue;
    renamed.set(part.id, nextId(part.id, used));
  }
  if (renamed.size === 0) return mine;
  return {
    head: withDrawing(mine.head, renamed),
    steps: mine.steps.map((step) => withUndone(referring(step, renamed), renamed)),
    lines: mine.lines.map((line) => referring(line, renamed)),
  };
}

/** `userTask_3` becomes `userTask_4`, or the next that is free. */
function nextId(id: string, used: Set<string>): string {
  const [, stem = id, number] = /^(.*?)_?(\d+)$/.exec(id) ?? [];
  for (let next = Number(number ?? 1) + 1; ; next++) {
    const candidate = `${stem}_${next}`;
    if (used.has(candidate)) continue;
    used.add(candidate);
    return candidate;
  }
}

function referring(part: Part, renamed: ReadonlyMap<string, string>): Part {
  const changed = REFERRING.flatMap((field) => {
    const now = renamed.get(String(part[field]));
    return now === undefined ? [] : [[field, now] as const];
  });
  return changed.length === 0 ? part : { ...part, ...Object.fromEntries(changed) };
}

/** An event that undoes a step names it. */
function withUndone(step: Part, renamed: ReadonlyMap<string, string>): Part {
  for (const field of ["event", "result"]) {
    const told = step[field] as { readonly activity?: string } | undefined;
    const now = renamed.get(told?.activity ?? "");
    if (now !== undefined) return { ...step, [field]: { ...told, activity: now } };
  }
  return step;
}

/** Notes, groups, lanes and ways name steps and lines. */
function withDrawing(head: Part, renamed: ReadonlyMap<string, string>): Part {
  const fields = Object.entries(head).map(([field, value]): [string, unknown] => {
    if (!field.startsWith("drawing.")) return [field, value];
    const [, stem = field, id = ""] = /^(drawing\.places\.(?:lines|shapes)\.)(.+)$/.exec(field) ?? [];
    return [renamed.has(id) ? `${stem}${renamed.get(id)}` : field, deep(value, renamed)];
  });
  return { ...Object.fromEntries(fields), id: head.id };
}

const NAMING = new Set(["about", "nodes", "in", "edge", "node"]);

function deep(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const now = (id: unknown) => (typeof id === "string" ? (renamed.get(id) ?? id) : id);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      !NAMING.has(key) ? one : Array.isArray(one) ? one.map(now) : now(one),
    ]),
  );
}
