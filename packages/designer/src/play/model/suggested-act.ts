import type { Node } from "@flowright/definition";
import type { Act } from "@flowright/scenarios/stage";
import { indexOf } from "../../model/document/index-of.ts";
import { callEnded, jobAnswered, messageSent, signalSent, taskDone, toNextTimer } from "./acts.ts";
import { doerOf, STARTER } from "./made-up-people.ts";
import { type ResultNames, sampleForWait } from "./sample-for-wait.ts";
import { currentOf, type Session, statusIn, wayTo } from "./session.ts";
import { offersIn, type PlayWait } from "./waits.ts";

/**
 * What would happen next if all went well: work is done with made-up data and approved, systems answer, what is
 * awaited comes, and only where nothing else is left does time pass. Null where nothing can go on by itself.
 */
export function suggestedAct(session: Session, namesOf: ResultNames): Act | null {
  const moment = currentOf(session);
  if (moment === null || statusIn(moment) !== "active") return null;
  for (const wait of moment.waits) {
    const act = wait.beside ? null : workDone(session, wait, namesOf);
    if (act !== null) return act;
  }
  return awaited(session, moment.waits, namesOf) ?? begun(session);
}

function workDone(session: Session, wait: PlayWait, namesOf: ResultNames): Act | null {
  switch (wait.kind) {
    case "task":
      if (wait.task.waitsFor !== undefined) return null;
      return taskDone(wait, {
        by: doerOf(session.people, wait.task),
        data: sampleForWait(session, wait, namesOf),
        outcome: wait.task.type === "approval" ? "approved" : undefined,
        checked: itemsOf(indexOf(session.definition).nodes.get(wait.node)?.node),
      });
    case "job":
      return jobAnswered(wait, sampleForWait(session, wait, namesOf));
    case "call":
      return callEnded(wait, sampleForWait(session, wait, namesOf));
    default:
      return null;
  }
}

function awaited(session: Session, waits: readonly PlayWait[], namesOf: ResultNames): Act | null {
  for (const wait of waits) {
    if (wait.beside) continue;
    if (wait.kind === "message")
      return messageSent(wait.name, wait.messageKey, sampleForWait(session, wait, namesOf));
    if (wait.kind === "signal") return signalSent(wait.name, sampleForWait(session, wait, namesOf));
  }
  return waits.some(({ kind, beside }) => kind === "timer" && !beside) ? toNextTimer : null;
}

/** Steps in any order: each that was not begun yet, then the end of the block. */
function begun(session: Session): Act | null {
  const moment = currentOf(session);
  if (!moment) return null;
  const before = new Set(
    wayTo(session, moment.id).flatMap(({ act }) =>
      act.kind === "step" && act.step.kind === "begin" ? [act.step.node] : [],
    ),
  );
  const offer = offersIn(moment.cases).find(({ kind, node }) => kind === "finish" || !before.has(node));
  return offer ? { kind: "step", step: { ...offer, by: STARTER } } : null;
}

function itemsOf(node: Node | undefined): string[] {
  const items = node && "checklist" in node ? (node.checklist ?? []) : [];
  return items.map(({ id }) => id);
}
