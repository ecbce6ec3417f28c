import type { Incident } from "@flowright/client";
import { Button, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconRefresh } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { StatusMark } from "../parts/StatusMark.tsx";
import { api } from "../session/api.ts";
import { useMay } from "../session/session-query.ts";
import { Moment } from "../time/Moment.tsx";
import "./case.css";
import { useCaseTexts } from "./texts.ts";

/** What went wrong in a case, with the call and the answer, and another try. */
export function CaseIncidents({ incidents }: { incidents: readonly Incident[] }) {
  const open = incidents.filter(({ resolvedAt }) => resolvedAt === null);
  if (open.length === 0) return null;
  return (
    <div className="incidents">
      {open.map((incident) => (
        <OneIncident key={incident.id} incident={incident} />
      ))}
    </div>
  );
}

function OneIncident({ incident }: { incident: Incident }) {
  const t = useCaseTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const mayRetry = useMay("instance.operate");
  const step = textOf(incident.nodeName, language) || incident.node;
  const retry = useMutation({
    mutationFn: () => api().incidents.resolve(incident.id),
    onSuccess: () => notifications.show({ message: t("retried", { step }) }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["case", incident.instanceId] });
      void queries.invalidateQueries({ queryKey: ["cases"] });
      void queries.invalidateQueries({ queryKey: ["definition", incident.definitionId] });
    },
  });
  return (
    <section className="incident" aria-label={`${t("incidents")}: ${step}`}>
      <div className="incident-head">
        <div>
          <StatusMark tone="incident">{step}</StatusMark>
          <Text fw={600}>{incident.message[language]}</Text>
          <Text size="xs" className="quiet">
            <Moment at={incident.raisedAt} /> · {t("attempts", { count: incident.attempts })}
          </Text>
        </div>
        {mayRetry && (
          <Button
            leftSection={<IconRefresh size={16} aria-hidden="true" />}
            loading={retry.isPending}
            onClick={() => retry.mutate()}
          >
            {t("retry")}
          </Button>
        )}
      </div>
      {incident.detail !== null && (
        <details>
          <summary>{t("call")}</summary>
          <pre className="incident-detail">{JSON.stringify(incident.detail, null, 2)}</pre>
        </details>
      )}
      {retry.isError && <ProblemAlert error={retry.error} />}
    </section>
  );
}
