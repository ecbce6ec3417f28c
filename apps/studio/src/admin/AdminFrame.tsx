import type { Permission } from "@flowright/client";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMay } from "../session/session-query.ts";
import { NoPermission } from "../shell/NoPermission.tsx";
import "./admin.css";
import { useAdminTexts } from "./texts.ts";

/** The pages of Admin with the way between them; each needs its own permission. */
export function AdminFrame({ needs, children }: { needs: Permission; children: ReactNode }) {
  const t = useAdminTexts();
  const may = useMay(needs);
  const mayPeople = useMay("people.write");
  const maySystems = useMay("system.write");
  if (!mayPeople && !maySystems) return <NoPermission />;
  return (
    <div className="admin">
      <nav className="admin-nav" aria-label={t("parts")}>
        {mayPeople && (
          <>
            <Link to="/admin/people">{t("people")}</Link>
            <Link to="/admin/roles">{t("roles")}</Link>
            <Link to="/admin/tokens">{t("tokens")}</Link>
          </>
        )}
        {maySystems && (
          <>
            <Link to="/admin/systems">{t("systems")}</Link>
            <Link to="/admin/retention">{t("retention")}</Link>
            <Link to="/admin/server">{t("server")}</Link>
          </>
        )}
      </nav>
      {may ? <div className="page">{children}</div> : <NoPermission />}
    </div>
  );
}
