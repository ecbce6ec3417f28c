import type { DecisionSummary } from "@flowright/client";
import { Button, Skeleton } from "@mantine/core";
import { IconPlus, IconTable } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { usePersonName } from "../../parts/use-people.ts";
import { useMay } from "../../session/session-query.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { Moment } from "../../time/Moment.tsx";
import "../list/flow-list.css";
import { DesignNav } from "./DesignNav.tsx";
import { decisionsQuery } from "./decision-queries.ts";
import { NewDecisionDialog } from "./NewDecisionDialog.tsx";
import { useDecisionTexts } from "./texts.ts";

/** The decision tables of the workspace. */
export function DecisionListPage() {
  const t = useDecisionTexts();
  useWhereIAm(t("title"));
  const mayPublish = useMay("definition.publish");
  const [asking, setAsking] = useState(false);
  const tables = useQuery(decisionsQuery);
  const empty = tables.data?.length === 0;
  const newTable = mayPublish && (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setAsking(true)}>
      {t("newTable")}
    </Button>
  );
  return (
    <>
      <DesignNav />
      <div className="page">
        <div className="page-head">
          <div>
            <h1>{t("title")}</h1>
            <p>{t("lead")}</p>
          </div>
          {!empty && newTable}
        </div>
        {tables.isPending && (
          <div className="flow-skeleton" aria-busy="true">
            <Skeleton h={56} />
            <Skeleton h={56} />
          </div>
        )}
        {tables.isError && tables.data === undefined && (
          <LoadFailure error={tables.error} onRetry={() => void tables.refetch()} />
        )}
        {empty && (
          <Nothing icon={<IconTable size={28} />} title={t("none")} action={newTable}>
            {mayPublish ? t("noneFix") : t("noneReadOnly")}
          </Nothing>
        )}
        {tables.data !== undefined && !empty && <Tables tables={tables.data} />}
        {asking && <NewDecisionDialog tables={tables.data ?? []} onClose={() => setAsking(false)} />}
      </div>
    </>
  );
}

function Tables({ tables }: { tables: readonly DecisionSummary[] }) {
  const t = useDecisionTexts();
  const language = useLanguage();
  const nameOf = usePersonName();
  return (
    <table className="card flow-table">
      <thead>
        <tr>
          <th scope="col">{t("table")}</th>
          <th scope="col">{t("version")}</th>
          <th scope="col">{t("published")}</th>
        </tr>
      </thead>
      <tbody>
        {tables.map(({ id, name, latestVersion, publishedAt, publishedBy }) => (
          <tr key={id}>
            <td className="flow-name-cell">
              <Link to="/decisions/$decisionId" params={{ decisionId: id }} className="flow-name">
                {textOf(name, language) || id}
              </Link>
              <span className="quiet flow-id cut">{id}</span>
            </td>
            <td className="number">{t("versionNumber", { version: latestVersion })}</td>
            <td>
              <Moment at={publishedAt} />
              <span className="quiet flow-by">{t("by", { who: nameOf(publishedBy) })}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
