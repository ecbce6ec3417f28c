import type { ServerAlarm, ServerHealth } from "@flowright/client";
import { Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { api } from "../../session/api.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { Moment } from "../../time/Moment.tsx";
import { AdminFrame } from "../AdminFrame.tsx";
import "./server.css";
import { useServerTexts } from "./texts.ts";

/** How the servers are, for those who run them. */
export function ServerPage() {
  const t = useServerTexts();
  useWhereIAm(t("title"));
  return (
    <AdminFrame needs="system.write">
      <Server />
    </AdminFrame>
  );
}

const EVERY = 10_000;

function Server() {
  const t = useServerTexts();
  const health = useQuery({
    queryKey: ["server"],
    queryFn: ({ signal }) => api().server.read({ signal }),
    refetchInterval: EVERY,
  });
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t("title")}</h1>
          <Text className="quiet">{t("lead")}</Text>
        </div>
      </div>
      {health.isError && <LoadFailure error={health.error} onRetry={() => void health.refetch()} />}
      {health.data && <Figures health={health.data} />}
    </>
  );
}

function Figures({ health }: { health: ServerHealth }) {
  const t = useServerTexts();
  const { turns, jobs, timers, deliveries, database } = health;
  const seconds = (value: number) => t("seconds", { seconds: rounded(value) });
  const queue = (count: number, oldest: number) =>
    count === 0 ? "0" : t("oldest", { count, seconds: rounded(Math.max(0, oldest)) });
  return (
    <div className="server">
      <section className="card server-card" aria-label={t("alarms")}>
        <h2>{t("alarms")}</h2>
        {health.alarms.length === 0 ? (
          <Text className="quiet">{t("fine")}</Text>
        ) : (
          <ul className="server-alarms">
            {health.alarms.map((alarm) => (
              <Alarm key={alarm.code} alarm={alarm} />
            ))}
          </ul>
        )}
      </section>
      <section className="card server-card">
        <h2>{t("servers")}</h2>
        {health.servers.length === 0 && <Text className="quiet">{t("noServers")}</Text>}
        <dl>
          {health.servers.map(({ name, state }) => (
            <Line key={name} name={name}>
              {state === "draining" ? t("draining") : t("running")}
            </Line>
          ))}
        </dl>
      </section>
      <section className="card server-card">
        <h2>{t("queues")}</h2>
        <dl>
          <Line name={t("turns")}>{queue(turns.waiting, turns.oldest)}</Line>
          <Line name={t("jobsReady")}>{queue(jobs.ready, jobs.oldest)}</Line>
          <Line name={t("jobsRunning")}>{jobs.running}</Line>
          <Line name={t("timers")}>{queue(timers.due, timers.latest)}</Line>
          <Line name={t("deliveries")}>{queue(deliveries.pending, deliveries.oldest)}</Line>
        </dl>
      </section>
      <section className="card server-card">
        <h2>{t("database")}</h2>
        <dl>
          <Line name={t("connections")}>
            {t("ofMost", { used: database.connections, most: database.mostConnections })}
          </Line>
          <Line name={t("transaction")}>{seconds(database.oldestTransaction)}</Line>
          <Line name={t("skew")}>{seconds(database.clockSkew)}</Line>
        </dl>
      </section>
    </div>
  );
}

function Alarm({ alarm }: { alarm: ServerAlarm }) {
  const t = useServerTexts();
  const language = useLanguage();
  return (
    <li>
      <IconAlertTriangle size={18} aria-hidden="true" />
      <div>
        <strong>{alarm.message[language]}</strong>
        <p>{alarm.fix[language]}</p>
        <p className="quiet">
          {t("since")} <Moment at={alarm.since} />
        </p>
      </div>
    </li>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="quiet">{name}</dt>
      <dd className="number">{children}</dd>
    </div>
  );
}

/** Tenths below ten seconds, whole seconds above. */
function rounded(seconds: number): number {
  return Math.abs(seconds) < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds);
}
