import type { EventTurn, Incident, TaskSummary } from "@flowright/client";

/** What the diagram shows at a step of one case. */
export interface StepOverlay {
  state: "done" | "current" | "future";
  overdue?: number;
  incidents?: number;
  note?: string;
}

interface WayTaken {
  readonly done: ReadonlySet<string>;
  readonly edges: readonly string[];
  /** Step → who finished it, and when. */
  readonly finished: ReadonlyMap<string, { by: string | null; at: string }>;
}

/** The way that a case took so far, from its history. */
export function wayTaken(turns: readonly EventTurn[]): WayTaken {
  const done = new Set<string>();
  const edges = new Set<string>();
  const finished = new Map<string, { by: string | null; at: string }>();
  for (const { at, actor, events } of turns) {
    for (const event of events) {
      if (event.kind === "edge.taken") edges.add(event.edge);
      if (event.kind !== "node.completed") continue;
      done.add(event.node);
      finished.set(event.node, { by: actor, at });
    }
  }
  return { done, edges: [...edges], finished };
}

interface Standing {
  readonly done: Iterable<string>;
  readonly active: readonly string[];
  readonly tasks?: readonly TaskSummary[];
  readonly incidents?: readonly Pick<Incident, "node" | "resolvedAt">[];
  /** Words under a finished step. */
  readonly note?: (node: string) => string | undefined;
  readonly now: number;
}

/** Overlays of the diagram: done, current with what is late or broken there; everything else is still to come. */
export function overlaysOf({ done, active, tasks = [], incidents = [], note, now }: Standing): {
  [node: string]: StepOverlay;
} {
  const overlays: { [node: string]: StepOverlay } = {};
  for (const node of done) {
    const words = note?.(node);
    overlays[node] = { state: "done", ...(words === undefined ? {} : { note: words }) };
  }
  for (const node of active) overlays[node] = { state: "current" };
  for (const { node, status, due } of tasks) {
    const overlay = overlays[node];
    if (overlay === undefined || status !== "open" || due === null || Date.parse(due) > now) continue;
    overlay.overdue = (overlay.overdue ?? 0) + 1;
  }
  for (const { node, resolvedAt } of incidents) {
    if (resolvedAt !== null) continue;
    const overlay = overlays[node] ?? { state: "current" };
    overlay.incidents = (overlay.incidents ?? 0) + 1;
    overlays[node] = overlay;
  }
  return overlays;
}
