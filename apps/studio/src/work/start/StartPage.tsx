import type { DefinitionSummary } from "@flowright/client";
import { Button, Skeleton, Text } from "@mantine/core";
import { IconPlayerPlay, IconRoute } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { api } from "../../session/api.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { WorkFrame } from "../WorkFrame.tsx";
import "./start.css";
import { useStartTexts } from "./texts.ts";

/** The flows that I may start. */
export function StartPage() {
  const t = useStartTexts();
  useWhereIAm(t("title"));
  const flows = useQuery({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => api().definitions.list({ signal }),
  });
  const startable = flows.data?.filter(({ startable, latestVersion }) => startable && latestVersion !== null);
  return (
    <WorkFrame>
      <div className="page page-narrow">
        <div className="page-head">
          <div>
            <h1>{t("title")}</h1>
            <p>{t("lead")}</p>
          </div>
        </div>
        {flows.isError && <LoadFailure error={flows.error} onRetry={() => void flows.refetch()} />}
        {flows.isPending && <Skeleton h={84} />}
        {startable?.length === 0 && (
          <Nothing icon={<IconRoute size={28} />} title={t("none")}>
            {t("noneFix")}
          </Nothing>
        )}
        <ul className="start-list">
          {startable?.map((flow) => (
            <Flow key={flow.id} flow={flow} />
          ))}
        </ul>
      </div>
    </WorkFrame>
  );
}

function Flow({ flow }: { flow: DefinitionSummary }) {
  const t = useStartTexts();
  const language = useLanguage();
  const name = textOf(flow.name, language);
  return (
    <li className="card start-flow">
      <div className="start-flow-text">
        <Text fw={600}>{name}</Text>
        {flow.description !== undefined && (
          <Text className="quiet">{textOf(flow.description, language)}</Text>
        )}
        <Text size="xs" className="quiet number">
          {t("running", { count: flow.runningInstances })}
        </Text>
      </div>
      <Button
        leftSection={<IconPlayerPlay size={16} aria-hidden="true" />}
        aria-label={t("startFlow", { flow: name })}
        renderRoot={(props) => (
          <Link to="/start/$definitionId" params={{ definitionId: flow.id }} {...props} />
        )}
      >
        {t("start")}
      </Button>
    </li>
  );
}
