import type { ImportResult } from "@flowright/bpmn";
import type { Problem } from "@flowright/definition";
import { Button, Group, Tabs } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useLanguage } from "../../../i18n/use-language.ts";
import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../../parts/texts.ts";
import { downloadJson } from "../../edit/download-json.ts";
import type { ImportTarget } from "../BpmnImportDialog.tsx";
import { useBpmnTexts } from "../texts.ts";
import { FlowChoices } from "./FlowChoices.tsx";
import { ImportNotes } from "./ImportNotes.tsx";
import { ImportPicture } from "./ImportPicture.tsx";
import { ReportList } from "./ReportList.tsx";
import { reportLines, verdictsByStep } from "./report-lines.ts";
import { stepIndex } from "./step-index.ts";
import { useImport } from "./use-import.ts";

interface ReviewImportProps {
  readonly file: string;
  readonly result: ImportResult;
  readonly into: ImportTarget | undefined;
  onClose(): void;
}

/** What becomes of a file, before anything is written: its picture, its flows, and the report line by line. */
export function ReviewImport({ file, result, into, onClose }: ReviewImportProps) {
  const t = useBpmnTexts();
  const parts = usePartTexts();
  const language = useLanguage();
  const { definitions, report, problems } = result;
  const [shown, setShown] = useState(definitions[0]?.id ?? "");
  const [goTo, setGoTo] = useState<Problem | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(definitions.map(({ id }) => id)));
  const lines = useMemo(() => reportLines(report), [report]);
  const verdicts = useMemo(() => verdictsByStep(lines), [lines]);
  const steps = useMemo(() => stepIndex(definitions, language), [definitions, language]);
  const { create, busy, error, flows, taken } = useImport(definitions, chosen, into, onClose);

  const show = (step: string) => {
    const known = steps.get(step);
    if (!known) return;
    setShown(known.flow);
    setGoTo(known.isDrawn ? placeIn(step) : null);
  };
  const words = createWords();
  function createWords(): string {
    const count = flows.length;
    if (into === undefined) return t("create", { count });
    return count <= 1 ? t("take") : t("takeAndCreate", { count: count - 1 });
  }

  return (
    <div className="bpmn-review">
      <ImportPicture
        definitions={definitions}
        shown={shown}
        verdicts={verdicts}
        goTo={goTo}
        onShow={setShown}
      />
      <Tabs defaultValue="flows" className="bpmn-side" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="flows">{t("flows")}</Tabs.Tab>
          <Tabs.Tab value="report">{t("report")}</Tabs.Tab>
          <Tabs.Tab value="notes">
            {t("problems")} <span className="number quiet">{problems.length}</span>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="flows" className="bpmn-panel">
          <FlowChoices
            definitions={definitions}
            counts={report.counts}
            chosen={chosen}
            flows={flows}
            taken={taken}
            into={into?.id}
            onChosen={setChosen}
            onShow={setShown}
          />
        </Tabs.Panel>
        <Tabs.Panel value="report" className="bpmn-panel">
          <ReportList lines={lines} counts={report.counts} steps={steps} onShow={show} />
        </Tabs.Panel>
        <Tabs.Panel value="notes" className="bpmn-panel">
          <ImportNotes problems={problems} definitions={definitions} steps={steps} onShow={show} />
        </Tabs.Panel>
      </Tabs>
      <footer className="bpmn-foot">
        <Button
          variant="subtle"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          title={t("again")}
          onClick={() => downloadJson(`${file}.report`, { file, ...report, problems })}
        >
          {t("download")}
        </Button>
        {error !== null && <ProblemAlert error={error} />}
        <Group gap="xs" className="bpmn-foot-do">
          <Button variant="default" onClick={onClose}>
            {parts("cancel")}
          </Button>
          <Button disabled={flows.length === 0} loading={busy} onClick={create}>
            {words}
          </Button>
        </Group>
      </footer>
    </div>
  );
}

/** A place for the designer to go to; it knows problems alone. */
function placeIn(step: string): Problem {
  const text = { en: "", "zh-CN": "" };
  return {
    code: "bpmn.place",
    severity: "warning",
    path: "",
    node: step,
    params: {},
    message: text,
    fix: text,
  };
}
