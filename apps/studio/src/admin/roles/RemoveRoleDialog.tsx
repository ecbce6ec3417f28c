import type { Role } from "@flowright/client";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { api } from "../../session/api.ts";
import { ConfirmDialog } from "../ConfirmDialog.tsx";
import { useRolesTexts } from "./texts.ts";

/** Removes a role after saying what that means. */
export function RemoveRoleDialog({ role, onClose }: { role: Role; onClose(): void }) {
  const t = useRolesTexts();
  const queries = useQueryClient();
  const name = textOf(role.name, useLanguage()) || role.id;
  const remove = useMutation({
    mutationFn: () => api().people.removeRole(role.id),
    onSuccess: () => {
      notifications.show({ message: t("removed", { name }) });
      onClose();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["roles"] });
      void queries.invalidateQueries({ queryKey: ["people"] });
    },
  });
  return (
    <ConfirmDialog
      title={t("removeTitle", { name })}
      lead={t("removeLead")}
      confirm={t("remove")}
      danger
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate()}
    />
  );
}
