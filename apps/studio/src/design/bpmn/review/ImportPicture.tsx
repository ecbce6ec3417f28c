import type { Verdict } from "@flowright/bpmn";
import { nodesOf, type Problem, type WorkflowDefinition } from "@flowright/definition";
import { FlowDesigner } from "@flowright/designer";
import "@flowright/designer/style.css";
import { SegmentedControl } from "@mantine/core";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useScheme } from "../../../theme/use-scheme.ts";
import { useBpmnTexts } from "../texts.ts";
import { VERDICTS } from "./report-lines.ts";

interface ImportPictureProps {
  readonly definitions: readonly WorkflowDefinition[];
  /** Id of the flow in the picture. */
  readonly shown: string;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly goTo: Problem | null;
  onShow(flow: string): void;
}

/** The flows as they would be drawn, each step with the colour of its verdict. To look at only. */
export function ImportPicture({ definitions, shown, verdicts, goTo, onShow }: ImportPictureProps) {
  const t = useBpmnTexts();
  const language = useLanguage();
  const theme = useScheme();
  const definition = definitions.find(({ id }) => id === shown) ?? definitions[0];
  if (!definition) return null;
  const nameOf = (flow: WorkflowDefinition) => textOf(flow.name, language) || flow.id;
  return (
    <section className="bpmn-picture" aria-label={t("preview", { flow: nameOf(definition) })}>
      {definitions.length > 1 && (
        <div className="bpmn-picture-flows">
          <SegmentedControl
            size="xs"
            aria-label={t("previewOf")}
            data={definitions.map((flow) => ({ value: flow.id, label: nameOf(flow) }))}
            value={definition.id}
            onChange={onShow}
          />
        </div>
      )}
      <style>{bordersOf(definition, verdicts)}</style>
      <div className="bpmn-canvas">
        <FlowDesigner
          key={definition.id}
          definition={definition}
          language={language}
          theme={theme}
          readOnly
          goTo={goTo}
        />
      </div>
      <div className="bpmn-legend" title={t("picture")}>
        {VERDICTS.map((verdict) => (
          <span key={verdict} className="bpmn-verdict" data-verdict={verdict}>
            {t(verdict)}
          </span>
        ))}
      </div>
    </section>
  );
}

/** Rules that give the steps of the picture their borders. Ids come from a file and are escaped. */
function bordersOf(definition: WorkflowDefinition, verdicts: ReadonlyMap<string, Verdict>): string {
  return [...nodesOf(definition)]
    .map(({ node }) => {
      const verdict = verdicts.get(node.id);
      if (verdict === undefined) return "";
      return `.bpmn-canvas .react-flow__node[data-id="${CSS.escape(node.id)}"]{--bpmn-border:var(--bpmn-${verdict})}`;
    })
    .join("\n");
}
