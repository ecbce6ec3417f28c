import type { Incident } from "@flowright/client";
import { Button, Skeleton } from "@mantine/core";
import { IconArrowLeft, IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { IncidentCards } from "../../cases/incident/IncidentCards.tsx";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { api } from "../../session/api.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { useLiveFlows } from "../live/use-live-flows.ts";
import { MonitorFrame } from "../MonitorFrame.tsx";
import { useOpenIncidents } from "../use-open-incidents.ts";
import { IncidentItem } from "./IncidentItem.tsx";
import "./incidents.css";
import { useIncidentsTexts } from "./texts.ts";

const route = getRouteApi("/places/monitor/incidents");

/** What went wrong and waits for somebody, with the chosen one in full. */
export function IncidentsPage() {
  const t = useIncidentsTexts();
  useWhereIAm(t("title"));
  return (
    <MonitorFrame>
      <Incidents />
    </MonitorFrame>
  );
}

function Incidents() {
  const t = useIncidentsTexts();
  const language = useLanguage();
  const { incident: chosen } = route.useSearch();
  const incidents = useOpenIncidents();
  const flows = useQuery({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => api().definitions.list({ signal }),
  });
  useLiveFlows((flows.data ?? []).map(({ id }) => id));
  const flowName = (id: string) => textOf(flows.data?.find((flow) => flow.id === id)?.name, language) || id;
  const items = incidents.data?.items ?? [];
  // The one that is open stays while one looks how its next try goes, though the list has it no more.
  const [opened, setOpened] = useState<Incident | null>(null);
  const found =
    items.find(({ id }) => id === chosen) ??
    (opened !== null && (chosen === undefined || opened.id === chosen) ? opened : items[0]) ??
    null;
  if (found !== null && found.id !== opened?.id) setOpened(found);

  if (incidents.isError) {
    return <LoadFailure error={incidents.error} onRetry={() => void incidents.refetch()} />;
  }
  if (incidents.isPending) return <IncidentsSkeleton />;
  if (found === null) {
    return (
      <Nothing
        icon={<IconCircleCheck size={28} />}
        title={t("none")}
        action={
          <Button variant="default" renderRoot={(props) => <Link to="/monitor" {...props} />}>
            {t("toFlows")}
          </Button>
        }
      >
        {t("noneFix")}
      </Nothing>
    );
  }
  return (
    <div className="incidents-page" data-chosen={chosen === undefined ? undefined : true}>
      <section className="incidents-list" aria-label={t("open")}>
        <h1>{t("open")}</h1>
        <p className="quiet">{items.length === 0 ? t("none") : t("lead")}</p>
        <ul>
          {items.map((incident) => (
            <IncidentItem
              key={incident.id}
              incident={incident}
              flow={flowName(incident.definitionId)}
              open={incident.id === found.id}
            />
          ))}
        </ul>
      </section>
      <section className="incidents-detail" aria-label={t("chosen")}>
        <Link to="/monitor/incidents" className="incidents-back">
          <IconArrowLeft size={16} aria-hidden="true" /> {t("back")}
        </Link>
        <IncidentCards
          key={found.id}
          incidents={[found]}
          about={(incident) => (
            <p className="incidents-about">
              <Link to="/cases/$caseId" params={{ caseId: incident.instanceId }}>
                {t("case", { number: incident.instanceNumber })}
              </Link>
              <span className="quiet">{flowName(incident.definitionId)}</span>
            </p>
          )}
        />
      </section>
    </div>
  );
}

function IncidentsSkeleton() {
  return (
    <div className="incidents-page" aria-busy="true">
      <div className="incidents-list">
        <Skeleton h={24} w={160} mb={12} />
        <Skeleton h={72} mb={8} />
        <Skeleton h={72} />
      </div>
      <div className="incidents-detail">
        <Skeleton h={280} />
      </div>
    </div>
  );
}
