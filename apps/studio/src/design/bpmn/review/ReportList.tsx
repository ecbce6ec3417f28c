import type { ImportReport, Verdict } from "@flowright/bpmn";
import { Chip, CloseButton, Group, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useDesignTexts } from "../../list/texts.ts";
import { useBpmnTexts } from "../texts.ts";
import { ReportRow } from "./ReportRow.tsx";
import { matchingLines, type ReportLine, VERDICTS } from "./report-lines.ts";
import type { KnownStep } from "./step-index.ts";

interface ReportListProps {
  readonly lines: readonly ReportLine[];
  readonly counts: ImportReport["counts"];
  readonly steps: ReadonlyMap<string, KnownStep>;
  /** What is looked for. */
  readonly typed: string;
  onTyped(words: string): void;
  onShow(step: string): void;
}

/** Pixels of a line before it is measured. */
const ROW = 62;
/** What is kept word for word is most of a file and seldom what somebody looks for. */
const AT_FIRST: readonly Verdict[] = ["translated", "annotation", "refused"];

/** One line for each element and attribute of the file; only what is on screen is drawn. */
export function ReportList({ lines, counts, steps, typed, onTyped, onShow }: ReportListProps) {
  const t = useBpmnTexts();
  const design = useDesignTexts();
  const [verdicts, setVerdicts] = useState<readonly Verdict[]>(
    AT_FIRST.some((verdict) => counts[verdict] > 0) ? AT_FIRST : VERDICTS,
  );
  const words = useDeferredValue(typed);
  const found = useMemo(
    () => matchingLines(lines, { verdicts: new Set(verdicts), words }, (step) => steps.get(step)?.name ?? ""),
    [lines, verdicts, words, steps],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => found[index]?.path ?? index,
    overscan: 8,
  });
  return (
    <div className="bpmn-report">
      <Chip.Group multiple value={[...verdicts]} onChange={(value) => setVerdicts(value as Verdict[])}>
        <Group gap={6} role="group" aria-label={t("verdicts")}>
          {VERDICTS.map((verdict) => (
            <Chip key={verdict} value={verdict} size="xs" className="bpmn-chip" data-verdict={verdict}>
              {t(verdict)} <span className="number">{counts[verdict]}</span>
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <TextInput
        aria-label={t("searchReport")}
        placeholder={t("searchReport")}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        rightSection={
          typed !== "" && (
            <CloseButton size="sm" aria-label={design("clearSearch")} onClick={() => onTyped("")} />
          )
        }
        value={typed}
        onChange={(event) => onTyped(event.currentTarget.value)}
      />
      <Text size="sm" className="quiet number" role="status">
        {found.length === 0 ? t("noLines") : t("linesOf", { shown: found.length, all: lines.length })}
      </Text>
      <div className="bpmn-lines" ref={scroller}>
        <ul style={{ height: rows.getTotalSize() }} aria-label={t("report")}>
          {rows.getVirtualItems().map((item) => {
            const line = found[item.index];
            if (line === undefined) return null;
            return (
              <li
                key={item.key}
                ref={rows.measureElement}
                data-index={item.index}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <ReportRow
                  line={line}
                  step={line.step === undefined ? undefined : steps.get(line.step)}
                  onShow={onShow}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
