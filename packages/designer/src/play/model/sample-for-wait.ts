import type { Mapping, Node } from "@flowright/definition";
import { type JsonObject, variablesOf } from "@flowright/engine";
import { indexOf } from "../../model/document/index-of.ts";
import { STARTER } from "./made-up-people.ts";
import { sampleAnswer } from "./sample-answer.ts";
import { sampleForm } from "./sample-form.ts";
import { currentOf, nowIn, type Session } from "./session.ts";
import type { PlayWait } from "./waits.ts";

/** Names of the values that a system or a called flow gives back, as the page around the designer knows them. */
export type ResultNames = (node: Node) => readonly string[];

/** Made-up values to answer a wait with: of its form, the result of the call, or the content of the message. */
export function sampleForWait(session: Session, wait: PlayWait, namesOf: ResultNames): JsonObject {
  const { definition } = session;
  const now = nowIn(session);
  const node = indexOf(definition).nodes.get(wait.node)?.node;
  const answer = (mappings: readonly Mapping[], root: "result" | "message" | "signal") =>
    sampleAnswer(definition, mappings, root, node ? namesOf(node) : [], STARTER, now);
  switch (wait.kind) {
    case "task": {
      const state = currentOf(session)?.cases[0]?.state;
      return sampleForm(definition, wait.task.form, state ? variablesOf(state) : {}, STARTER, now);
    }
    case "job":
    case "call":
      return answer((node && "output" in node ? node.output : undefined) ?? [], "result");
    case "message":
    case "signal":
      return answer(node ? heardMappings(node) : [], wait.kind);
    default:
      return {};
  }
}

/** What a step takes over from the message or signal that it waits for. */
function heardMappings(node: Node): readonly Mapping[] {
  if (node.kind === "receiveTask") return node.message.output ?? [];
  const event = node.kind === "start" ? node.trigger : "event" in node ? node.event : undefined;
  if (event?.type === "message" && "output" in event.message) return event.message.output ?? [];
  if (event?.type === "signal" && "output" in event.signal) return event.signal.output ?? [];
  return [];
}
