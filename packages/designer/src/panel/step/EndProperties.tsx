import type { EndEvent, EndResult } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { TextProperty } from "../property/TextProperty.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { ValueProperty } from "../value/ValueProperty.tsx";
import { STEP_TEXTS } from "./step-texts.ts";

/** What reaching an end means. */
export function EndProperties({ node }: { node: EndEvent }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  const result: EndResult = node.result ?? { type: "none" };
  const changeType = (type: EndResult["type"]) =>
    patch({ result: type === "none" ? undefined : type === "error" ? { type, code: "ERROR" } : { type } });
  const writeError = (code: string, message: string | undefined, typing?: string) =>
    patch({ result: { type: "error", code, ...(message === undefined ? {} : { message }) } }, typing);
  return (
    <PropertyGroup title={t("end")} at={["/result"]}>
      <ChoiceProperty<EndResult["type"]>
        label={t("endResult")}
        at="/result/type"
        value={result.type}
        choices={[
          { value: "none", title: t("endNone") },
          { value: "terminate", title: t("endTerminate") },
          { value: "error", title: t("endError") },
        ]}
        onChange={changeType}
      />
      {result.type === "error" && (
        <>
          <TextProperty
            label={t("errorCode")}
            at="/result/code"
            value={result.code}
            onChange={(code) => writeError(code, result.message, "error-code")}
          />
          <ValueProperty
            label={t("endMessage")}
            at="/result/message"
            type="string"
            value={result.message}
            onChange={(message, typing) => writeError(result.code, message, typing && "error-message")}
          />
        </>
      )}
    </PropertyGroup>
  );
}
