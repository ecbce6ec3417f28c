import { Radio } from "@mantine/core";
import type { FlowSource } from "./flow-source.ts";
import { useNewFlowTexts } from "./texts.ts";

interface SourceChoiceProps {
  readonly kind: FlowSource["kind"];
  /** False where there is no flow yet. */
  readonly copyable: boolean;
  onChange(source: FlowSource): void;
}

const FIRST = {
  empty: { kind: "empty" },
  template: { kind: "template" },
  copy: { kind: "copy", flow: null },
  file: { kind: "file", definition: null },
} as const satisfies { readonly [kind in FlowSource["kind"]]: FlowSource };

/** What a new flow begins with. */
export function SourceChoice({ kind, copyable, onChange }: SourceChoiceProps) {
  const t = useNewFlowTexts();
  const choices = [
    { kind: "empty", label: t("empty"), help: t("emptyHelp") },
    { kind: "template", label: t("template"), help: t("templateHelp") },
    ...(copyable ? [{ kind: "copy", label: t("copy"), help: t("copyHelp") } as const] : []),
    { kind: "file", label: t("file"), help: t("fileHelp") },
  ] as const;
  return (
    <Radio.Group
      label={t("from")}
      value={kind}
      onChange={(value) => onChange(FIRST[value as FlowSource["kind"]])}
    >
      <div className="new-sources">
        {choices.map((choice) => (
          <Radio.Card key={choice.kind} value={choice.kind} className="new-source" aria-label={choice.label}>
            <Radio.Indicator size="sm" />
            <span className="new-source-words">
              <span className="new-source-label">{choice.label}</span>
              <span className="quiet new-source-help">{choice.help}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
