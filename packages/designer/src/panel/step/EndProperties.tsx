import type { EndEvent, EndResult } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { EventGroup } from "../event/EventGroup.tsx";
import { EVENT_TEXTS } from "../event/event-texts.ts";

/** What reaching an end means. */
export function EndProperties({ node }: { node: EndEvent }) {
  const t = useTexts(EVENT_TEXTS);
  return (
    <EventGroup
      node={node}
      title={t("endsWith")}
      at="/result"
      event={node.result ?? { type: "none" }}
      direction="tells"
      types={["none", "terminate", "error", "escalation", "message", "signal", "compensation", "cancel"]}
      wrap={(event) => ({ result: event.type === "none" ? undefined : (event as EndResult) })}
    />
  );
}
