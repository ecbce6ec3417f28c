import type { AdHocSubProcess } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { ConditionProperty } from "../condition/ConditionProperty.tsx";
import { CheckProperty } from "../property/CheckProperty.tsx";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { PanelScopeProvider, usePanelScope } from "../property/panel-scope.ts";
import { STEP_TEXTS } from "../step/step-texts.ts";
import { useNodePatch } from "../use-node-patch.ts";

/** Steps in any order: who begins them, how many at a time, and when it is enough. */
export function AdHocProperties({ node }: { node: AdHocSubProcess }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  const { path, fields } = usePanelScope();
  const inside = { path, fields: { ...fields, ...node.variables?.properties } };
  return (
    <PropertyGroup title={t("ordering")} at={["/ordering", "/start", "/completion", "/cancelRemaining"]}>
      <ChoiceProperty<"parallel" | "sequential">
        label={t("ordering")}
        hideLabel
        at="/ordering"
        value={node.ordering ?? "parallel"}
        choices={[
          { value: "parallel", title: t("orderingParallel") },
          { value: "sequential", title: t("orderingSequential") },
        ]}
        onChange={(ordering) => patch({ ordering: ordering === "parallel" ? undefined : ordering })}
      />
      <ChoiceProperty<"byHand" | "all">
        label={t("adHocStart")}
        at="/start"
        value={node.start ?? "byHand"}
        choices={[
          { value: "byHand", title: t("startByHand") },
          { value: "all", title: t("startAll") },
        ]}
        onChange={(start) => patch({ start: start === "byHand" ? undefined : start })}
      />
      <PanelScopeProvider value={inside}>
        <ConditionProperty
          label={t("completion")}
          at="/completion"
          help={t("completionHelp")}
          value={node.completion}
          onChange={(completion, typing) => patch({ completion }, typing)}
        />
      </PanelScopeProvider>
      <CheckProperty
        label={t("cancelRemaining")}
        value={node.cancelRemaining !== false}
        onChange={(on) => patch({ cancelRemaining: on ? undefined : false })}
      />
    </PropertyGroup>
  );
}
