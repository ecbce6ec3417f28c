import type { BatchItem } from "@flowright/client";
import { Button, SegmentedControl } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useLanguage } from "../../../i18n/use-language.ts";
import { LoadFailure } from "../../../parts/LoadFailure.tsx";
import { StatusMark, type StatusTone } from "../../../parts/StatusMark.tsx";
import { api } from "../../../session/api.ts";
import { Moment } from "../../../time/Moment.tsx";
import { useOneBatchTexts } from "./texts.ts";

interface BatchItemsProps {
  readonly batchId: string;
  readonly show: BatchItem["status"] | undefined;
  /** Cases that had their turn; where it changes the list is read anew. */
  readonly settled: number;
}

const TONES: { readonly [Status in "done" | "failed"]: StatusTone } = { done: "done", failed: "late" };

/** The cases of a batch with what came of each. */
export function BatchItems({ batchId, show, settled }: BatchItemsProps) {
  const t = useOneBatchTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  const list = useInfiniteQuery({
    queryKey: ["batch", batchId, "items", show ?? "all", settled],
    queryFn: ({ pageParam, signal }) =>
      api().batches.items(
        batchId,
        {
          limit: 50,
          ...(show === undefined ? {} : { status: show }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="card batch-items" aria-label={t("items")}>
      <div className="batch-items-head">
        <h2>{t("items")}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t("result")}
          value={show ?? "all"}
          data={[
            { value: "all", label: t("all") },
            { value: "failed", label: t("onlyFailed") },
            { value: "done", label: t("onlyDone") },
            { value: "waiting", label: t("onlyWaiting") },
          ]}
          onChange={(value) =>
            void navigate({
              to: "/monitor/batches/$batchId",
              params: { batchId },
              search: value === "all" ? {} : { show: value as BatchItem["status"] },
              replace: true,
            })
          }
        />
      </div>
      {list.isError && <LoadFailure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && <p className="quiet batch-none">{t("none")}</p>}
      {items.length > 0 && (
        <table className="batch-table">
          <caption className="sr-only">{t("items")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("case")}</th>
              <th scope="col">{t("result")}</th>
              <th scope="col">{t("why")}</th>
              <th scope="col">{t("when")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ instanceId, instanceNumber, status, problem, finishedAt }) => (
              <tr key={instanceId}>
                <th scope="row" className="number">
                  {instanceNumber === null ? (
                    t("noCase")
                  ) : (
                    <Link to="/cases/$caseId" params={{ caseId: instanceId }}>
                      {instanceNumber}
                    </Link>
                  )}
                </th>
                <td>
                  {status === "waiting" ? (
                    <span className="quiet">{t("waiting")}</span>
                  ) : (
                    <StatusMark tone={TONES[status]}>{t(status)}</StatusMark>
                  )}
                </td>
                <td>
                  {problem !== null && (
                    <>
                      {problem.message[language]} <span className="quiet">{problem.fix[language]}</span>
                    </>
                  )}
                </td>
                <td>{finishedAt !== null && <Moment at={finishedAt} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <div className="batch-more">
          <Button
            variant="default"
            size="xs"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t("more")}
          </Button>
        </div>
      )}
    </section>
  );
}
