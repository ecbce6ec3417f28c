import type { DefinitionSummary } from "@flowright/client";
import { findNode } from "@flowright/definition";
import { Button, Group, Select, Skeleton } from "@mantine/core";
import { IconListDetails, IconPlayerPlay } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useRef } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { busiestVersion } from "./busiest-version.ts";
import { LiveDiagram } from "./LiveDiagram.tsx";
import { StepPanel } from "./step/StepPanel.tsx";
import { useFlowsTexts } from "./texts.ts";
import { statsQuery, versionQuery, versionsQuery } from "./use-flow-numbers.ts";

const route = getRouteApi("/places/monitor");

/** One flow, drawn with what waits at each step, and beside it the cases of the step that was chosen. */
export function FlowStage({ flow }: { flow: DefinitionSummary }) {
  const t = useFlowsTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  const search = route.useSearch();
  const versions = useQuery(versionsQuery(flow.id));
  const latest = flow.latestVersion ?? 1;
  // Where it was opened it stays, though cases go on meanwhile.
  const opening = useRef<number | null>(null);
  if (opening.current === null && versions.data !== undefined)
    opening.current = busiestVersion(versions.data, latest);
  const version = search.version ?? opening.current ?? latest;
  const detail = useQuery(versionQuery(flow.id, version));
  const stats = useQuery({ ...statsQuery(flow.id, version), placeholderData: keepPreviousData });
  const definition = detail.data?.definition;
  const step = useMemo(
    () => (definition === undefined || search.step === undefined ? null : findNode(definition, search.step)),
    [definition, search.step],
  );
  const failed = detail.error ?? stats.error;
  const show = (change: { version?: number | undefined; step?: string | undefined }) =>
    void navigate({
      to: "/monitor",
      search: {
        flow: flow.id,
        ...((change.version ?? search.version) === undefined
          ? {}
          : { version: change.version ?? search.version }),
        ...(change.step === undefined ? {} : { step: change.step }),
      },
      replace: search.step !== undefined && change.step !== undefined,
    });
  return (
    <section className="card flow-stage" aria-label={textOf(flow.name, language)}>
      <div className="flow-stage-head">
        <h1>{textOf(flow.name, language)}</h1>
        <Select
          aria-label={t("version")}
          className="flow-stage-version"
          size="xs"
          allowDeselect={false}
          value={String(version)}
          data={(versions.data ?? []).map((one) => ({
            value: String(one.version),
            label: t("versionOption", { version: one.version, count: one.runningInstances }),
          }))}
          onChange={(value) => value !== null && show({ version: Number(value) })}
        />
        <Group gap="xs" className="flow-stage-ways">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconListDetails size={16} aria-hidden="true" />}
            renderRoot={(props) => <Link to="/monitor/cases" search={{ flow: flow.id }} {...props} />}
          >
            {t("allCases")}
          </Button>
          {flow.startable && (
            <Button
              size="xs"
              leftSection={<IconPlayerPlay size={16} aria-hidden="true" />}
              renderRoot={(props) => (
                <Link to="/start/$definitionId" params={{ definitionId: flow.id }} {...props} />
              )}
            >
              {t("start")}
            </Button>
          )}
        </Group>
      </div>
      <div className="flow-stage-body" data-step={step === null ? undefined : true}>
        <div className="flow-stage-picture">
          {failed !== null && definition === undefined && (
            <LoadFailure
              error={failed}
              onRetry={() => {
                void detail.refetch();
                void stats.refetch();
              }}
            />
          )}
          {failed === null && definition === undefined && <Skeleton h="100%" />}
          {definition !== undefined && (
            <LiveDiagram
              definition={definition}
              stats={stats.data?.version === version ? stats.data : undefined}
              onStep={(id) => show({ step: id })}
            />
          )}
        </div>
        {step !== null && definition !== undefined && (
          <StepPanel
            key={`${version} ${step.node.id}`}
            flow={flow.id}
            version={version}
            definition={definition}
            step={step.node}
            stats={stats.data?.version === version ? stats.data : undefined}
            onClose={() => show({})}
          />
        )}
      </div>
      {step === null && definition !== undefined && (
        <p className="flow-stage-hint quiet">{stats.data?.running === 0 ? t("quiet") : t("hint")}</p>
      )}
    </section>
  );
}
