import type { InstanceSummary } from "@flowright/client";
import { Button, Skeleton } from "@mantine/core";
import { IconProgress } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CaseStanding } from "../../cases/CaseStanding.tsx";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { InstanceStatusMark } from "../../parts/InstanceStatusMark.tsx";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { api } from "../../session/api.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { useTimeTexts } from "../../time/texts.ts";
import { momentWords } from "../../time/time-words.ts";
import { useNow } from "../../time/use-now.ts";
import { WorkFrame } from "../WorkFrame.tsx";
import "./started.css";
import { useStartedTexts } from "./texts.ts";

/** The cases that I started. */
export function StartedPage() {
  const t = useStartedTexts();
  useWhereIAm(t("title"));
  const cases = useInfiniteQuery({
    queryKey: ["cases", "started"],
    queryFn: ({ pageParam, signal }) =>
      api().instances.list(
        { startedByMe: true, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const items = cases.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <WorkFrame>
      <div className="page page-narrow">
        <div className="page-head">
          <div>
            <h1>{t("title")}</h1>
            <p>{t("lead")}</p>
          </div>
        </div>
        {cases.isPending && [0, 1, 2].map((row) => <Skeleton key={row} h={96} mb={8} />)}
        {cases.isError && items.length === 0 && (
          <LoadFailure error={cases.error} onRetry={() => void cases.refetch()} />
        )}
        {cases.isSuccess && items.length === 0 && (
          <Nothing
            icon={<IconProgress size={28} />}
            title={t("none")}
            action={
              <Button variant="default" renderRoot={(props) => <Link to="/start" {...props} />}>
                {t("start")}
              </Button>
            }
          >
            {t("noneFix")}
          </Nothing>
        )}
        <ul className="started-list">
          {items.map((item) => (
            <StartedCase key={item.id} item={item} />
          ))}
        </ul>
        {cases.hasNextPage && (
          <Button
            variant="default"
            mt="sm"
            loading={cases.isFetchingNextPage}
            onClick={() => void cases.fetchNextPage()}
          >
            {t("more")}
          </Button>
        )}
      </div>
    </WorkFrame>
  );
}

function StartedCase({ item }: { item: InstanceSummary }) {
  const t = useStartedTexts();
  const time = useTimeTexts();
  const language = useLanguage();
  const now = useNow();
  return (
    <li className="card started-case">
      <div className="started-head">
        <Link to="/cases/$caseId" params={{ caseId: item.id }} className="started-name">
          {item.title ?? t("untitled", { number: item.number })}
        </Link>
        <InstanceStatusMark status={item.status} incidents={item.openIncidents} />
      </div>
      <p className="quiet started-about">
        <span className="number">{item.number}</span> · {textOf(item.definitionName, language)} ·{" "}
        {item.endedAt === null
          ? t("startedAt", { when: momentWords(item.startedAt, now, language, time) })
          : t("endedAt", { when: momentWords(item.endedAt, now, language, time) })}
      </p>
      {item.endedAt === null && <CaseStanding waiting={item.waiting} />}
    </li>
  );
}
