import type { EngineEvent } from "@flowright/engine";
import type { Act } from "@flowright/scenarios/stage";
import { durationWords } from "../diagram/words/duration-words.ts";
import type { Lexicon } from "../diagram/words/lexicon.ts";
import { stepName } from "../diagram/words/step-name.ts";
import type { DocumentIndex } from "../model/document/index-of.ts";
import type { Translate } from "../texts/texts-of.ts";
import type { PLAY_TEXTS } from "./play-texts.ts";

/** What happened, in sentences; events that say nothing to people are left out. */
export function historyLines(
  events: readonly EngineEvent[],
  index: DocumentIndex,
  lexicon: Lexicon,
  t: Translate<keyof (typeof PLAY_TEXTS)["en"]>,
): readonly string[] {
  const name = (id: string) => stepName(index.nodes.get(id)?.node, lexicon);
  return events.flatMap((event): string[] => {
    switch (event.kind) {
      case "instance.started":
        return [t("started")];
      case "approval.decided":
        return [t(event.decision === "approved" ? "didApprove" : "didReject", { name: name(event.node) })];
      case "task.completed":
        return event.outcome === undefined ? [t("did", { name: name(event.node) })] : [];
      case "job.completed":
        return [t("answered", { name: name(event.node) })];
      case "job.failed":
        return [t("failed", { name: name(event.node) })];
      case "timer.fired":
        return [t("timePassed", { name: name(event.node) })];
      case "message.received":
      case "signal.received":
        return [t("received", { name: name(event.node) })];
      case "incident.raised":
        return [t("incident", { name: name(event.node) })];
      case "edge.taken": {
        const edge = index.edges.get(event.edge)?.edge;
        const source = edge && index.nodes.get(edge.source)?.node;
        if (!edge || !source || !["exclusive", "inclusive", "complex"].includes(source.kind)) return [];
        return [`${name(edge.source)} → ${name(edge.target)}`];
      }
      case "instance.ended":
        return [t("ended")];
      default:
        return [];
    }
  });
}

/** One act in a few words. */
export function actWords(
  act: Act,
  index: DocumentIndex,
  lexicon: Lexicon,
  t: Translate<keyof (typeof PLAY_TEXTS)["en"]>,
): string {
  if (act.kind === "start") return t("started");
  const { step } = act;
  const name = "node" in step ? stepName(index.nodes.get(step.node)?.node, lexicon) : "";
  switch (step.kind) {
    case "task":
      return t(
        step.outcome === "approved" ? "didApprove" : step.outcome === "rejected" ? "didReject" : "did",
        { name },
      );
    case "job":
      return t(step.result ? "answered" : "failed", { name });
    case "call":
      return t(step.error ? "calledFailed" : "calledEnded", { name });
    case "message":
      return t("messageCame", { name: step.name });
    case "signal":
      return t("signalCame", { name: step.name });
    case "advance":
      return "to" in step
        ? t("clockNext")
        : t("clockBy", { duration: durationWords(step.duration, lexicon.language) });
    case "begin":
      return t("begunByHand", { name });
    case "finish":
      return t("finishedByHand", { name });
    case "retry":
      return t("tryAgain", { name });
    default:
      return name === "" ? step.kind : `${step.kind} ${name}`;
  }
}
