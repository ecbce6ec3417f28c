import { ApiError } from "@flowright/client";
import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { DecisionView } from "./DecisionView.tsx";
import { decisionVersionQuery, decisionVersionsQuery } from "./decision-queries.ts";
import { freshTable } from "./fresh-table.ts";

const route = getRouteApi("/places/decisions/$decisionId");

/** A decision table: the newest version to be edited, an older one to be looked at, or one that begins. */
export function DecisionPage() {
  const { decisionId: id } = route.useParams();
  const search = route.useSearch();
  const versions = useQuery({ ...decisionVersionsQuery(id), retry: false });
  const latest = versions.data?.[0]?.version ?? null;
  const version = search.version ?? latest;
  const read = useQuery({ ...decisionVersionQuery(id, version ?? 1), enabled: version !== null });
  const unknown = versions.error instanceof ApiError && versions.error.status === 404;
  if (unknown && search.new !== undefined) {
    const { en, zh } = search.new;
    const name = { ...(en === undefined ? {} : { en }), ...(zh === undefined ? {} : { "zh-CN": zh }) };
    return <DecisionView key={id} id={id} published={null} table={freshTable(name)} versions={[]} />;
  }
  const error = versions.error ?? read.error;
  if (error !== null) {
    return (
      <LoadFailure
        error={error}
        onRetry={() => {
          void versions.refetch();
          void read.refetch();
        }}
      />
    );
  }
  if (versions.data === undefined || read.data === undefined) {
    return (
      <div className="page" aria-busy="true">
        <Skeleton h={40} mb="md" />
        <Skeleton h={320} />
      </div>
    );
  }
  return (
    <DecisionView
      key={`${id} ${read.data.version}`}
      id={id}
      published={read.data.version}
      table={read.data.table}
      versions={versions.data}
    />
  );
}
