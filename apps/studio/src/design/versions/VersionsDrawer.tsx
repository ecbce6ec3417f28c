import type { DefinitionVersion } from "@flowright/client";
import type { BilingualText, WorkflowDefinition } from "@flowright/definition";
import { Button, Drawer, Text } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../parts/texts.ts";
import { api } from "../../session/api.ts";
import { CompareDialog } from "./CompareDialog.tsx";
import { type FlowState, versionState } from "./flow-state.ts";
import { KeptItem } from "./KeptItem.tsx";
import { NameStateForm } from "./NameStateForm.tsx";
import { useVersionTexts } from "./texts.ts";
import { DRAFT, useFlowStates, useKeptDrafts, useKeptTitle } from "./use-flow-states.ts";
import { useKeeping } from "./use-keeping.ts";
import { VersionItem } from "./VersionItem.tsx";
import "./versions.css";

interface VersionsDrawerProps {
  readonly opened: boolean;
  readonly flow: string;
  /** The draft as it is drawn now. */
  readonly draft: WorkflowDefinition;
  readonly basedOn: number | null;
  readonly versions: {
    readonly data: readonly DefinitionVersion[];
    readonly isError: boolean;
    readonly error: unknown;
    refetch(): unknown;
  };
  /** Null where the person may not change the draft. */
  readonly onRestore: ((definition: WorkflowDefinition, label: BilingualText) => void) | null;
  onClose(): void;
}

/** So many versions are shown at first, each with what it changed. */
const FIRST = 10;

/** The states of a flow: named ones and published versions with who, when, why and what changed, and what is kept. */
export function VersionsDrawer({
  opened,
  flow,
  draft,
  basedOn,
  versions,
  onRestore,
  onClose,
}: VersionsDrawerProps) {
  const t = useVersionTexts();
  const parts = usePartTexts();
  const keptTitle = useKeptTitle();
  const [naming, setNaming] = useState(false);
  const [compared, setCompared] = useState<string | null>(null);
  const [shown, setShown] = useState(FIRST);
  const kept = useKeptDrafts(flow, opened);
  const usage = useQuery({
    queryKey: ["version-usage", flow],
    queryFn: ({ signal }) => api().definitions.usage(flow, { signal }),
    enabled: opened && versions.data.length > 0,
  });
  const named = (kept.data ?? []).filter(({ reason }) => reason === "named");
  const others = (kept.data ?? []).filter(({ reason }) => reason !== "named");
  const states = useFlowStates(flow, draft, versions.data, kept.data ?? []);
  const stateOf = (id: string) => states.find((state) => state.id === id);
  const keeping = useKeeping({ flow, draft, basedOn, onNamed: () => setNaming(false), onRestore });
  const restoring = (state: FlowState | undefined) =>
    onRestore === null || state === undefined ? null : () => keeping.restore.mutate(state);
  const empty = versions.data.length === 0 && named.length === 0 && !versions.isError;
  const failed = keeping.restore.error ?? keeping.remove.error;
  return (
    <>
      <Drawer
        opened={opened}
        onClose={onClose}
        position="right"
        size="md"
        title={<Text fw={600}>{t("title")}</Text>}
        closeButtonProps={{ "aria-label": parts("close") }}
      >
        {onRestore !== null && !naming && (
          <Button size="xs" variant="default" onClick={() => setNaming(true)}>
            {t("nameDraft")}
          </Button>
        )}
        {naming && (
          <NameStateForm
            busy={keeping.name.isPending}
            error={keeping.name.error}
            onKeep={(state) => keeping.name.mutate(state)}
            onClose={() => setNaming(false)}
          />
        )}
        {failed !== null && <ProblemAlert error={failed} />}
        {versions.isError && <LoadFailure error={versions.error} onRetry={() => versions.refetch()} />}
        {kept.isError && <LoadFailure error={kept.error} onRetry={() => void kept.refetch()} />}
        {empty && (
          <Nothing icon={<IconHistory size={28} />} title={t("none")}>
            {t("noneFix")}
          </Nothing>
        )}
        {named.length > 0 && (
          <section aria-label={t("named")}>
            <h2 className="versions-title">{t("named")}</h2>
            <ol className="versions">
              {named.map((one) => (
                <KeptItem
                  key={one.id}
                  kept={one}
                  title={keptTitle(one)}
                  onCompare={() => setCompared(one.id)}
                  onRestore={restoring(stateOf(one.id))}
                  onRemove={onRestore === null ? null : () => keeping.remove.mutate(one.id)}
                />
              ))}
            </ol>
          </section>
        )}
        {versions.data.length > 0 && (
          <section aria-label={t("published")}>
            <h2 className="versions-title">{t("published")}</h2>
            <ol className="versions">
              {versions.data.slice(0, shown).map((version, index) => {
                const state = stateOf(versionState(version.version));
                if (state === undefined) return null;
                return (
                  <VersionItem
                    key={version.version}
                    version={version}
                    state={state}
                    previous={stateOf(versionState(version.version - 1)) ?? null}
                    usage={usage.data?.find((one) => one.version === version.version)}
                    latest={index === 0}
                    onCompare={() => setCompared(state.id)}
                    onRestore={restoring(state)}
                  />
                );
              })}
            </ol>
            {versions.data.length > shown && (
              <Button size="xs" variant="subtle" onClick={() => setShown(shown + FIRST)}>
                {t("older")}
              </Button>
            )}
          </section>
        )}
        {others.length > 0 && (
          <details className="versions-kept">
            <summary>{t("keptTitle", { count: others.length })}</summary>
            <ol className="versions">
              {others.map((one) => (
                <KeptItem
                  key={one.id}
                  kept={one}
                  title={keptTitle(one)}
                  onCompare={() => setCompared(one.id)}
                  onRestore={restoring(stateOf(one.id))}
                  onRemove={null}
                />
              ))}
            </ol>
          </details>
        )}
      </Drawer>
      {compared !== null && (
        <CompareDialog
          title={t("compareTitle")}
          states={states}
          before={compared}
          after={DRAFT}
          onClose={() => setCompared(null)}
        />
      )}
    </>
  );
}
