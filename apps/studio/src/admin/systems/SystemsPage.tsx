import type { System } from "@flowright/client";
import { Button } from "@mantine/core";
import { IconPlugConnected, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Nothing } from "../../parts/Nothing.tsx";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { AdminFrame } from "../AdminFrame.tsx";
import { AdminList } from "../AdminList.tsx";
import { useAdminTexts } from "../texts.ts";
import { useSystemsTexts } from "./texts.ts";
import { useSystems } from "./use-systems.ts";

/** Where flows may call. */
export function SystemsPage() {
  const admin = useAdminTexts();
  useWhereIAm(admin("title"));
  return (
    <AdminFrame needs="system.write">
      <Systems />
    </AdminFrame>
  );
}

function Systems() {
  const t = useSystemsTexts();
  const systems = useSystems();
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      renderRoot={(props) => <Link to="/admin/new-system" {...props} />}
    >
      {t("add")}
    </Button>
  );
  return (
    <AdminList
      query={systems}
      title={t("title")}
      lead={t("lead")}
      action={add}
      empty={
        <Nothing icon={<IconPlugConnected size={28} />} title={t("empty")} action={add}>
          {t("emptyFix")}
        </Nothing>
      }
    >
      {(items) => (
        <ul className="card admin-list" aria-label={t("list")}>
          {items.map((system) => (
            <SystemItem key={system.id} system={system} />
          ))}
        </ul>
      )}
    </AdminList>
  );
}

function SystemItem({ system }: { system: System }) {
  const t = useSystemsTexts();
  const language = useLanguage();
  return (
    <li className="admin-item">
      <div className="admin-item-main">
        <Link to="/admin/systems/$systemId" params={{ systemId: system.id }} className="admin-item-name">
          {textOf(system.name, language) || system.id}
        </Link>
        <p className="admin-item-about quiet">
          <span>{system.address}</span>
          <span>{t("operations", { count: system.operations.length })}</span>
          <span>{system.hasSecret ? t("secretStored") : t("noSecret")}</span>
        </p>
      </div>
    </li>
  );
}
