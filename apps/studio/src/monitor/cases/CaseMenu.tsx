import type { InstanceSummary } from "@flowright/client";
import { ActionIcon, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowRight, IconBan, IconDots } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useCaseTexts } from "../../cases/texts.ts";
import { ReasonDialog } from "../../parts/ReasonDialog.tsx";
import { api } from "../../session/api.ts";
import { useMay } from "../../session/session-query.ts";
import { useCasesTexts } from "./texts.ts";

/** What may be done with a case from the list. */
export function CaseMenu({ item }: { item: InstanceSummary }) {
  const t = useCasesTexts();
  const words = useCaseTexts();
  const queries = useQueryClient();
  const mayOperate = useMay("instance.operate");
  const [asking, setAsking] = useState(false);
  const running = item.status === "active" || item.status === "suspended";
  const cancel = useMutation({
    mutationFn: (reason: string) => api().instances.cancel(item.id, reason),
    onSuccess: () => {
      setAsking(false);
      notifications.show({ message: words("cancelled", { number: item.number }) });
    },
    onSettled: () => {
      for (const queryKey of [["cases"], ["case", item.id], ["tasks"], ["flow-numbers"], ["incidents"]]) {
        void queries.invalidateQueries({ queryKey });
      }
    },
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t("menu", { number: item.number })}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowRight size={16} aria-hidden="true" />}
            renderRoot={(props) => <Link to="/cases/$caseId" params={{ caseId: item.id }} {...props} />}
          >
            {t("open")}
          </Menu.Item>
          {mayOperate && running && (
            <Menu.Item leftSection={<IconBan size={16} aria-hidden="true" />} onClick={() => setAsking(true)}>
              {t("cancel")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ReasonDialog
        opened={asking}
        title={words("cancelTitle", { number: item.number })}
        lead={words("cancelLead")}
        label={words("reason")}
        missing={words("reasonMissing")}
        required
        confirm={words("cancel")}
        dismiss={words("keep")}
        danger
        busy={cancel.isPending}
        error={cancel.error}
        onClose={() => setAsking(false)}
        onConfirm={(reason) => cancel.mutate(reason)}
      />
    </>
  );
}
