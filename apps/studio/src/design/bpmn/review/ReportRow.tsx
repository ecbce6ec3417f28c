import { useLanguage } from "../../../i18n/use-language.ts";
import { useBpmnTexts } from "../texts.ts";
import type { ReportLine } from "./report-lines.ts";
import type { KnownStep } from "./step-index.ts";

interface ReportRowProps {
  readonly line: ReportLine;
  readonly step: KnownStep | undefined;
  onShow(step: string): void;
}

/** What became of one element or attribute; where a step has it, the line leads there. */
export function ReportRow({ line, step, onShow }: ReportRowProps) {
  const t = useBpmnTexts();
  const language = useLanguage();
  const { step: id } = line;
  const content = (
    <>
      <span className="bpmn-line-head">
        <code title={line.path}>{line.what === "attribute" ? `@${line.name}` : line.name}</code>
        {step !== undefined && <span className="cut">{step.name}</span>}
        <span className="quiet number bpmn-line-place">{t("line", { line: line.line })}</span>
      </span>
      <span className="bpmn-line-fate">
        <span className="bpmn-verdict" data-verdict={line.verdict}>
          {t(line.verdict)}
        </span>
        {line.from !== undefined && line.to !== undefined && (
          <code className="bpmn-becomes">{t("becomes", { from: line.from, to: line.to })}</code>
        )}
        {line.reason !== undefined && <span className="quiet">{line.reason.text[language]}</span>}
      </span>
    </>
  );
  if (step === undefined || id === undefined) return <div className="bpmn-line">{content}</div>;
  return (
    <button
      type="button"
      className="plain-button bpmn-line"
      title={t("show", { step: step.name })}
      onClick={() => onShow(id)}
    >
      {content}
    </button>
  );
}
