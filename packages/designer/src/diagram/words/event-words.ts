import type { Node, Timer } from "@flowright/definition";
import { textsOf } from "../../texts/texts-of.ts";
import { conditionWords } from "./condition-words.ts";
import { cronWords } from "./cron-words.ts";
import { DIAGRAM_TEXTS } from "./diagram-texts.ts";
import { durationWords } from "./duration-words.ts";
import type { Lexicon } from "./lexicon.ts";

type AnyEvent =
  | Extract<Node, { kind: "catch" | "throw" | "boundary" }>["event"]
  | NonNullable<Extract<Node, { kind: "start" }>["trigger"]>
  | NonNullable<Extract<Node, { kind: "end" }>["result"]>;

/** What is told as the flow passes or ends, in a few words. */
export function toldWords(event: AnyEvent, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  switch (event.type) {
    case "message":
      return t("sends", { message: event.message.name });
    case "signal":
      return t("signals", { signal: event.signal.name });
    case "error":
      return t("fails", { code: event.code ?? "" });
    case "escalation":
      return t("escalates", { code: event.code ?? "" });
    case "compensation":
      return t("undo");
    case "cancel":
      return t("cancels");
    default:
      return eventWords(event, lexicon);
  }
}

/** What happens, in a few words. */
export function eventWords(event: AnyEvent, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  switch (event.type) {
    case "none":
      return "";
    case "timer":
      return timerWords(event, lexicon);
    case "message":
      return t("onMessage", { message: event.message.name });
    case "signal":
      return t("onSignal", { signal: event.signal.name });
    case "condition":
      return t("onCondition", { condition: conditionWords(event.condition, lexicon) });
    case "error":
      return event.code === undefined ? t("onError") : t("onErrorCode", { code: event.code });
    case "escalation":
      return event.code === undefined ? t("onEscalation") : t("onEscalationCode", { code: event.code });
    case "compensation":
      return t("onUndo");
    case "cancel":
      return t("onCancel");
    case "terminate":
      return "";
    case "link":
      return event.name;
  }
}

/** A length of time, and that it is working time where it is. */
export function workedWords(
  counted: { readonly duration: string; readonly calendar?: string },
  lexicon: Lexicon,
): string {
  const duration = durationWords(counted.duration, lexicon.language);
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  return counted.calendar === undefined ? duration : t("workingTime", { duration });
}

function timerWords(timer: Timer, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  if ("duration" in timer) return t("after", { duration: workedWords(timer, lexicon) });
  if ("date" in timer) return t("onDate", { date: timer.date.replace(/^=\s*/, "") });
  if ("cron" in timer) return cronWords(timer.cron, lexicon.language);
  const [, times = "", period = ""] = /^R(\d*)\/(?:[^/]+\/)?(P[^/]+)$/.exec(timer.cycle) ?? [];
  if (period === "") return timer.cycle.replace(/^=\s*/, "");
  const every = t("every", { duration: durationWords(period, lexicon.language) });
  return times === "" ? every : t("everyTimes", { every, times });
}
