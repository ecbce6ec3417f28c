import { Button, CloseButton, Group, Skeleton, TextInput } from "@mantine/core";
import { IconFileImport, IconPlus, IconRoute, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { api } from "../../session/api.ts";
import { useMay } from "../../session/session-query.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { BpmnDropArea } from "../bpmn/BpmnDropArea.tsx";
import { BpmnImportDialog } from "../bpmn/BpmnImportDialog.tsx";
import type { BpmnSource } from "../bpmn/read/bpmn-source.ts";
import { useBpmnTexts } from "../bpmn/texts.ts";
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
  const bpmn = useBpmnTexts();
  useWhereIAm(t("title"));
  const [importing, setImporting] = useState<BpmnSource | "ask" | null>(null);
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
    <Group gap="xs">
      <Button
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden="true" />}
        onClick={() => setImporting("ask")}
      >
        {bpmn("importMenu")}
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => set({ new: true })}>
        {t("newFlow")}
      </Button>
    </Group>
  );
  const found = flows.data && matchingFlows(flows.data, words);
  const empty = flows.data?.length === 0;
  return (
    <BpmnDropArea
      active={mayWrite && importing === null && search.new !== true}
      className="flow-drop"
      onSource={setImporting}
    >
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
            onDrawing={(source) => {
              set({ new: undefined });
              setImporting(source);
            }}
          />
        )}
        <BpmnImportDialog opened={importing} onClose={() => setImporting(null)} />
      </div>
    </BpmnDropArea>
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
