import { type BoundaryEvent, type BoundaryTrigger, isActivity } from "@flowright/definition";
import { useLexicon } from "../../canvas/use-lexicon.ts";
import { stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { EventGroup } from "../event/EventGroup.tsx";
import { EVENT_TEXTS } from "../event/event-texts.ts";
import { CheckProperty } from "../property/CheckProperty.tsx";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { useNodePatch } from "../use-node-patch.ts";

/** After these the step cannot go on, or it is over already. */
const ALWAYS_STOPS: ReadonlySet<BoundaryTrigger["type"]> = new Set(["error", "cancel", "compensation"]);

/** What an event on the edge of a step reacts to, and whether it stops the step. */
export function BoundaryProperties({ node }: { node: BoundaryEvent }) {
  const t = useTexts(EVENT_TEXTS);
  const patch = useNodePatch(node.id);
  const lexicon = useLexicon();
  const definition = useDesigner((state) => state.definition);
  const around = indexOf(definition).nodes.get(node.id)?.parent ?? definition;
  return (
    <EventGroup
      node={node}
      title={t("reactsTo")}
      at="/event"
      event={node.event}
      direction="waits"
      types={["timer", "message", "signal", "condition", "error", "escalation", "compensation", "cancel"]}
      wrap={(event, newType) => ({
        event: event as BoundaryTrigger,
        ...(newType && ALWAYS_STOPS.has(event.type as BoundaryTrigger["type"])
          ? { interrupting: undefined }
          : {}),
      })}
    >
      {(!ALWAYS_STOPS.has(node.event.type) || node.interrupting === false) && (
        <CheckProperty
          label={t("interrupting")}
          help={t("interruptingHelp")}
          value={node.interrupting !== false}
          onChange={(on) => patch({ interrupting: on ? undefined : false })}
        />
      )}
      <ChoiceProperty<string>
        label={t("onEdgeOf")}
        at="/attachedTo"
        value={node.attachedTo}
        choices={around.nodes
          .filter(isActivity)
          .map((each) => ({ value: each.id, title: stepName(each, lexicon) }))}
        onChange={(attachedTo) => patch({ attachedTo })}
      />
    </EventGroup>
  );
}
