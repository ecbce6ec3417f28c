import type { Field } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { Property } from "../property/Property.tsx";
import { TextProperty } from "../property/TextProperty.tsx";
import { STEP_TEXTS } from "../step/step-texts.ts";
import { TargetSelect } from "../value/TargetSelect.tsx";
import { ValueProperty } from "../value/ValueProperty.tsx";
import { EVENT_TEXTS } from "./event-texts.ts";
import { useNamesInUse } from "./use-names-in-use.ts";

type Failure = "error" | "escalation";

const FIELDS: Readonly<Record<Failure, Field>> = {
  error: {
    type: "object",
    title: { en: "Error", "zh-CN": "错误信息" },
    properties: { code: { type: "string" }, message: { type: "string" } },
  },
  escalation: {
    type: "object",
    title: { en: "Escalation", "zh-CN": "升级信息" },
    properties: { code: { type: "string" }, message: { type: "string" } },
  },
};

/** An error or escalation that a step reacts to: which, and where it is kept. */
export function CaughtProperties(props: {
  readonly at: string;
  readonly type: Failure;
  readonly code: string | undefined;
  readonly variable: string | undefined;
  readonly onChange: (event: { type: Failure; code?: string; variable?: string }, typing?: string) => void;
}) {
  const t = useTexts(EVENT_TEXTS);
  const s = useTexts(STEP_TEXTS);
  const { at, type, code, variable } = props;
  const codes = useNamesInUse("code");
  const write = (next: { code: string | undefined; variable: string | undefined }, typing?: string) =>
    props.onChange(
      {
        type,
        ...(next.code ? { code: next.code } : {}),
        ...(next.variable ? { variable: next.variable } : {}),
      },
      typing,
    );
  return (
    <>
      <TextProperty
        label={type === "error" ? s("errorCode") : t("code")}
        at={`${at}/code`}
        placeholder={type === "error" ? s("anyError") : t("anyCode")}
        value={code}
        suggestions={codes}
        onChange={(next) => write({ code: next, variable }, `${type}-code`)}
      />
      <Property label={type === "error" ? s("errorVariable") : t("keepIn")} at={`${at}/variable`}>
        {(control) => (
          <TargetSelect
            control={control}
            label={type === "error" ? s("errorVariable") : t("keepIn")}
            value={variable ?? ""}
            none={s("dontKeep")}
            offer={FIELDS[type]}
            onChange={(next) => write({ code, variable: next })}
          />
        )}
      </Property>
    </>
  );
}

/** An error or escalation that a step raises: its code and its text. */
export function RaisedProperties(props: {
  readonly at: string;
  readonly type: Failure;
  readonly code: string;
  readonly message: string | undefined;
  readonly onChange: (event: { type: Failure; code: string; message?: string }, typing?: string) => void;
}) {
  const t = useTexts(EVENT_TEXTS);
  const s = useTexts(STEP_TEXTS);
  const { at, type, code, message } = props;
  const codes = useNamesInUse("code");
  const write = (next: string, text: string | undefined, typing?: string) =>
    props.onChange({ type, code: next, ...(text === undefined ? {} : { message: text }) }, typing);
  return (
    <>
      <TextProperty
        label={type === "error" ? s("errorCode") : t("code")}
        at={`${at}/code`}
        value={code}
        suggestions={codes}
        onChange={(next) => write(next, message, `${type}-code`)}
      />
      <ValueProperty
        label={s("endMessage")}
        at={`${at}/message`}
        type="string"
        value={message}
        onChange={(text, typing) => write(code, text, typing && `${type}-message`)}
      />
    </>
  );
}
