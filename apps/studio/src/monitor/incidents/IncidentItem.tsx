import type { Incident } from "@flowright/client";
import { Link } from "@tanstack/react-router";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { callRecordOf } from "../../parts/call/call-record-of.ts";
import { useCallHeadline } from "../../parts/call/use-call-headline.ts";
import { StatusMark } from "../../parts/StatusMark.tsx";
import { Moment } from "../../time/Moment.tsx";
import { useIncidentsTexts } from "./texts.ts";

/** One open incident in a few lines. */
export function IncidentItem({ incident, flow, open }: { incident: Incident; flow: string; open: boolean }) {
  const t = useIncidentsTexts();
  const language = useLanguage();
  const record = callRecordOf(incident.detail);
  const headline = useCallHeadline(record);
  return (
    <li>
      <Link
        to="/monitor/incidents"
        search={{ incident: incident.id }}
        className="incident-item"
        data-open={open || undefined}
        aria-current={open ? "true" : undefined}
      >
        <span className="incident-item-head">
          <StatusMark tone="incident">{textOf(incident.nodeName, language) || incident.node}</StatusMark>
          <span className="quiet">
            <Moment at={incident.raisedAt} ago />
          </span>
        </span>
        <span className="incident-item-words">
          {headline ?? (record === null ? incident.message[language] : "…")}
        </span>
        <span className="quiet incident-item-about">
          <span className="number">{incident.instanceNumber}</span>
          <span>{flow}</span>
          <span>{t("attempts", { count: incident.attempts })}</span>
          <code>{incident.code}</code>
        </span>
      </Link>
    </li>
  );
}
