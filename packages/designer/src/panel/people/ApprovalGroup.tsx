import type { Approval, Field } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { NumberProperty } from "../property/NumberProperty.tsx";
import { Property } from "../property/Property.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { STEP_TEXTS } from "../step/step-texts.ts";
import { useNodePatch } from "../use-node-patch.ts";
import { TargetSelect } from "../value/TargetSelect.tsx";

const DECISION_FIELD: Field = {
  type: "string",
  title: { en: "Decision", "zh-CN": "审批结果" },
  oneOf: [
    { const: "approved", title: { en: "Approved", "zh-CN": "同意" } },
    { const: "rejected", title: { en: "Rejected", "zh-CN": "拒绝" } },
  ],
};

/** How several people decide, whether they give a reason, and where the decision is kept. */
export function ApprovalGroup({ node }: { node: Approval }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  const { rule } = node;
  return (
    <PropertyGroup title={t("decision")} at={["/rule", "/reasonRequired", "/resultVariable"]}>
      <ChoiceProperty<Approval["rule"]["type"]>
        label={t("decisionRule")}
        at="/rule"
        exact
        value={rule.type}
        choices={[
          { value: "any", title: t("any") },
          { value: "all", title: t("all") },
          { value: "nOfM", title: t("nOfM") },
        ]}
        onChange={(type) => patch({ rule: type === "nOfM" ? { type, n: 2 } : { type } })}
      />
      {rule.type === "nOfM" && (
        <NumberProperty
          label={t("votes")}
          at="/rule/n"
          value={rule.n}
          onChange={(n) => patch({ rule: { type: "nOfM", n: n ?? 1 } }, "votes")}
        />
      )}
      <ChoiceProperty<NonNullable<Approval["reasonRequired"]>>
        label={t("reason")}
        at="/reasonRequired"
        value={node.reasonRequired ?? "reject"}
        choices={[
          { value: "never", title: t("never_") },
          { value: "reject", title: t("onReject") },
          { value: "always", title: t("always") },
        ]}
        onChange={(reasonRequired) => patch({ reasonRequired })}
      />
      <Property label={t("resultVariable")} at="/resultVariable">
        {(control) => (
          <TargetSelect
            control={control}
            label={t("resultVariable")}
            value={node.resultVariable ?? ""}
            none={t("dontKeep")}
            offer={DECISION_FIELD}
            onChange={(path) => patch({ resultVariable: path === "" ? undefined : path })}
          />
        )}
      </Property>
    </PropertyGroup>
  );
}
