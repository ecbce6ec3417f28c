import type { System } from "@flowright/client";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { api } from "../../session/api.ts";
import { ConfirmDialog } from "../ConfirmDialog.tsx";
import { useSystemsTexts } from "./texts.ts";

/** Removes a system after saying what that means. */
export function RemoveSystemDialog({ system, onClose }: { system: System; onClose(): void }) {
  const t = useSystemsTexts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const name = textOf(system.name, useLanguage()) || system.id;
  const remove = useMutation({
    mutationFn: () => api().systems.remove(system.id),
    onSuccess: async () => {
      notifications.show({ message: t("removed", { name }) });
      await navigate({ to: "/admin/systems" });
      void queries.invalidateQueries({ queryKey: ["systems"] });
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
