import type { RetentionOverview } from "@flowright/client";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../session/api.ts";
import { ConfirmDialog } from "../ConfirmDialog.tsx";
import { DueWords } from "./DueWords.tsx";
import { useRetentionTexts } from "./texts.ts";
import { useRetentionChanged } from "./use-retention.ts";

/** What is due by all rules, and the way to remove it at once. */
export function RunNow({ overview }: { overview: RetentionOverview }) {
  const t = useRetentionTexts();
  const changed = useRetentionChanged();
  const [asking, setAsking] = useState(false);
  const { due, rules } = overview;
  const run = useMutation({
    mutationFn: () => api().retention.run(),
    onSuccess: () => setAsking(false),
    onSettled: changed,
  });
  const running = overview.runs.some(({ finishedAt }) => finishedAt === null);
  const unexported = rules.some((rule) => rule.days !== null && !rule.export && rule.due.cases > 0);
  return (
    <section className="card retention-now" aria-label={t("now")}>
      <div>
        <h2>{t("now")}</h2>
        <p>
          <DueWords due={due} />
        </p>
        <p className="quiet">{t("nowLead")}</p>
      </div>
      <Button
        variant="default"
        disabled={due.cases === 0 || running}
        onClick={() => {
          run.reset();
          setAsking(true);
        }}
      >
        {t("runNow")}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t("runTitle", { count: due.cases })}
          lead={unexported ? t("runLeadForGood") : t("runLeadExported")}
          confirm={t("runConfirm", { count: due.cases })}
          danger
          busy={run.isPending}
          error={run.error}
          onClose={() => setAsking(false)}
          onConfirm={() => run.mutate()}
        />
      )}
    </section>
  );
}
