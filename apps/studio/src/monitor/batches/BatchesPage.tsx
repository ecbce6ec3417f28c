import { Button, Skeleton } from "@mantine/core";
import { IconStack2 } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { usePersonName } from "../../parts/use-people.ts";
import { api } from "../../session/api.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { Moment } from "../../time/Moment.tsx";
import { MonitorFrame } from "../MonitorFrame.tsx";
import { BatchProgress } from "./BatchProgress.tsx";
import { BatchStatusMark } from "./BatchStatusMark.tsx";
import "./batches.css";
import { useBatchTexts } from "./texts.ts";
import { useBatchTitle } from "./use-batch-title.ts";

/** Milliseconds between two looks while a batch of the list is being carried out, and otherwise. */
const OFTEN = 2_000;
const SELDOM = 15_000;

/** Everything that was done to many cases at once, the newest first. */
export function BatchesPage() {
  const t = useBatchTexts();
  useWhereIAm(t("title"));
  return (
    <MonitorFrame>
      <h1 className="sr-only">{t("title")}</h1>
      <Batches />
    </MonitorFrame>
  );
}

function Batches() {
  const t = useBatchTexts();
  const title = useBatchTitle();
  const person = usePersonName();
  const batches = useInfiniteQuery({
    queryKey: ["batches"],
    queryFn: ({ pageParam, signal }) =>
      api().batches.list(pageParam === null ? {} : { cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ status }) => status === "running"))
        ? OFTEN
        : SELDOM,
  });
  const items = batches.data?.pages.flatMap((page) => page.items) ?? [];
  if (batches.isError && items.length === 0)
    return <LoadFailure error={batches.error} onRetry={() => void batches.refetch()} />;
  if (batches.isPending) {
    return (
      <div className="batches" aria-busy="true">
        <Skeleton h={20} w={320} />
        <Skeleton h={240} />
      </div>
    );
  }
  if (items.length === 0) {
    return (
      <Nothing
        icon={<IconStack2 size={28} />}
        title={t("none")}
        action={
          <Button variant="default" renderRoot={(props) => <Link to="/monitor/cases" {...props} />}>
            {t("toCases")}
          </Button>
        }
      >
        {t("noneFix")}
      </Nothing>
    );
  }
  return (
    <div className="batches">
      <p className="quiet">{t("lead")}</p>
      <div className="card batch-frame">
        <table className="batch-table">
          <caption className="sr-only">{t("list")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("what")}</th>
              <th scope="col">{t("status")}</th>
              <th scope="col">{t("progress")}</th>
              <th scope="col">{t("by")}</th>
              <th scope="col">{t("started")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((batch) => {
              const words = title(batch.operation, batch.total);
              return (
                <tr key={batch.id}>
                  <th scope="row">
                    <Link to="/monitor/batches/$batchId" params={{ batchId: batch.id }}>
                      {words}
                    </Link>
                  </th>
                  <td>
                    <BatchStatusMark batch={batch} />
                  </td>
                  <td className="batch-bar">
                    <BatchProgress batch={batch} label={words} />
                  </td>
                  <td data-label={t("by")}>{person(batch.createdBy)}</td>
                  <td data-label={t("started")}>
                    <Moment at={batch.createdAt} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {batches.hasNextPage && (
        <div>
          <Button
            variant="default"
            size="xs"
            loading={batches.isFetchingNextPage}
            onClick={() => void batches.fetchNextPage()}
          >
            {t("more")}
          </Button>
        </div>
      )}
    </div>
  );
}
