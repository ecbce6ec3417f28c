import type { ComponentProps } from "react";
import { ReasonDialog } from "../../../parts/ReasonDialog.tsx";
import { useOrderTexts } from "./texts.ts";
import type { useOrder } from "./use-order.ts";

type DialogProps = ComponentProps<typeof ReasonDialog>;

interface ReasonedOrderProps
  extends Pick<
    DialogProps,
    "title" | "lead" | "confirm" | "blocked" | "danger" | "size" | "children" | "onClose" | "onConfirm"
  > {
  /** What sends it: while it is under way and when it failed, the dialog says so. */
  readonly order: ReturnType<typeof useOrder>;
}

/** Asks for the reason of something that is to be done to many cases. */
export function ReasonedOrder({ order, ...dialog }: ReasonedOrderProps) {
  const t = useOrderTexts();
  return (
    <ReasonDialog
      opened
      required
      label={t("reason")}
      missing={t("reasonMissing")}
      dismiss={t("keep")}
      busy={order.isPending}
      error={order.error}
      {...dialog}
    />
  );
}
