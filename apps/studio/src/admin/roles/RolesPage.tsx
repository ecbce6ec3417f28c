import type { Role } from "@flowright/client";
import { Button } from "@mantine/core";
import { IconPlus, IconUsersGroup } from "@tabler/icons-react";
import { useState } from "react";
import { Nothing } from "../../parts/Nothing.tsx";
import { useRoles } from "../../parts/use-roles.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { AdminFrame } from "../AdminFrame.tsx";
import { AdminList } from "../AdminList.tsx";
import { useAdminTexts } from "../texts.ts";
import { RemoveRoleDialog } from "./RemoveRoleDialog.tsx";
import { RoleDialog } from "./RoleDialog.tsx";
import { RoleItem } from "./RoleItem.tsx";
import { useRolesTexts } from "./texts.ts";

/** What people may do, by role. */
export function RolesPage() {
  const admin = useAdminTexts();
  useWhereIAm(admin("title"));
  return (
    <AdminFrame needs="people.write">
      <Roles />
    </AdminFrame>
  );
}

function Roles() {
  const t = useRolesTexts();
  const roles = useRoles();
  const [edited, setEdited] = useState<Role | "new" | null>(null);
  const [removed, setRemoved] = useState<Role | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEdited("new")}>
      {t("add")}
    </Button>
  );
  return (
    <>
      <AdminList
        query={roles}
        title={t("title")}
        lead={t("lead")}
        action={add}
        empty={
          <Nothing icon={<IconUsersGroup size={28} />} title={t("empty")} action={add}>
            {t("emptyFix")}
          </Nothing>
        }
      >
        {(items) => (
          <ul className="card admin-list" aria-label={t("list")}>
            {items.map((role) => (
              <RoleItem
                key={role.id}
                role={role}
                onEdit={() => setEdited(role)}
                onRemove={() => setRemoved(role)}
              />
            ))}
          </ul>
        )}
      </AdminList>
      {edited !== null && (
        <RoleDialog
          role={edited === "new" ? null : edited}
          taken={(roles.data ?? []).map(({ id }) => id)}
          onClose={() => setEdited(null)}
        />
      )}
      {removed !== null && <RemoveRoleDialog role={removed} onClose={() => setRemoved(null)} />}
    </>
  );
}
