import type { BilingualText, DecisionTable, Problem, WorkflowDefinition } from "@flowright/definition";
import { compile, type EngineEvent, type InstanceStatus, statusOf } from "@flowright/engine";
import {
  type Act,
  type PathCoverage,
  pathCoverage,
  type Scene,
  Stage,
  type StagedCase,
} from "@flowright/scenarios/stage";
import type { MadeUpPeople } from "./made-up-people.ts";
import { type PlayWait, waitsIn } from "./waits.ts";

/** What one act has led to. Nothing of it changes any more. */
export interface Moment {
  /** Its place among the moments of the session. */
  readonly id: number;
  /** The moment before; null for a start. */
  readonly parent: number | null;
  readonly act: Act;
  readonly scene: Scene;
  readonly cases: readonly StagedCase[];
  readonly waits: readonly PlayWait[];
  /** What happened in this act. */
  readonly events: readonly EngineEvent[];
  /** Ids of steps and lines that something went through on the way here. */
  readonly done: ReadonlySet<string>;
}

/**
 * A flow being played: the very engine that runs it later, with a clock that moves only when asked. Moments form a
 * tree: whoever goes back and does something else begins another way, and the first one is kept.
 */
export interface Session {
  readonly definition: WorkflowDefinition;
  readonly people: MadeUpPeople;
  /** ISO instant at which the clock stood in the beginning. */
  readonly begins: string;
  readonly stage: Stage;
  readonly moments: readonly Moment[];
  /** The moment looked at; null: before the start. */
  readonly current: number | null;
  /** The end of the way that is followed forwards from there. */
  readonly tip: number | null;
}

export type OpenedSession =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A session before its start, or what keeps the flow from running. */
export function openSession(
  definition: WorkflowDefinition,
  people: MadeUpPeople,
  begins: string,
  decisions: { readonly [id: string]: DecisionTable } = {},
): OpenedSession {
  const compiled = compile(definition);
  if (!compiled.ok) return compiled;
  const stage = new Stage({ definitions: [definition], decisions }, people, begins);
  return {
    ok: true,
    session: { definition, people, begins, stage, moments: [], current: null, tip: null },
  };
}

export type Played =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly text: BilingualText };

/** Goes on from the current moment; where something came after it, on a way of its own. */
export function played(session: Session, act: Act): Played {
  const before = currentOf(session);
  const performed = session.stage.perform(before?.scene ?? null, act);
  if (!performed.ok) return performed;
  const { scene, events } = performed;
  const cases = session.stage.cases(scene);
  const done = new Set(before?.done);
  for (const event of events) {
    if (event.kind === "edge.taken") done.add(event.edge);
    if (event.kind === "node.completed") done.add(event.node);
  }
  const id = session.moments.length;
  const parent = before?.id ?? null;
  const moment: Moment = { id, parent, act, scene, cases, waits: waitsIn(cases), events, done };
  return { ok: true, session: { ...session, moments: [...session.moments, moment], current: id, tip: id } };
}

export function currentOf({ moments, current }: Session): Moment | null {
  return current === null ? null : (moments[current] ?? null);
}

/** The moments from the start to the end of the way that is followed, the ones ahead included. */
export function wayOf(session: Session): readonly Moment[] {
  return wayTo(session, session.tip);
}

/** The moments from the start to one of them. */
export function wayTo({ moments }: Session, id: number | null): readonly Moment[] {
  const way: Moment[] = [];
  for (let at = id; at !== null; ) {
    const moment = moments[at];
    if (!moment) break;
    way.unshift(moment);
    at = moment.parent;
  }
  return way;
}

/** The ends of all ways that were played, the first one first. */
export function tipsOf({ moments }: Session): readonly number[] {
  const parents = new Set(moments.map(({ parent }) => parent));
  return moments.flatMap(({ id }) => (parents.has(id) ? [] : [id]));
}

/** Looks at another place of the way: 0 is before the start. Places beyond its ends mean the ends. */
export function wentTo(session: Session, place: number): Session {
  const way = wayOf(session);
  const at = Math.max(0, Math.min(way.length, place));
  return { ...session, current: at === 0 ? null : (way[at - 1]?.id ?? null) };
}

/** How many acts lie behind the current moment. */
export function placeOf(session: Session): number {
  return wayTo(session, session.current).length;
}

/** Follows another way, to its end. */
export function onWay(session: Session, tip: number): Session {
  return session.moments[tip] ? { ...session, current: tip, tip } : session;
}

/** The clock: of the current moment, or where it begins. */
export function nowIn(session: Session): string {
  return currentOf(session)?.scene.world.now ?? session.begins;
}

/** The status of the first case, or null before the start. */
export function statusIn(moment: Moment | null): InstanceStatus | null {
  const first = moment?.cases[0];
  return first ? statusOf(first.state) : null;
}

/** Which lines were taken on all the ways together. */
export function coverageIn({ definition, moments }: Session): PathCoverage {
  return pathCoverage(
    definition,
    moments.map(({ events }) => events),
  );
}
