import type { CaseRetention, RetentionOverview, RetentionRule } from "@flowright/client";
import { Button, Skeleton, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { api } from "../../session/api.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { AdminFrame } from "../AdminFrame.tsx";
import { RemoveRuleDialog } from "./RemoveRuleDialog.tsx";
import { RuleDialog } from "./RuleDialog.tsx";
import { RuleItem } from "./RuleItem.tsx";
import { RunNow } from "./RunNow.tsx";
import { Runs } from "./Runs.tsx";
import "./retention.css";
import { useRetentionTexts } from "./texts.ts";
import { useRetention } from "./use-retention.ts";

/** For how long finished cases are kept. */
export function RetentionPage() {
  const t = useRetentionTexts();
  useWhereIAm(t("title"));
  return (
    <AdminFrame needs="system.write">
      <Retention />
    </AdminFrame>
  );
}

function Retention() {
  const t = useRetentionTexts();
  const overview = useRetention();
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t("title")}</h1>
          <Text className="quiet">{t("lead")}</Text>
        </div>
      </div>
      {overview.isPending && (
        <div className="card admin-skeleton" aria-busy="true">
          <Skeleton h={32} />
          <Skeleton h={32} />
        </div>
      )}
      {overview.isError && overview.data === undefined && (
        <LoadFailure error={overview.error} onRetry={() => void overview.refetch()} />
      )}
      {overview.data !== undefined && <Rules overview={overview.data} />}
    </>
  );
}

const NO_DUE = { cases: 0, oldest: null, newest: null };
const FOREVER: RetentionRule = { flow: null, days: null, export: false, due: NO_DUE };

function Rules({ overview }: { overview: RetentionOverview }) {
  const t = useRetentionTexts();
  const language = useLanguage();
  const [changed, setChanged] = useState<CaseRetention | null>(null);
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<string | null>(null);
  const flows = useQuery({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => api().definitions.list({ signal }),
  });
  const { rules, archive, runs } = overview;
  const ofAll = rules.find(({ flow }) => flow === null) ?? FOREVER;
  const own = rules.filter(({ flow }) => flow !== null);
  const without = (flows.data ?? [])
    .filter(({ id }) => own.every(({ flow }) => flow !== id))
    .map(({ id, name }) => ({ value: id, label: textOf(name, language) || id }));
  return (
    <div className="retention">
      <section aria-label={t("rules")}>
        <div className="retention-row">
          <h2 className="retention-head">{t("rules")}</h2>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            disabled={without.length === 0}
            onClick={() => setAdding(true)}
          >
            {t("addOfFlow")}
          </Button>
        </div>
        <ul className="card admin-list">
          <RuleItem rule={ofAll} onChange={() => setChanged(ofAll)} />
          {own.map((rule) => (
            <RuleItem
              key={rule.flow}
              rule={rule}
              onChange={() => setChanged(rule)}
              onRemove={() => setRemoved(rule.flow)}
            />
          ))}
        </ul>
      </section>
      <RunNow overview={overview} />
      <Runs runs={runs} />
      {changed !== null && <RuleDialog rule={changed} archive={archive} onClose={() => setChanged(null)} />}
      {adding && (
        <RuleDialog rule={FOREVER} flows={without} archive={archive} onClose={() => setAdding(false)} />
      )}
      {removed !== null && <RemoveRuleDialog flow={removed} onClose={() => setRemoved(null)} />}
    </div>
  );
}
