import { Skeleton } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { LoadFailure } from "../../../parts/LoadFailure.tsx";
import { api } from "../../../session/api.ts";
import { useWhereIAm } from "../../../shell/where-i-am.ts";
import { MonitorFrame } from "../../MonitorFrame.tsx";
import { BatchProgress } from "../BatchProgress.tsx";
import { BatchStatusMark } from "../BatchStatusMark.tsx";
import "../batches.css";
import { useBatchTexts } from "../texts.ts";
import { useBatchTitle } from "../use-batch-title.ts";
import { BatchActions } from "./BatchActions.tsx";
import { BatchFacts } from "./BatchFacts.tsx";
import { BatchItems } from "./BatchItems.tsx";
import "./batch.css";
import { FailureReasons } from "./FailureReasons.tsx";
import { TimeLeft } from "./TimeLeft.tsx";
import { useOneBatchTexts } from "./texts.ts";

const route = getRouteApi("/places/monitor/batches/$batchId");
/** Milliseconds between two looks while it is carried out, and while it is paused, which others may end. */
const OFTEN = 1_000;
const SELDOM = 5_000;

/** What is done to many cases: how far it is, what was not possible and why; it can be held and stopped. */
export function BatchPage() {
  return (
    <MonitorFrame>
      <OneBatch />
    </MonitorFrame>
  );
}

function OneBatch() {
  const all = useBatchTexts();
  const t = useOneBatchTexts();
  const title = useBatchTitle();
  const { batchId } = route.useParams();
  const { show } = route.useSearch();
  const queries = useQueryClient();
  const batch = useQuery({
    queryKey: ["batch", batchId],
    queryFn: ({ signal }) => api().batches.read(batchId, { signal }),
    refetchInterval: ({ state: { data } }) =>
      data?.status === "running" ? OFTEN : data?.status === "paused" ? SELDOM : false,
  });
  const words = batch.data === undefined ? all("title") : title(batch.data.operation, batch.data.total);
  useWhereIAm(words);
  const { status, done = 0, failed = 0 } = batch.data ?? {};
  useEffect(() => {
    if (status !== "finished" && status !== "cancelled") return;
    for (const queryKey of [["cases"], ["case"], ["tasks"], ["incidents"], ["flow-numbers"], ["batches"]])
      void queries.invalidateQueries({ queryKey });
  }, [status, queries]);
  if (batch.isError && batch.data === undefined)
    return <LoadFailure error={batch.error} onRetry={() => void batch.refetch()} />;
  if (batch.data === undefined) {
    return (
      <div className="batches" aria-busy="true">
        <Skeleton h={24} w={320} />
        <Skeleton h={64} />
        <Skeleton h={320} />
      </div>
    );
  }
  return (
    <div className="batches batch-page">
      <Link to="/monitor/batches" className="batch-back">
        <IconArrowLeft size={16} aria-hidden="true" /> {t("back")}
      </Link>
      <header className="batch-head">
        <div>
          <h1>{words}</h1>
          <BatchStatusMark batch={batch.data} />
        </div>
        <BatchActions batch={batch.data} />
      </header>
      <section className="card batch-now" aria-label={all("progress")}>
        <BatchProgress batch={batch.data} label={words} />
        {status === "running" && <TimeLeft key={batchId} batch={batch.data} at={batch.dataUpdatedAt} />}
        {status === "paused" && <p className="quiet">{t("held")}</p>}
      </section>
      <FailureReasons failures={batch.data.failures} />
      <div className="batch-columns">
        <BatchItems batchId={batchId} show={show} settled={done + failed} />
        <BatchFacts batch={batch.data} />
      </div>
    </div>
  );
}
