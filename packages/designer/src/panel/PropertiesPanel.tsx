import { scopeVariables } from "@flowright/definition";
import { Fragment, useLayoutEffect, useMemo, useRef } from "react";
import { indexOf } from "../model/document/index-of.ts";
import { useDesigner } from "../store-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { EdgePanel } from "./EdgePanel.tsx";
import { FlowPanel } from "./flow/FlowPanel.tsx";
import { useNearestFocus } from "./focus/use-nearest-focus.ts";
import { NodePanel } from "./NodePanel.tsx";
import { PANEL_TEXTS } from "./panel-texts.ts";
import { PanelScopeProvider } from "./property/panel-scope.ts";
import { FromTemplate } from "./template/FromTemplate.tsx";
import { NewerOfFlow } from "./template/NewerOfFlow.tsx";
import { SaveAsTemplate } from "./template/SaveAsTemplate.tsx";
import { useTemplateRules } from "./template/use-step-template.ts";

/** The properties of what is selected; with nothing selected, the settings of the flow. */
export function PropertiesPanel() {
  const t = useTexts(PANEL_TEXTS);
  useNearestFocus();
  const language = useDesigner((state) => state.language);
  const definition = useDesigner((state) => state.definition);
  const selection = useDesigner((state) => state.selection);
  const index = indexOf(definition);
  const first = selection[0];
  const one = selection.length === 1 && first !== undefined ? first : null;
  const node = one === null ? undefined : index.nodes.get(one);
  const edge = one === null ? undefined : index.edges.get(one);
  const panel = useRef<HTMLDivElement>(null);
  // Something else is read from its beginning, before anything in it is gone to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `one` is what makes it another thing; the effect does not read it
  useLayoutEffect(() => {
    panel.current?.closest(".fw-side")?.scrollTo({ top: 0 });
  }, [one]);
  const path = node?.path ?? edge?.path ?? "";
  const place = node?.node.id ?? edge?.edge.source ?? null;
  const rules = useTemplateRules(node?.node);
  const scope = useMemo(
    () => ({
      path,
      fields:
        place === null ? (definition.variables?.properties ?? {}) : { ...scopeVariables(definition, place) },
      rules,
    }),
    [definition, path, place, rules],
  );
  return (
    <div ref={panel} className="fw-form fw-panel" lang={language}>
      <PanelScopeProvider value={scope}>
        {selection.length > 1 ? (
          <div className="fw-panel-body">
            <strong>{t("several", { count: selection.length })}</strong>
            <p className="fw-form-help">{t("severalHint")}</p>
          </div>
        ) : node ? (
          <Fragment key={node.node.id}>
            <FromTemplate node={node.node} />
            <NodePanel node={node.node} />
            <SaveAsTemplate node={node.node} />
          </Fragment>
        ) : edge ? (
          <EdgePanel key={edge.edge.id} edge={edge.edge} />
        ) : (
          <>
            <NewerOfFlow />
            <FlowPanel />
          </>
        )}
      </PanelScopeProvider>
    </div>
  );
}
