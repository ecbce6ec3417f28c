import type { ComplexGateway } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { ConditionProperty } from "../condition/ConditionProperty.tsx";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { NumberProperty } from "../property/NumberProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { PanelScopeProvider, usePanelScope } from "../property/panel-scope.ts";
import { useNodePatch } from "../use-node-patch.ts";
import { STEP_TEXTS } from "./step-texts.ts";

const BRANCHES = {
  arrived: { type: "integer", title: { en: "Arrived", "zh-CN": "已到达" } },
  awaited: { type: "integer", title: { en: "Awaited", "zh-CN": "应到达" } },
} as const;

/** How many branches have to come, and what becomes of the others. */
export function ComplexProperties({ node }: { node: ComplexGateway }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  const { path, fields } = usePanelScope();
  const { need } = node;
  return (
    <PropertyGroup title={t("need")} at={["/need", "/rest"]}>
      <ChoiceProperty<"count" | "condition">
        label={t("need")}
        hideLabel
        at="/need/type"
        value={need.type}
        choices={[
          { value: "count", title: t("needCount") },
          { value: "condition", title: t("needCondition") },
        ]}
        onChange={(type) =>
          patch({ need: type === "count" ? { type, count: 1 } : { type, condition: "arrived >= 1" } })
        }
      />
      {need.type === "count" ? (
        <NumberProperty
          label={t("needNumber")}
          at="/need/count"
          max={1000}
          value={need.count}
          onChange={(count) => patch({ need: { type: "count", count: count ?? 1 } }, "need-count")}
        />
      ) : (
        <PanelScopeProvider value={{ path, fields: { ...fields, ...BRANCHES } }}>
          <ConditionProperty
            label={t("needCondition")}
            at="/need/condition"
            help={t("needHelp")}
            value={need.condition}
            onChange={(condition, typing) =>
              patch({ need: { type: "condition", condition: condition ?? "arrived >= 1" } }, typing)
            }
          />
        </PanelScopeProvider>
      )}
      <ChoiceProperty<"wait" | "cancel">
        label={t("rest")}
        at="/rest"
        value={node.rest ?? "wait"}
        choices={[
          { value: "wait", title: t("restWait") },
          { value: "cancel", title: t("restCancel") },
        ]}
        onChange={(rest) => patch({ rest: rest === "wait" ? undefined : rest })}
      />
    </PropertyGroup>
  );
}
