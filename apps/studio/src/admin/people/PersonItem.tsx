import type { Person } from "@flowright/client";
import { ActionIcon, Badge, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDots, IconKey, IconPencil, IconUserCheck, IconUserOff } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLanguage } from "../../i18n/use-language.ts";
import { nameIn } from "../../parts/name-in.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { StatusMark } from "../../parts/StatusMark.tsx";
import { useWorkspaceRoleName } from "../../parts/use-roles.ts";
import { api } from "../../session/api.ts";
import { useSession } from "../../session/session-query.ts";
import { usePeopleTexts } from "./texts.ts";

export type PersonDialog = "edit" | "reset" | "deactivate";

interface PersonItemProps {
  readonly person: Person;
  onAsk(dialog: PersonDialog): void;
}

/** One person with roles and what may be done. */
export function PersonItem({ person, onAsk }: PersonItemProps) {
  const t = usePeopleTexts();
  const language = useLanguage();
  const role = useWorkspaceRoleName();
  const me = useSession().person.user === person.user;
  const queries = useQueryClient();
  const name = nameIn(person.name, language);
  const activate = useMutation({
    mutationFn: () => api().people.activate(person.user),
    onSuccess: () => notifications.show({ message: t("activated", { name }) }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["people"] }),
  });
  const openTasks = person.openTasks ?? 0;
  return (
    <li className="admin-item" data-off={person.active ? undefined : true}>
      <div className="admin-item-main">
        <span className="admin-item-name">{name}</span>
        <p className="admin-item-about quiet">
          <span>{person.user}</span>
          {me && <span>{t("you")}</span>}
          {!person.active && <StatusMark tone="paused">{t("inactive")}</StatusMark>}
          {openTasks > 0 && <span>{t("openTasks", { count: openTasks })}</span>}
        </p>
        <div className="admin-chips">
          {person.roles.length === 0 && <span className="quiet">{t("noRoles")}</span>}
          {person.roles.map((id) => (
            <Badge key={id}>{role(id)}</Badge>
          ))}
        </div>
        {activate.isError && <ProblemAlert error={activate.error} />}
      </div>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t("menu", { name })} loading={activate.isPending}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={() => onAsk("edit")}>
            {t("edit")}
          </Menu.Item>
          {person.active && (
            <Menu.Item leftSection={<IconKey size={16} aria-hidden="true" />} onClick={() => onAsk("reset")}>
              {t("reset")}
            </Menu.Item>
          )}
          {person.active && !me && (
            <Menu.Item
              leftSection={<IconUserOff size={16} aria-hidden="true" />}
              onClick={() => onAsk("deactivate")}
            >
              {t("deactivate")}
            </Menu.Item>
          )}
          {!person.active && (
            <Menu.Item
              leftSection={<IconUserCheck size={16} aria-hidden="true" />}
              onClick={() => activate.mutate()}
            >
              {t("activate")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
