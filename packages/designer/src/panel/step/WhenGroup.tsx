import { type Node, scopeVariables } from "@flowright/definition";
import { useMemo } from "react";
import { updateEdge } from "../../model/command/content/update-edge.ts";
import { onlyWhen } from "../../model/command/structure/only-when.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ConditionProperty } from "../condition/ConditionProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { PanelScopeProvider } from "../property/panel-scope.ts";
import { STEP_TEXTS } from "./step-texts.ts";

/**
 * When a step is reached: the condition of the branch that leads to it, where the step is. A condition for a step that
 * every case comes to puts a decision in front of it.
 */
export function WhenGroup({ node }: { node: Node }) {
  const t = useTexts(STEP_TEXTS);
  const store = useDesignerStore();
  const definition = useDesigner((state) => state.definition);
  const readOnly = useDesigner((state) => state.readOnly);
  const { nodes, edges, incoming } = indexOf(definition);
  const [line, second] = incoming.get(node.id) ?? [];
  const source = nodes.get(line?.source ?? "")?.node;
  const chooses = source?.kind === "exclusive" || source?.kind === "inclusive";
  const branch = chooses && !second ? line : undefined;
  const able = useMemo(
    () => !readOnly && onlyWhen(node.id).execute(definition).ok,
    [readOnly, node.id, definition],
  );
  const scope = useMemo(
    () => ({
      path: edges.get(branch?.id ?? "")?.path ?? "",
      fields: { ...scopeVariables(definition, branch?.source ?? node.id) },
    }),
    [definition, edges, branch, node.id],
  );
  if (!branch && !able) return null;
  const change = (condition: string | undefined, typing?: string) => {
    const { run, transaction, select } = store.getState();
    if (branch) return run(updateEdge(branch.id, { condition }, typing));
    if (condition === undefined) return;
    transaction({ en: "Only in some cases", "zh-CN": "设为按条件执行" }, () => {
      const made = run(onlyWhen(node.id));
      const edge = made.ok ? made.selection?.[0] : undefined;
      if (edge !== undefined) run(updateEdge(edge, { condition }));
    });
    select([node.id]);
  };
  return (
    <PanelScopeProvider value={scope}>
      <PropertyGroup title={t("onlyWhen")} at={["/condition"]} closed={!branch && node.kind !== "approval"}>
        {branch?.default ? (
          <span className="fw-form-help">{t("otherwiseHere")}</span>
        ) : (
          <ConditionProperty
            label={t("onlyWhen")}
            hideLabel
            at="/condition"
            begin
            help={branch ? undefined : t("onlyWhenHint")}
            value={branch?.condition}
            onChange={change}
          />
        )}
      </PropertyGroup>
    </PanelScopeProvider>
  );
}
