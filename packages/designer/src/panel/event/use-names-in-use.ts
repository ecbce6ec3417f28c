import { nodesOf } from "@flowright/definition";
import { useMemo } from "react";
import { useDesigner } from "../../store-context.ts";

/** Names that the flow uses elsewhere: offered while one is typed, so that both ends are spelt alike. */
export function useNamesInUse(what: "message" | "signal" | "code" | "link"): readonly string[] {
  const definition = useDesigner((state) => state.definition);
  return useMemo(() => {
    const names = new Set<string>();
    for (const { node } of nodesOf(definition)) {
      const event =
        "event" in node
          ? node.event
          : "trigger" in node
            ? node.trigger
            : "result" in node
              ? node.result
              : null;
      const message = node.kind === "sendTask" || node.kind === "receiveTask" ? node.message : null;
      if (what === "message" && message) names.add(message.name);
      if (what === "message" && event?.type === "message") names.add(event.message.name);
      if (what === "signal" && event?.type === "signal") names.add(event.signal.name);
      if (what === "link" && event?.type === "link") names.add(event.name);
      if (what === "code" && (event?.type === "error" || event?.type === "escalation") && event.code) {
        names.add(event.code);
      }
    }
    return [...names].filter((name) => name !== "").sort();
  }, [definition, what]);
}
