import { Button, CloseButton, Skeleton, TextInput } from "@mantine/core";
import { IconPlus, IconRoute, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { api } from "../../session/api.ts";
import { useMay } from "../../session/session-query.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { NewFlowDialog } from "../create/NewFlowDialog.tsx";
import { DesignNav } from "../decisions/DesignNav.tsx";
import { FlowTable } from "./FlowTable.tsx";
import "./flow-list.css";
import { matchingFlows } from "./matching-flows.ts";
import { useDesignTexts } from "./texts.ts";

const route = getRouteApi("/places/design");

/** The flows of the workspace, drafts and published ones. */
export function FlowListPage() {
  const t = useDesignTexts();
  useWhereIAm(t("title"));
  const search = route.useSearch();
  const navigate = useNavigate();
  const mayWrite = useMay("definition.write");
  const flows = useQuery({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => api().definitions.list({ signal }),
    refetchOnMount: "always",
  });
  const words = search.q ?? "";
  const set = (change: { q?: string | undefined; new?: true | undefined }) => {
    const next = { ...search, ...change };
    void navigate({
      to: "/design",
      search: { ...(next.q ? { q: next.q } : {}), ...(next.new ? { new: true } : {}) },
      replace: change.new === undefined,
    });
  };
  const newFlow = (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => set({ new: true })}>
      {t("newFlow")}
    </Button>
  );
  const found = flows.data && matchingFlows(flows.data, words);
  const empty = flows.data?.length === 0;
  return (
    <>
      <DesignNav />
      <div className="page">
        <div className="page-head">
          <div>
            <h1>{t("title")}</h1>
            <p>{t("lead")}</p>
          </div>
          {mayWrite && !empty && newFlow}
        </div>
        {!empty && (
          <TextInput
            className="flow-search"
            aria-label={t("search")}
            placeholder={t("search")}
            leftSection={<IconSearch size={16} aria-hidden="true" />}
            rightSection={
              words !== "" && (
                <CloseButton size="sm" aria-label={t("clearSearch")} onClick={() => set({ q: "" })} />
              )
            }
            value={words}
            onChange={(event) => set({ q: event.currentTarget.value })}
          />
        )}
        {flows.isPending && <ListSkeleton />}
        {flows.isError && flows.data === undefined && (
          <LoadFailure error={flows.error} onRetry={() => void flows.refetch()} />
        )}
        {empty && (
          <Nothing icon={<IconRoute size={28} />} title={t("none")} action={mayWrite && newFlow}>
            {mayWrite ? t("noneFix") : t("noneReadOnly")}
          </Nothing>
        )}
        {!empty && found?.length === 0 && (
          <Nothing icon={<IconSearch size={28} />} title={t("noMatch", { words })} />
        )}
        {found !== undefined && found.length > 0 && <FlowTable flows={found} />}
        {mayWrite && flows.data !== undefined && (
          <NewFlowDialog
            opened={search.new === true}
            flows={flows.data}
            onClose={() => set({ new: undefined })}
          />
        )}
      </div>
    </>
  );
}

function ListSkeleton() {
  return (
    <div className="flow-skeleton" aria-busy="true">
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} h={56} />
      ))}
    </div>
  );
}
