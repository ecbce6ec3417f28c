import type {
  CatchEvent,
  IntermediateCatchEvent,
  IntermediateThrowEvent,
  ThrowEvent,
} from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { EventGroup } from "../event/EventGroup.tsx";
import { EVENT_TEXTS } from "../event/event-texts.ts";

/** What an intermediate event waits for. */
export function CatchProperties({ node }: { node: IntermediateCatchEvent }) {
  const t = useTexts(EVENT_TEXTS);
  return (
    <EventGroup
      node={node}
      title={t("waitsFor")}
      at="/event"
      event={node.event}
      direction="waits"
      types={["timer", "message", "signal", "condition", "link"]}
      wrap={(event) => ({ event: event as CatchEvent })}
    />
  );
}

/** What an intermediate event tells others. */
export function ThrowProperties({ node }: { node: IntermediateThrowEvent }) {
  const t = useTexts(EVENT_TEXTS);
  return (
    <EventGroup
      node={node}
      title={t("tells")}
      at="/event"
      event={node.event}
      direction="tells"
      types={["none", "message", "signal", "escalation", "compensation", "link"]}
      wrap={(event) => ({ event: event as ThrowEvent })}
    />
  );
}
