import type { EngineEvent } from "@flowright/engine";
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
