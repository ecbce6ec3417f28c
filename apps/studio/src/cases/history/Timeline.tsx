import type { Comment, Instance } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { Skeleton, Text } from "@mantine/core";
import { useMemo } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { usePersonName } from "../../parts/use-people.ts";
import { useRoleName } from "../../parts/use-role-name.ts";
import { Moment } from "../../time/Moment.tsx";
import { stepName } from "../flow/step-name.ts";
import { useCaseTexts } from "../texts.ts";
import { useCaseEvents } from "../use-case.ts";
import { historyEntries } from "./history-entries.ts";
import "./timeline.css";
import { useHistoryTexts } from "./texts.ts";

interface TimelineProps {
  readonly caseId: Instance["id"];
  readonly definition: WorkflowDefinition;
  readonly comments: readonly Comment[];
}

/** Who did what when, latest first. */
export function Timeline({ caseId, definition, comments }: TimelineProps) {
  const t = useCaseTexts();
  const history = useHistoryTexts();
  const language = useLanguage();
  const person = usePersonName();
  const role = useRoleName(definition);
  const events = useCaseEvents(caseId);
  const entries = useMemo(
    () =>
      historyEntries(events.data?.turns ?? [], comments, {
        t: history,
        person,
        role,
        step: (node) => stepName(definition, node, language),
        language,
      }),
    [events.data, comments, history, person, role, definition, language],
  );
  if (events.isPending) {
    return (
      <div aria-busy="true">
        {[0, 1, 2, 3].map((row) => (
          <Skeleton key={row} h={20} my={12} />
        ))}
      </div>
    );
  }
  if (events.isError) return <LoadFailure error={events.error} onRetry={() => void events.refetch()} />;
  if (entries.length === 0) return <Text className="quiet">{t("noHistory")}</Text>;
  return (
    <>
      <ol className="timeline" aria-label={t("history")}>
        {entries.map(({ key, at, tone, line, note }) => (
          <li key={key} data-tone={tone}>
            <div className="timeline-line">
              <span>{line}</span>
              <span className="quiet timeline-when">
                <Moment at={at} />
              </span>
            </div>
            {note !== null && <p className="timeline-note">{note}</p>}
          </li>
        ))}
      </ol>
      {events.data.more && <Text className="quiet">{t("older")}</Text>}
    </>
  );
}
