import type { RetentionRun } from "@flowright/client";
import { Progress, Text } from "@mantine/core";
import { StatusMark } from "../../parts/StatusMark.tsx";
import { usePersonName } from "../../parts/use-people.ts";
import { Moment } from "../../time/Moment.tsx";
import { useRetentionTexts } from "./texts.ts";

/** Removals, the newest first, with how far the one under way is. */
export function Runs({ runs }: { runs: readonly RetentionRun[] }) {
  const t = useRetentionTexts();
  return (
    <section aria-label={t("runs")}>
      <h2 className="retention-head">{t("runs")}</h2>
      {runs.length === 0 ? (
        <Text className="quiet">{t("noRuns")}</Text>
      ) : (
        <ul className="card admin-list" aria-live="polite">
          {runs.map((run) => (
            <RunItem key={run.id} run={run} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RunItem({ run }: { run: RetentionRun }) {
  const t = useRetentionTexts();
  const person = usePersonName();
  const { total, cases, exported, finishedAt, problem, askedBy } = run;
  const running = finishedAt === null;
  return (
    <li className="admin-item">
      <div className="admin-item-main">
        <StatusMark tone={running ? "track" : problem === null ? "done" : "late"}>
          {running
            ? t("running", { cases, total })
            : problem === null
              ? t("removed", { count: cases })
              : t("stopped", { cases, total })}
        </StatusMark>
        {running && (
          <Progress
            size="sm"
            my={6}
            value={(100 * cases) / Math.max(1, total)}
            color="var(--status-track)"
            aria-label={t("progress")}
          />
        )}
        <p className="admin-item-about quiet">
          <span>
            <Moment at={run.askedAt} />
          </span>
          <span>{askedBy === null ? t("byItself") : t("askedBy", { who: person(askedBy) })}</span>
          {exported > 0 && <span>{t("exportedCount", { count: exported })}</span>}
        </p>
        {problem !== null && (
          <p className="retention-problem">
            {t("stoppedLead")} <code>{problem}</code>
          </p>
        )}
      </div>
    </li>
  );
}
