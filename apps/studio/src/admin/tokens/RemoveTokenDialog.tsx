import type { ApiToken } from "@flowright/client";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../session/api.ts";
import { ConfirmDialog } from "../ConfirmDialog.tsx";
import { useTokensTexts } from "./texts.ts";

/** Removes an API token after saying what that means. */
export function RemoveTokenDialog({ token, onClose }: { token: ApiToken; onClose(): void }) {
  const t = useTokensTexts();
  const queries = useQueryClient();
  const { name } = token;
  const remove = useMutation({
    mutationFn: () => api().people.removeToken(token.id),
    onSuccess: () => {
      notifications.show({ message: t("removed", { name }) });
      onClose();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ["tokens"] }),
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
