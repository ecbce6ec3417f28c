import type { Node } from "@flowright/definition";
import type { ReactNode } from "react";
import type { NodePatch } from "../../model/command/content/update-node.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ConditionProperty } from "../condition/ConditionProperty.tsx";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { type Direction, type EventType, freshEvent, type PanelEvent } from "./event-drafts.ts";
import { EVENT_TEXTS } from "./event-texts.ts";
import { CaughtProperties, RaisedProperties } from "./FailureProperties.tsx";
import { LinkProperty } from "./LinkProperty.tsx";
import { MessageGroup } from "./MessageGroup.tsx";
import { SignalGroup } from "./SignalGroup.tsx";
import { TimerProperties } from "./TimerProperties.tsx";
import { UndoProperty } from "./UndoProperty.tsx";

interface EventGroupProps {
  readonly node: Node;
  readonly title: string;
  /** Place of the event below the step. */
  readonly at: "/trigger" | "/event" | "/result";
  readonly event: PanelEvent;
  readonly direction: Direction;
  /** What can be chosen here. */
  readonly types: readonly EventType[];
  /** The patch that puts an event in its place; with what else changes when the type does. */
  readonly wrap: (event: PanelEvent, newType: boolean) => NodePatch;
  /** The event begins a case. */
  readonly starts?: boolean | undefined;
  /** More properties of the step that belong to the event. */
  readonly children?: ReactNode;
}

/** What a step waits for or tells, with everything that belongs to it. */
export function EventGroup(props: EventGroupProps) {
  const { node, title, at, event, direction, types, wrap } = props;
  const t = useTexts(EVENT_TEXTS);
  const patch = useNodePatch(node.id);
  const write = (next: PanelEvent, typing?: string) => patch(wrap(next, false), typing);
  const own = event.type === "message" || event.type === "signal";
  return (
    <>
      <PropertyGroup title={title} at={own ? [`${at}/type`] : [at, "/interrupting", "/attachedTo"]}>
        <ChoiceProperty<EventType>
          label={title}
          hideLabel
          at={`${at}/type`}
          value={event.type}
          choices={types.map((type) => ({ value: type, title: t(type) }))}
          onChange={(type) => patch(wrap(freshEvent(type, direction, event), true))}
        />
        <Settings {...props} write={write} />
        {props.children}
      </PropertyGroup>
      {event.type === "message" && (
        <MessageGroup
          node={node}
          at={`${at}/message`}
          message={event.message}
          direction={direction}
          starts={props.starts}
          wrap={(message) => wrap({ ...event, message } as PanelEvent, false)}
        />
      )}
      {event.type === "signal" && (
        <SignalGroup
          node={node}
          at={`${at}/signal`}
          signal={event.signal}
          direction={direction}
          wrap={(signal) => wrap({ ...event, signal } as PanelEvent, false)}
        />
      )}
    </>
  );
}

function Settings({
  node,
  at,
  event,
  direction,
  starts,
  write,
}: EventGroupProps & { write: (event: PanelEvent, typing?: string) => void }) {
  const t = useTexts(EVENT_TEXTS);
  switch (event.type) {
    case "timer":
      return <TimerProperties at={at} timer={event} starts={starts} onChange={write} />;
    case "condition":
      return (
        <ConditionProperty
          label={t("condition")}
          at={`${at}/condition`}
          help={t("conditionHelp")}
          value={event.condition === "null" ? undefined : event.condition}
          onChange={(condition, typing) =>
            write({ type: "condition", condition: condition ?? "null" }, typing)
          }
        />
      );
    case "error":
    case "escalation":
      return direction === "tells" ? (
        <RaisedProperties
          at={at}
          type={event.type}
          code={event.code ?? ""}
          message={"message" in event ? event.message : undefined}
          onChange={write}
        />
      ) : (
        <CaughtProperties
          at={at}
          type={event.type}
          code={event.code}
          variable={"variable" in event ? event.variable : undefined}
          onChange={(next, typing) => write(next as PanelEvent, typing)}
        />
      );
    case "compensation":
      return direction === "tells" ? (
        <UndoProperty
          node={node}
          at={`${at}/activity`}
          activity={"activity" in event ? event.activity : undefined}
          onChange={(activity) => write({ type: "compensation", ...(activity ? { activity } : {}) })}
        />
      ) : null;
    case "link":
      return (
        <LinkProperty
          at={`${at}/name`}
          name={event.name}
          onChange={(name, typing) => write({ type: "link", name }, typing)}
        />
      );
    default:
      return null;
  }
}
