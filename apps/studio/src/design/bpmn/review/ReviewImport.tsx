import type { ImportResult } from "@flowright/bpmn";
import { Button, Group, Tabs } from "@mantine/core";
import { useMemo, useState } from "react";
import { useLanguage } from "../../../i18n/use-language.ts";
import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../../parts/texts.ts";
import { downloadJson } from "../../edit/download-json.ts";
import { useBpmnTexts } from "../texts.ts";
import { FlowChoices } from "./FlowChoices.tsx";
import { ImportNotes } from "./ImportNotes.tsx";
import { ImportPicture } from "./ImportPicture.tsx";
import type { ImportTarget } from "./import-target.ts";
import { ReportList } from "./ReportList.tsx";
import { reportLines, verdictsByStep } from "./report-lines.ts";
import { stepIndex } from "./step-index.ts";
import { stepsOverlap, tidied } from "./tidied.ts";
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
  const { report, problems } = result;
  const [tidy, setTidy] = useState(() => result.definitions.some(stepsOverlap));
  const definitions = useMemo(
    () => (tidy ? result.definitions.map(tidied) : result.definitions),
    [result, tidy],
  );
  const [shown, setShown] = useState(definitions[0]?.id ?? "");
  const [goTo, setGoTo] = useState<{ readonly id: string } | null>(null);
  const [tab, setTab] = useState<string | null>("flows");
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(definitions.map(({ id }) => id)));
  const lines = useMemo(() => reportLines(report), [report]);
  const verdicts = useMemo(() => verdictsByStep(lines), [lines]);
  const notes = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { node } of problems) if (node !== undefined) counts.set(node, (counts.get(node) ?? 0) + 1);
    return counts;
  }, [problems]);
  const steps = useMemo(() => stepIndex(definitions, language), [definitions, language]);
  const { create, busy, error, flows, taken } = useImport(definitions, chosen, into, onClose);

  const show = (step: string) => {
    const known = steps.get(step);
    if (!known) return;
    setShown(known.flow);
    setGoTo(known.isDrawn ? { id: step } : null);
  };
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
        notes={notes}
        tidy={tidy}
        goTo={goTo}
        onShow={setShown}
        onTidy={setTidy}
        onStep={(step) => {
          setGoTo({ id: step });
          setWords(step);
          setTab("report");
        }}
      />
      <Tabs value={tab} onChange={setTab} className="bpmn-side" keepMounted={false}>
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
            onDownload={() => downloadJson(`${file}.report`, { file, ...report, problems })}
            onChosen={setChosen}
            onShow={setShown}
          />
        </Tabs.Panel>
        <Tabs.Panel value="report" className="bpmn-panel">
          <ReportList
            lines={lines}
            counts={report.counts}
            steps={steps}
            typed={words}
            onTyped={setWords}
            onShow={show}
          />
        </Tabs.Panel>
        <Tabs.Panel value="notes" className="bpmn-panel">
          <ImportNotes problems={problems} definitions={definitions} steps={steps} onShow={show} />
        </Tabs.Panel>
      </Tabs>
      <footer className="bpmn-foot">
        {error !== null && <ProblemAlert error={error} />}
        <Group gap="xs" className="bpmn-foot-do">
          <Button variant="default" onClick={onClose}>
            {parts("cancel")}
          </Button>
          <Button disabled={flows.length === 0} loading={busy} onClick={create}>
            {createWords()}
          </Button>
        </Group>
      </footer>
    </div>
  );
}
