import { Skeleton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { LoadFailure } from "../parts/LoadFailure.tsx";

interface AdminListProps<Item> {
  readonly query: UseQueryResult<Item[]>;
  readonly title: string;
  readonly lead: string;
  readonly action: ReactNode;
  readonly empty: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** A list of Admin with its head, and its loading, failed and empty state. */
export function AdminList<Item>({ query, title, lead, action, empty, children }: AdminListProps<Item>) {
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
        {action}
      </div>
      {query.isPending && (
        <div className="card admin-skeleton" aria-busy="true">
          <Skeleton h={32} />
          <Skeleton h={32} />
          <Skeleton h={32} />
          <Skeleton h={32} />
        </div>
      )}
      {query.isError && query.data === undefined && (
        <LoadFailure error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && (query.data.length === 0 ? empty : children(query.data))}
    </>
  );
}
