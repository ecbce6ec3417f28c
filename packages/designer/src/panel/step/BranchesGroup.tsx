import type { ComplexGateway, Edge, ExclusiveGateway, InclusiveGateway } from "@flowright/definition";
import { useLexicon } from "../../canvas/use-lexicon.ts";
import { stepName } from "../../diagram/words/step-name.ts";
import { moveBranch } from "../../model/command/content/move-branch.ts";
import { updateEdge } from "../../model/command/content/update-edge.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ConditionProperty } from "../condition/ConditionProperty.tsx";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { BilingualProperty } from "../property/BilingualProperty.tsx";
import { CheckProperty } from "../property/CheckProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { PanelScopeProvider, usePanelScope } from "../property/panel-scope.ts";
import { STEP_TEXTS } from "./step-texts.ts";

/** The branches of a gateway in the order in which they are tried. */
export function BranchesGroup({ node }: { node: ExclusiveGateway | InclusiveGateway | ComplexGateway }) {
  const t = useTexts(STEP_TEXTS);
  const definition = useDesigner((state) => state.definition);
  const edges = indexOf(definition).outgoing.get(node.id) ?? [];
  return (
    <PropertyGroup title={t("branches")} at={[]}>
      <span className="fw-form-help">
        {t(
          edges.length === 0 ? "noBranches" : node.kind === "exclusive" ? "branchesHelp" : "branchesAllHelp",
        )}
      </span>
      {edges.map((edge, at) => (
        <Branch key={edge.id} edge={edge} at={at} count={edges.length} />
      ))}
    </PropertyGroup>
  );
}

function Branch({ edge, at, count }: { edge: Edge; at: number; count: number }) {
  const t = useTexts(STEP_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const store = useDesignerStore();
  const lexicon = useLexicon();
  const definition = useDesigner((state) => state.definition);
  const readOnly = useDesigner((state) => state.readOnly);
  const { fields } = usePanelScope();
  const index = indexOf(definition);
  const target = stepName(index.nodes.get(edge.target)?.node, lexicon);
  const patch = (change: Parameters<typeof updateEdge>[1], typing?: string) => {
    store.getState().run(updateEdge(edge.id, change, typing));
  };
  const heading = t("branchTo", { name: target });
  return (
    <PanelScopeProvider value={{ path: index.edges.get(edge.id)?.path ?? "", fields }}>
      <fieldset className="fw-panel-card" aria-label={heading}>
        <span className="fw-panel-card-head">
          <button
            type="button"
            className="fw-panel-link fw-panel-branch"
            onClick={() => store.getState().select([edge.id])}
          >
            {heading}
          </button>
          <button
            type="button"
            className="fw-form-icon"
            disabled={readOnly || at === 0}
            aria-label={p("moveUp", { name: `“${target}”` })}
            onClick={() => store.getState().run(moveBranch(edge.id, -1))}
          >
            ↑
          </button>
          <button
            type="button"
            className="fw-form-icon"
            disabled={readOnly || at === count - 1}
            aria-label={p("moveDown", { name: `“${target}”` })}
            onClick={() => store.getState().run(moveBranch(edge.id, 1))}
          >
            ↓
          </button>
        </span>
        <BilingualProperty
          label={t("branchName")}
          at="/name"
          value={edge.name}
          onChange={(name) => patch({ name }, "name")}
        />
        {count > 1 && (
          <CheckProperty
            label={t("makeDefault")}
            value={edge.default === true}
            onChange={(on) => patch({ default: on || undefined })}
          />
        )}
        {edge.default !== true && (
          <ConditionProperty
            label={p("condition")}
            at="/condition"
            value={edge.condition}
            onChange={(condition, typing) => patch({ condition }, typing)}
          />
        )}
      </fieldset>
    </PanelScopeProvider>
  );
}
