import type { Verdict } from "@flowright/bpmn";
import { nodesOf, type WorkflowDefinition } from "@flowright/definition";
import "@flowright/designer/style.css";
import { FlowViewer, type NodeOverlay } from "@flowright/designer/viewer";
import { Group, SegmentedControl, Switch } from "@mantine/core";
import { useMemo } from "react";
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
  /** How many notes there are on each step. */
  readonly notes: ReadonlyMap<string, number>;
  readonly tidy: boolean;
  /** The step that was gone to last. */
  readonly goTo: { readonly id: string } | null;
  onShow(flow: string): void;
  onTidy(tidy: boolean): void;
  onStep(step: string): void;
}

/** The flows as they would be drawn, each step with the colour of its verdict. To look at only. */
export function ImportPicture(props: ImportPictureProps) {
  const { definitions, shown, verdicts, notes, tidy, goTo, onShow, onTidy, onStep } = props;
  const t = useBpmnTexts();
  const language = useLanguage();
  const theme = useScheme();
  const definition = definitions.find(({ id }) => id === shown) ?? definitions[0];
  const overlays = useMemo(() => {
    const shownOn: { [step: string]: NodeOverlay } = {};
    for (const { node } of definition ? nodesOf(definition) : []) {
      const count = notes.get(node.id);
      shownOn[node.id] = {
        ...(goTo?.id === node.id ? { state: "current" } : {}),
        ...(count === undefined ? {} : { note: t("notes", { count }) }),
      };
    }
    return shownOn;
  }, [definition, notes, goTo, t]);
  if (!definition) return null;
  const nameOf = (flow: WorkflowDefinition) => textOf(flow.name, language) || flow.id;
  return (
    <section className="bpmn-picture" aria-label={t("preview", { flow: nameOf(definition) })}>
      <Group className="bpmn-picture-head" gap="sm">
        {definitions.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t("previewOf")}
            data={definitions.map((flow) => ({ value: flow.id, label: nameOf(flow) }))}
            value={definition.id}
            onChange={onShow}
          />
        )}
        <Switch
          size="xs"
          label={t("tidy")}
          title={t("tidyHelp")}
          checked={tidy}
          onChange={(event) => onTidy(event.currentTarget.checked)}
        />
      </Group>
      <style>{bordersOf(definition, verdicts)}</style>
      <div className="bpmn-canvas">
        <FlowViewer
          key={`${definition.id} ${tidy}`}
          definition={definition}
          language={language}
          theme={theme}
          overlays={overlays}
          goTo={goTo}
          onNodeClick={onStep}
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
