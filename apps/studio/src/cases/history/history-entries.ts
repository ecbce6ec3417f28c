import type { Comment, EventTurn } from "@flowright/client";
import type { HistoryTexts } from "./texts.ts";

export interface HistoryEntry {
  readonly key: string;
  readonly at: string;
  readonly tone: "plain" | "good" | "bad" | "incident" | "person";
  readonly line: string;
  /** What a person wrote, or what went wrong. */
  readonly note: string | null;
}

/** How a history names what it is about. */
export interface Namer {
  readonly t: HistoryTexts;
  person(user: string): string;
  role(role: string): string;
  step(node: string): string;
  readonly language: "en" | "zh-CN";
}

type Happening = EventTurn["events"][number];
type Line = Omit<HistoryEntry, "key" | "at">;

/** The turns of a case as lines for people, latest first; what only the engine cares about is left out. */
export function historyEntries(
  turns: readonly EventTurn[],
  comments: readonly Comment[],
  namer: Namer,
): HistoryEntry[] {
  const lines = turns.flatMap((turn) => [
    ...rebuilt(turn, namer),
    ...turn.events.flatMap((event, index): HistoryEntry[] => {
      const line = lineOf(event, turn, namer);
      return line === null ? [] : [{ key: `${turn.seq}.${index}`, at: turn.at, ...line }];
    }),
  ]);
  const talk = comments.map(
    ({ id, at, by, text }): HistoryEntry => ({
      key: id,
      at,
      tone: "person",
      line: namer.t("comment", { who: namer.person(by) }),
      note: text,
    }),
  );
  return [...lines.reverse(), ...talk].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** A damaged case was made anew from its history: a turn in which nothing else happened. */
function rebuilt({ command, actor, seq, at }: EventTurn, { t, person }: Namer): HistoryEntry[] {
  if (command !== "case.rebuild") return [];
  const line = t("case.rebuild", { who: actor === null ? t("system") : person(actor) });
  return [{ key: `${seq}`, at, ...plain(line) }];
}

function lineOf(event: Happening, turn: EventTurn, namer: Namer): Line | null {
  const { t } = namer;
  const who = (user: string | null | undefined) => (user ? namer.person(user) : t("system"));
  const step = "node" in event ? namer.step(event.node) : "";
  switch (event.kind) {
    case "instance.started":
      return plain(t("instance.started", { who: who(event.by ?? turn.actor) }), "good");
    case "instance.ended":
      if (event.status === "cancelled") {
        return plain(t("instance.ended.cancelled", { who: who(event.by) }), "bad", event.reason);
      }
      return event.status === "completed"
        ? plain(t("instance.ended.completed"), "good")
        : plain(t("instance.ended.terminated"), "plain", event.reason);
    case "instance.suspended":
    case "instance.resumed":
      return plain(t(event.kind, { who: who(event.by) }));
    case "task.opened": {
      if (event.waitsFor !== undefined) {
        const between = namer.language === "en" ? ", " : "、";
        return plain(t("task.waits", { step, blockers: event.waitsFor.map(namer.step).join(between) }));
      }
      const names = event.assignee
        ? [namer.person(event.assignee)]
        : [...event.candidates.roles.map(namer.role), ...event.candidates.people.map(namer.person)];
      const separator = namer.language === "en" ? ", " : "、";
      return names.length === 0
        ? plain(t("task.opened.anyone", { step }))
        : plain(t("task.opened", { step, who: names.join(separator) }));
    }
    case "task.claimed":
    case "task.released":
      return plain(t(event.kind, { who: who(event.by), step }));
    case "task.transferred":
      return plain(
        t("task.transferred", { who: who(event.by), step, to: namer.person(event.to) }),
        "person",
        event.reason,
      );
    case "task.completed":
      // A decision is told by `approval.decided`, which comes with it.
      return event.outcome === "approved" || event.outcome === "rejected"
        ? null
        : plain(t("task.completed", { who: who(event.by), step }), "good", event.comment);
    case "task.returned":
      return plain(t("task.returned", { who: who(event.by), step }), "bad", event.reason);
    case "task.cancelled":
      return plain(t("task.cancelled", { step }));
    case "approval.decided":
      return event.decision === "approved"
        ? plain(t("approval.approved", { who: who(event.by), step }), "good", event.comment)
        : plain(t("approval.rejected", { who: who(event.by), step }), "bad", event.comment);
    case "job.completed":
      return plain(t("job.completed", { step }), "good");
    case "job.failed":
      return plain(t("job.failed", { step }), "bad", event.message);
    case "timer.fired":
      return plain(t("timer.fired", { step }));
    case "message.received":
      return plain(t("message.received", { name: event.name }));
    case "message.sent":
    case "signal.sent":
    case "signal.received":
      return plain(t(event.kind, { name: event.name }));
    case "condition.met":
      return plain(t("condition.met", { step }));
    case "escalation.thrown":
      return plain(t("escalation.thrown", { step, code: event.code }), "plain", event.message);
    case "compensation.taken":
      return plain(t("compensation.taken", { step: namer.step(event.activity) }));
    case "call.started":
    case "call.completed":
      return plain(t(event.kind, { step }), event.kind === "call.completed" ? "good" : "plain");
    case "call.failed":
      return plain(t("call.failed", { step }), "bad", event.message);
    case "instances.added":
      return plain(t("instances.added", { who: who(event.by), step, count: event.items.length }));
    case "approval.person-added":
    case "approval.person-removed":
      return plain(t(event.kind, { who: who(event.by), step, whom: namer.person(event.person) }));
    case "step.added":
      return plain(t("step.added", { who: who(event.by) }));
    case "instance.modified":
      return plain(t("instance.modified", { who: who(event.by) }), "person", event.reason);
    case "instance.migrated":
      return plain(t("instance.migrated", { who: who(event.by) }), "person");
    case "error.caught":
      return plain(t("error.caught", { step, code: event.code }), "bad", event.message);
    case "incident.raised":
      return plain(t("incident.raised", { step }), "incident", event.message[namer.language]);
    case "incident.resolved":
      return plain(t("incident.resolved", { who: who(event.by), step }), "good");
    default:
      return null;
  }
}

function plain(line: string, tone: Line["tone"] = "plain", note?: string | null): Line {
  return { line, tone, note: note === undefined || note === "" ? null : note };
}
