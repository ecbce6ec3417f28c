import type { CatchEvent, IntermediateCatchEvent } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { MessageGroup } from "./MessageGroup.tsx";
import { STEP_TEXTS } from "./step-texts.ts";
import { TimerProperties } from "./TimerProperties.tsx";

/** What an intermediate event waits for. */
export function CatchProperties({ node }: { node: IntermediateCatchEvent }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  const { event } = node;
  const changeType = (type: CatchEvent["type"]) =>
    patch({
      event: type === "timer" ? { type, duration: "P1D" } : { type, message: { name: "message" } },
    });
  return (
    <>
      <PropertyGroup title={t("trigger")} at={event.type === "timer" ? ["/event"] : []}>
        <ChoiceProperty<CatchEvent["type"]>
          label={t("trigger")}
          at="/event/type"
          value={event.type}
          choices={[
            { value: "timer", title: t("onTimer") },
            { value: "message", title: t("onMessage") },
          ]}
          onChange={changeType}
        />
        {event.type === "timer" && (
          <TimerProperties timer={event} onChange={(timer, typing) => patch({ event: timer }, typing)} />
        )}
      </PropertyGroup>
      {event.type === "message" && (
        <MessageGroup
          node={node}
          at="/event/message"
          message={event.message}
          wrap={(message) => ({ event: { type: "message", message } })}
        />
      )}
    </>
  );
}
