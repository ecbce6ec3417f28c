import type { Role } from "@flowright/client";
import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { usePersonName } from "../../parts/use-people.ts";
import { PERMISSIONS } from "./PermissionChecks.tsx";
import { usePermissionTexts } from "./permission-texts.ts";
import { useRolesTexts } from "./texts.ts";

interface RoleItemProps {
  readonly role: Role;
  onEdit(): void;
  onRemove(): void;
}

/** One role: who has it, and what it allows. */
export function RoleItem({ role, onEdit, onRemove }: RoleItemProps) {
  const t = useRolesTexts();
  const words = usePermissionTexts();
  const language = useLanguage();
  const person = usePersonName();
  const name = textOf(role.name, language) || role.id;
  const between = language === "en" ? ", " : "、";
  const allowed = PERMISSIONS.filter((permission) => role.permissions.includes(permission));
  return (
    <li className="admin-item">
      <div className="admin-item-main">
        <span className="admin-item-name">{name}</span>
        {role.builtIn && <span className="quiet"> · {t("builtIn")}</span>}
        <p className="admin-item-about">
          {role.members.length === 0 ? (
            <span className="quiet">{t("nobody")}</span>
          ) : (
            <span>
              {t("members", { count: role.members.length })}
              {language === "en" ? ": " : "："}
              {role.members.map(person).join(between)}
            </span>
          )}
        </p>
        <p className="admin-item-about quiet">
          {allowed.map((permission) => words(permission)).join(language === "en" ? "; " : "；")}
        </p>
      </div>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t("menu", { name })}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={onEdit}>
            {t("edit")}
          </Menu.Item>
          {!role.builtIn && (
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden="true" />} onClick={onRemove}>
              {t("remove")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
