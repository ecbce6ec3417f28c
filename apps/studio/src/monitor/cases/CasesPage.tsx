import type { DefinitionSummary } from "@flowright/client";
import { Button, Skeleton } from "@mantine/core";
import { IconListDetails, IconPlayerPlay } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { api } from "../../session/api.ts";
import { useMay } from "../../session/session-query.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { useLiveFlows } from "../live/use-live-flows.ts";
import { MonitorFrame } from "../MonitorFrame.tsx";
import { CaseFilters } from "./CaseFilters.tsx";
import { CaseTable } from "./CaseTable.tsx";
import type { CaseSearch } from "./case-search.ts";
import { ChoiceBar } from "./choice/ChoiceBar.tsx";
import { type Choice, NONE_CHOSEN } from "./choice/choice.ts";
import "./cases.css";
import { useCasesTexts } from "./texts.ts";
import { useCaseList } from "./use-case-list.ts";

const route = getRouteApi("/places/monitor/cases");
const NONE: readonly DefinitionSummary[] = [];

/** All cases, narrowed down by filters that the address keeps. */
export function CasesPage() {
  const t = useCasesTexts();
  useWhereIAm(t("title"));
  return (
    <MonitorFrame>
      <Cases />
    </MonitorFrame>
  );
}

function Cases() {
  const t = useCasesTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const mayOperate = useMay("instance.operate");
  const [chosen, setChosen] = useState<{ readonly of: string; readonly choice: Choice } | null>(null);
  const mayStart = useMay("instance.start");
  const flows = useQuery({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => api().definitions.list({ signal }),
  });
  const known = flows.data?.filter(({ latestVersion }) => latestVersion !== null) ?? NONE;
  useLiveFlows(known.map(({ id }) => id));
  const cases = useCaseList(search);
  const items = cases.data?.pages.flatMap((page) => page.items) ?? [];
  // Other filters, other cases: what was chosen before is chosen no more.
  const of = JSON.stringify(search);
  const choice = chosen?.of === of ? chosen.choice : NONE_CHOSEN;
  const choose = (next: Choice) => setChosen({ of, choice: next });
  const narrowed = Object.keys(search).length > 0;
  const change = useCallback(
    (next: CaseSearch) => void navigate({ to: "/monitor/cases", search: next, replace: true }),
    [navigate],
  );
  const start = mayStart && (
    <Button
      leftSection={<IconPlayerPlay size={16} aria-hidden="true" />}
      renderRoot={(props) =>
        search.flow !== undefined && known.some(({ id, startable }) => id === search.flow && startable) ? (
          <Link to="/start/$definitionId" params={{ definitionId: search.flow }} {...props} />
        ) : (
          <Link to="/start" {...props} />
        )
      }
    >
      {t("start")}
    </Button>
  );
  return (
    <div className="cases">
      <div className="cases-head">
        <CaseFilters search={search} flows={known} onChange={change} />
        {start}
      </div>
      {cases.isError && items.length === 0 && (
        <LoadFailure error={cases.error} onRetry={() => void cases.refetch()} />
      )}
      {cases.isPending && <CasesSkeleton />}
      {cases.isSuccess && items.length === 0 && (
        <Nothing
          icon={<IconListDetails size={28} />}
          title={narrowed ? t("none") : t("empty")}
          action={
            narrowed ? (
              <Button variant="default" onClick={() => change({})}>
                {t("clear")}
              </Button>
            ) : (
              start
            )
          }
        >
          {narrowed ? t("noneFix") : t("emptyFix")}
        </Nothing>
      )}
      {items.length > 0 && (
        <>
          {mayOperate && (
            <ChoiceBar
              choice={choice}
              search={search}
              shown={items}
              more={cases.hasNextPage}
              onChoose={choose}
            />
          )}
          <CaseTable
            items={items}
            stale={cases.isPlaceholderData}
            choice={mayOperate ? choice : undefined}
            onChoose={choose}
          />
          <p className="cases-foot quiet" aria-live="polite">
            {cases.hasNextPage
              ? t("shownMore", { count: items.length })
              : t("shown", { count: items.length })}
            {cases.hasNextPage && (
              <Button
                variant="default"
                size="xs"
                loading={cases.isFetchingNextPage}
                onClick={() => void cases.fetchNextPage()}
              >
                {t("more")}
              </Button>
            )}
          </p>
        </>
      )}
    </div>
  );
}

function CasesSkeleton() {
  return (
    <div className="card cases-skeleton" aria-busy="true">
      {Array.from({ length: 10 }, (_, row) => row).map((row) => (
        <Skeleton key={row} h={20} />
      ))}
    </div>
  );
}
