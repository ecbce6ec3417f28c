import type { BoundaryEvent, BoundaryTrigger, Field } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { CheckProperty } from "../property/CheckProperty.tsx";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { Property } from "../property/Property.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { TextProperty } from "../property/TextProperty.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { TargetSelect } from "../value/TargetSelect.tsx";
import { MessageGroup } from "./MessageGroup.tsx";
import { STEP_TEXTS } from "./step-texts.ts";
import { TimerProperties } from "./TimerProperties.tsx";

const FRESH: { readonly [type in BoundaryTrigger["type"]]: BoundaryTrigger } = {
  timer: { type: "timer", duration: "P1D" },
  message: { type: "message", message: { name: "message" } },
  error: { type: "error" },
};

const ERROR_FIELD: Field = {
  type: "object",
  title: { en: "Error", "zh-CN": "错误信息" },
  properties: { code: { type: "string" }, message: { type: "string" } },
};

/** What an event on the edge of a step reacts to, and whether it stops the step. */
export function BoundaryProperties({ node }: { node: BoundaryEvent }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  const { event } = node;
  return (
    <>
      <PropertyGroup title={t("boundary")} at={event.type === "message" ? [] : ["/event", "/interrupting"]}>
        <ChoiceProperty<BoundaryTrigger["type"]>
          label={t("trigger")}
          at="/event/type"
          value={event.type}
          choices={[
            { value: "timer", title: t("onTimer") },
            { value: "message", title: t("onMessage") },
            { value: "error", title: t("onError") },
          ]}
          onChange={(type) =>
            patch({ event: FRESH[type], ...(type === "error" ? { interrupting: undefined } : {}) })
          }
        />
        {event.type !== "error" && (
          <CheckProperty
            label={t("interrupting")}
            help={t("interruptingHelp")}
            value={node.interrupting !== false}
            onChange={(on) => patch({ interrupting: on ? undefined : false })}
          />
        )}
        {event.type === "timer" && (
          <TimerProperties timer={event} onChange={(timer, typing) => patch({ event: timer }, typing)} />
        )}
        {event.type === "error" && (
          <ErrorProperties event={event} onChange={(next, typing) => patch({ event: next }, typing)} />
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

type ErrorTrigger = Extract<BoundaryTrigger, { type: "error" }>;

function ErrorProperties(props: {
  event: ErrorTrigger;
  onChange: (event: ErrorTrigger, typing?: string) => void;
}) {
  const t = useTexts(STEP_TEXTS);
  const { code, variable } = props.event;
  const write = (next: { code: string | undefined; variable: string | undefined }, typing?: string) =>
    props.onChange(
      {
        type: "error",
        ...(next.code ? { code: next.code } : {}),
        ...(next.variable ? { variable: next.variable } : {}),
      },
      typing,
    );
  return (
    <>
      <TextProperty
        label={t("errorCode")}
        at="/event/code"
        placeholder={t("anyError")}
        value={code}
        onChange={(next) => write({ code: next, variable }, "error-code")}
      />
      <Property label={t("errorVariable")} at="/event/variable">
        {(control) => (
          <TargetSelect
            control={control}
            label={t("errorVariable")}
            value={variable ?? ""}
            none={t("dontKeep")}
            offer={ERROR_FIELD}
            onChange={(next) => write({ code, variable: next })}
          />
        )}
      </Property>
    </>
  );
}
