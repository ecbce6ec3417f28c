import { Button, Group, Modal, Text } from "@mantine/core";
import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../../parts/texts.ts";
import { useBatchTexts } from "../texts.ts";
import type { OrderProps } from "./order.ts";
import { ReasonedOrder } from "./ReasonedOrder.tsx";
import { useOrderTexts } from "./texts.ts";
import { useOrder } from "./use-order.ts";

interface ConfirmOrderProps extends OrderProps {
  readonly kind: "retry" | "suspend" | "resume" | "cancel";
}

/** Retries, pauses, resumes or cancels many cases; cancelling asks for a reason. */
export function ConfirmOrder({ kind, choice, count, onClose }: ConfirmOrderProps) {
  const t = useOrderTexts();
  const batch = useBatchTexts();
  const parts = usePartTexts();
  const order = useOrder(choice);
  const title = batch(`title.${kind}`, { count });
  if (kind === "cancel") {
    return (
      <ReasonedOrder
        order={order}
        title={title}
        lead={t("lead.cancel")}
        confirm={title}
        danger
        onClose={onClose}
        onConfirm={(reason) => order.mutate({ kind, reason })}
      />
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={600}>{title}</Text>}
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      <Text>{t(`lead.${kind}`)}</Text>
      <Text className="quiet" mt="xs">
        {t("server")}
      </Text>
      {order.error !== null && <ProblemAlert error={order.error} />}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {t("keep")}
        </Button>
        <Button data-autofocus loading={order.isPending} onClick={() => order.mutate({ kind })}>
          {title}
        </Button>
      </Group>
    </Modal>
  );
}
