import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMay } from "../session/session-query.ts";
import { NoPermission } from "../shell/NoPermission.tsx";
import "./monitor.css";
import { useMonitorTexts } from "./texts.ts";
import { useOpenIncidents } from "./use-open-incidents.ts";

/** The pages of Monitor with the way between them. */
export function MonitorFrame({ children }: { children: ReactNode }) {
  const may = useMay("instance.read", "instance.operate");
  if (!may) return <NoPermission />;
  return (
    <div className="monitor">
      <MonitorNav />
      {children}
    </div>
  );
}

function MonitorNav() {
  const t = useMonitorTexts();
  const incidents = useOpenIncidents().data?.items.length ?? 0;
  return (
    <nav className="place-nav" aria-label={t("parts")}>
      <Link to="/monitor" activeOptions={{ exact: true, includeSearch: false }}>
        {t("flows")}
      </Link>
      <Link to="/monitor/cases" activeOptions={{ includeSearch: false }}>
        {t("cases")}
      </Link>
      <Link to="/monitor/batches" activeOptions={{ includeSearch: false }}>
        {t("batches")}
      </Link>
      <Link to="/monitor/incidents" activeOptions={{ includeSearch: false }}>
        {t("incidents")}
        {incidents > 0 && (
          <span className="monitor-count number" title={t("openIncidents", { count: incidents })}>
            <span aria-hidden="true">!</span> {incidents}
          </span>
        )}
      </Link>
    </nav>
  );
}
