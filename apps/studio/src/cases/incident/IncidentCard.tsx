import type { Incident, Instance } from "@flowright/client";
import { Button, Group, Loader, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { CallView } from "../../parts/call/CallView.tsx";
import { callRecordOf } from "../../parts/call/call-record-of.ts";
import { useCallHeadline } from "../../parts/call/use-call-headline.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { StatusMark } from "../../parts/StatusMark.tsx";
import { useMay } from "../../session/session-query.ts";
import { Moment } from "../../time/Moment.tsx";
import { SkipStep } from "../repair/SkipStep.tsx";
import "./incident.css";
import { useIncidentTexts } from "./texts.ts";
import { useRetry } from "./use-retry.ts";

interface IncidentCardProps {
  readonly incident: Incident;
  /** Where it happened, e.g. a link to the case. */
  readonly about?: ReactNode;
  /** The case, where its step may be skipped from here. */
  readonly skipIn?: Instance;
  /** Another try begins. */
  onTry?(): void;
  /** The try failed and raised this incident, which the card goes on with. */
  onNext?(id: string): void;
}

/** What went wrong, with the call and the answer, and another try whose outcome is shown. */
export function IncidentCard({ incident: first, about, skipIn, onTry, onNext }: IncidentCardProps) {
  const t = useIncidentTexts();
  const language = useLanguage();
  const mayRetry = useMay("instance.operate");
  const { incident, trying, solved, failedAgain, paused, error, retry } = useRetry(first, onNext);
  const record = callRecordOf(incident.detail);
  const headline = useCallHeadline(record);
  const step = textOf(incident.nodeName, language) || incident.node;
  return (
    <section className="incident" data-solved={solved || undefined} aria-label={t("incidentAt", { step })}>
      <div className="incident-head">
        <div className="incident-words">
          <StatusMark tone={solved ? "done" : "incident"}>{step}</StatusMark>
          {about}
          {/* What the call answered stands below it; the message would say both again, in the system's own words. */}
          <Text fw={600} fz={16}>
            {headline ?? (record === null ? incident.message[language] : "…")}
          </Text>
          <p className="incident-about quiet">
            <Moment at={incident.raisedAt} />
            <span>{t("attempts", { count: incident.attempts })}</span>
            <span>
              {t("code")} <code>{incident.code}</code>
            </span>
          </p>
        </div>
        {mayRetry && !solved && (
          <Group gap="xs">
            {skipIn !== undefined && !trying && <SkipStep instance={skipIn} node={incident.node} />}
            <Button
              leftSection={<IconRefresh size={16} aria-hidden="true" />}
              loading={trying}
              onClick={() => {
                onTry?.();
                retry();
              }}
            >
              {t("retry")}
            </Button>
          </Group>
        )}
      </div>
      <div aria-live="polite">
        {trying && (
          <p className="incident-outcome">
            <Loader size={14} /> {paused ? t("paused") : t("trying")}
          </p>
        )}
        {solved && (
          <p className="incident-outcome">
            <StatusMark tone="done">
              {incident.node === "" ? t("solvedCase") : t("solved", { step })}
            </StatusMark>
          </p>
        )}
        {failedAgain && (
          <p className="incident-outcome">
            <StatusMark tone="incident">{t("again")}</StatusMark>
          </p>
        )}
      </div>
      {!mayRetry && <Text className="quiet">{t("noRight")}</Text>}
      {error !== null && <ProblemAlert error={error} />}
      {!solved && <IncidentDetail incident={incident} record={record} />}
    </section>
  );
}

function IncidentDetail({
  incident,
  record,
}: {
  incident: Incident;
  record: ReturnType<typeof callRecordOf>;
}) {
  const t = useIncidentTexts();
  if (record !== null) {
    return (
      <div className="incident-call">
        <CallView record={record} />
      </div>
    );
  }
  if (incident.detail === null) return null;
  return (
    <details className="incident-call">
      <summary>{t("details")}</summary>
      <pre className="call-body">{JSON.stringify(incident.detail, null, 2)}</pre>
    </details>
  );
}
